"""The own account: name, password, and what it may do."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import Fault, Invalid
from graph.model.sentences import say
from webapp.access import Permission, needs
from webapp.accounts import accounts, codes, entering, throttle
from webapp.accounts.forms import Errors, errors_of, new_password, passwords
from webapp.accounts.model import Account
from webapp.accounts.passwords import Owner
from webapp.accounts.showing import shown
from webapp.render import page
from webapp.texts import ZONE
from webapp.visit import Visit, visit

pages = Blueprint("account", __name__)

Answer = str | Response | tuple[str, int]


@pages.get("/account")
@needs(Permission.ACCOUNT)
def own() -> Answer:
    """Name, roles, password."""
    return _own(visit(), Errors())


@pages.post("/account/name")
@needs(Permission.ACCOUNT)
def rename() -> Answer:
    """Take another name."""
    here = visit()
    name = accounts.clean_name(request.form.get("name", ""))
    if not name:
        return _own(here, Errors(name=say("account.name", here.lang))), 422
    accounts.change(here.services.store, _account(here), name=name)
    flash(here._("Der Name ist gespeichert."), "success")
    return redirect(f"/{here.lang}/account", 303)


@pages.post("/account/password")
@needs(Permission.ACCOUNT)
def change_password() -> Answer:
    """Take another password and end every other session."""
    here = visit()
    try:
        changed = _new_password(here)
    except Invalid as invalid:
        return _own(here, errors_of(invalid, here.lang)), 422
    accounts.change(here.services.store, _account(here), password=changed)
    codes.withdraw(here.services.store, _account(here).id)  # whoever got hold of a link gets in no more
    entering.end_others(_account(here).id)
    flash(here._("Das Passwort ist gespeichert. Auf anderen Geräten sind Sie abgemeldet."), "success")
    return redirect(f"/{here.lang}/account", 303)


def _new_password(here: Visit) -> str:
    account, address = _account(here), request.remote_addr or ""
    until = throttle.attempt(here.services.store, account.mail, address, here.now)
    if until:
        time = until.astimezone(ZONE).strftime("%H:%M")
        raise Invalid([Fault(field="old", code="sign_in.wait", params={"time": time})])
    if not passwords().matches(account.password, request.form.get("old", "")):
        raise Invalid([Fault(field="old", code="account.old_password", params={})])
    throttle.succeeded(here.services.store, account.mail, address, here.now)
    return new_password(request.form, Owner(mail=account.mail, name=account.name))


def _own(here: Visit, errors: Errors) -> str:
    granted = [shown(grant, here.whole, here.lang) for grant in here.grants]
    name = request.form.get("name", _account(here).name)
    return page("account/own.html", own=_account(here), name=name, granted=granted, errors=errors, noindex=True)


def _account(here: Visit) -> Account:
    assert here.account is not None  # the gate let nobody else in
    return here.account
