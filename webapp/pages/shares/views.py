"""Making, listing and ending links for people without account, and the list that such a link shows."""

from __future__ import annotations

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import KnotenpunktError
from graph.model.fields import Audience
from webapp import handed
from webapp.access import Permission, needs
from webapp.accounts import accounts
from webapp.drawing.qr import qr_svg
from webapp.outputs import shares
from webapp.outputs.chosen import about
from webapp.outputs.take import taken
from webapp.pages.entries.paging import page_links
from webapp.pages.search.wish import address, query, read_page, read_wish
from webapp.render import page
from webapp.texts import moment, plural_translator
from webapp.visit import Visit, visit

pages = Blueprint("shares", __name__)
_A_PAGE = 100
_USUAL_DAYS = 14


@pages.get("/shares")
@needs(Permission.SHARE)
def links() -> str:
    """The links that open now."""
    here = visit()
    found = [
        (share, _about(here, share), _owner(here, share)) for share in shares.listed(here.services.store, here.now)
    ]
    return page("shares/list.html", links=found, noindex=True)


@pages.get("/shares/new")
@needs(Permission.SHARE)
def new() -> str:
    """What a new link would show, and for how long."""
    here = visit()
    found = taken(here, request.args, Audience.PUBLIC)
    _n = plural_translator(here.lang)
    return page(
        "shares/new.html",
        taken=found,
        asked=shares.as_query(found.chosen.wish),
        back=address(here.lang, found.chosen.wish),
        days=[(n, _n("{n} Tag", "{n} Tage", n)) for n in shares.DAYS],
        usual=_USUAL_DAYS,
        noindex=True,
    )


@pages.post("/shares")
@needs(Permission.SHARE)
def make() -> Response:
    """Make a link; it is shown this once."""
    here = visit()
    wish = read_wish(here.network, request.form)
    if not shares.still_means(here.whole.seen_by(Audience.PUBLIC), wish):
        raise KnotenpunktError("share.hidden")
    days = request.form.get("days", _USUAL_DAYS, type=int)
    days = days if days in shares.DAYS else _USUAL_DAYS
    token = shares.make(here.services.store, wish, days, here.who, here.now)
    link = f"{request.host_url}{here.lang}/shared/{token}"
    drawn = qr_svg(link, here._("QR-Code des Links"))
    answer = make_response(page("shares/made.html", link=link, qr=drawn, days=days, back=query(wish), noindex=True))
    answer.headers["Cache-Control"] = "no-store"
    return answer


@pages.post("/shares/<id>/withdraw")
@needs(Permission.SHARE)
def withdraw(id: str) -> Response:
    """End a link at once."""
    here = visit()
    shares.withdraw(here.services.store, id)
    flash(here._("Der Link ist zurückgezogen. Er öffnet nichts mehr."), "success")
    return redirect(f"/{here.lang}/shares", 303)


@pages.get("/shared/<token>")
@needs(Permission.READ)
def shared(token: str) -> str | tuple[str, int]:
    """The list behind a link: the same for everyone who holds it."""
    here = visit()
    share = shares.find(here.services.store, token, here.now)
    public = here.whole.seen_by(Audience.PUBLIC)
    if share is None or not shares.still_means(public, share.wish):
        return handed.nothing(here)
    found = taken(here, shares.as_query(share.wish), Audience.PUBLIC)
    last = max(1, -(-len(found.chosen.ids) // _A_PAGE))
    at = min(read_page(request.args), last)
    links = page_links(at, last, lambda n: f"/{here.lang}/shared/{token}?page={n}")
    return page(
        "shares/shared.html",
        taken=found,
        entries=found.of(found.chosen.ids[(at - 1) * _A_PAGE : at * _A_PAGE]),
        links=links,
        expires=moment(share.expires, here.lang),
        noindex=True,
    )


def _about(here: Visit, share: shares.Share) -> str:
    if not shares.still_means(here.whole.seen_by(Audience.PUBLIC), share.wish):
        return here._("zeigt nichts mehr: Was gewählt war, gibt es nicht mehr")
    return about(here.network, share.wish, here.lang) or here._("ganzes Netzwerk")


def _owner(here: Visit, share: shares.Share) -> str:
    account = accounts.find(here.services.store, share.owner)
    return account.name if account else here._("gelöschtes Konto")
