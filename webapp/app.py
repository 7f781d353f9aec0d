"""The application: made from its services, every route behind one gate."""

from __future__ import annotations

import secrets
from contextlib import suppress
from urllib.parse import quote

from flask import Flask, Response, abort, current_app, g, redirect, request
from flask_login import LoginManager, current_user
from werkzeug.exceptions import SecurityError
from werkzeug.middleware.proxy_fix import ProxyFix
from werkzeug.routing import BaseConverter
from werkzeug.wrappers import Response as AnyResponse

from graph.model.errors import Unavailable
from graph.network import Network
from webapp import csrf, errors, headers, merged, pages, render, sessions, static_files
from webapp.access import Grant, Permission, allowed
from webapp.accounts import accounts, grants
from webapp.accounts.model import Account
from webapp.accounts.passwords import STANDARD, Passwords
from webapp.services import Services, services
from webapp.sessions import ServerSessions
from webapp.texts import LANGUAGES
from webapp.visit import Visit, visit

FORM_BYTES = 64_000
"""Forms are small; routes that take files say so themselves."""


class LanguageConverter(BaseConverter):
    """The first part of every page's address."""

    regex = "|".join(LANGUAGES)
    weight = 50


def create_app(given: Services, passwords: Passwords = STANDARD) -> Flask:
    """The application over these services. Makes no choice of its own: no clock, no file, no environment."""
    app = Flask("webapp", static_folder=None, template_folder="templates")
    app.extensions["knotenpunkt"] = given
    app.extensions["passwords"] = passwords
    app.config.update(
        MAX_CONTENT_LENGTH=FORM_BYTES,
        MAX_FORM_MEMORY_SIZE=None,
        TRUSTED_HOSTS=list(given.config.trusted_hosts),
        # Signs nothing of ours. Flask-Login reads its "remember me" cookie with it, which nobody is ever given.
        SECRET_KEY=secrets.token_hex(32),
    )
    if given.config.proxies:
        count = given.config.proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=count, x_proto=count, x_host=0)  # type: ignore[method-assign]
    app.url_map.converters["lang"] = LanguageConverter
    app.session_interface = ServerSessions()
    _know_accounts(app)
    render.prepare(app)
    static_files.register(app)
    app.before_request(_gate)
    app.after_request(headers.secure)
    app.after_request(_take_in)
    errors.register(app)
    pages.register(app)
    app.add_url_rule("/", "root", _root)
    return app


def _know_accounts(app: Flask) -> None:
    manager = LoginManager(app)
    manager.session_protection = None  # the session is on the server; an address that changes is no theft
    manager.user_loader(_account)


def _account(id: str) -> Account | None:
    here = services()
    return here.read_who((accounts.KIND, id), lambda: accounts.find(here.store, id))


def _gate() -> AnyResponse | None:
    """Before every view: the host, the site a request came from, the visitor, and whether the route may be opened."""
    try:
        _ = request.host
    except SecurityError:
        abort(400)
    if request.endpoint in (static_files.ENDPOINT, "root"):
        return None
    if csrf.is_foreign(request):
        abort(403)
    view = _view()
    permission: Permission | None = getattr(view, "permission", None)
    g.visit = _visit()
    if view is None:
        return None  # 404 or 405 is on its way
    if permission is None:
        abort(403)
    if not allowed(permission, visit().roles):
        if sessions.current().unknown:
            raise Unavailable
        if visit().account is None and request.method == "GET":
            return redirect(f"/{visit().lang}/sign-in?to={quote(request.full_path.rstrip('?'), safe='/')}")
        abort(403)
    return None


def _view() -> object | None:
    return current_app.view_functions.get(request.endpoint) if request.endpoint else None


def _visit() -> Visit:
    here = services()
    state = g.pop("state", None) or here.live.current()
    account, granted = _who(state.network)
    return Visit(
        services=here, state=state, lang=_lang(), now=here.now(), account=account, grants=granted,
        about=(request.view_args or {}).get("id", ""),
    )  # fmt: skip


def _who(network: Network) -> tuple[Account | None, tuple[Grant, ...]]:
    try:
        account = current_user._get_current_object() if current_user.is_authenticated else None
        return account, _grants(account.id, network) if account else ()
    except Unavailable:
        sessions.current().unknown = True
        return None, ()  # nobody's rights can be known now; public pages still answer from memory


def _grants(account: str, network: Network) -> tuple[Grant, ...]:
    here = services()
    return here.read_who(
        (grants.KIND, account), lambda: merged.granted(here.store, network, grants.of(here.store, account))
    )


def _lang() -> str:
    stated = (request.view_args or {}).pop("lang", None) or request.path.split("/", 2)[1]
    return stated if stated in LANGUAGES else request.accept_languages.best_match(list(LANGUAGES), default="de") or "de"


def _take_in(answer: Response) -> Response:
    """Whoever wrote finds it on the page that follows, however busy the machine is."""
    if request.method == "POST" and answer.status_code == 303:
        with suppress(Unavailable):  # written it is; pages say themselves that they are from memory
            services().live.refresh()
    return answer


def _root() -> Response | AnyResponse:
    return redirect(f"/{request.accept_languages.best_match(list(LANGUAGES), default='de')}/")
