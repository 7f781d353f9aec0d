"""The accounts of a network: list, invite, grant, remove."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint, flash, make_response, redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import Invalid, KnotenpunktError
from graph.model.sentences import say
from webapp import merged
from webapp.access import Grant, Permission, allowed, needs, roles_of
from webapp.accounts import accounts, codes, entering, grants, showing
from webapp.accounts.forms import Errors, errors_of
from webapp.accounts.model import Account
from webapp.render import page
from webapp.visit import Visit, visit

pages = Blueprint("accounts", __name__)

Answer = str | Response | tuple[str, int]


@pages.get("/accounts")
@needs(Permission.ACCOUNTS)
def every() -> Answer:
    """All accounts with their roles."""
    here = visit()
    granted = grants.by_account(here.services.store)
    rows = [
        (account, [showing.shown(grant, here.whole, here.lang) for grant in _now(here, granted.get(account.id, ()))])
        for account in accounts.everyone(here.services.store)
    ]
    return page("accounts/list.html", rows=rows, noindex=True)


@pages.get("/accounts/new")
@needs(Permission.ACCOUNTS)
def form() -> Answer:
    """The form for a new account."""
    return _new(visit(), Errors())


@pages.post("/accounts/new")
@needs(Permission.ACCOUNTS)
def create() -> Answer:
    """Create an account with a role and show its invitation, this once."""
    here = visit()
    store, typed = here.services.store, request.form
    try:
        account = accounts.new(here.services.new_id(), typed.get("mail", ""), typed.get("name", ""))
        accounts.create(store, account, grants.record_of(_typed_grant(here, account.id)))
    except Invalid as invalid:
        return _new(here, errors_of(invalid, here.lang)), 422
    return _invitation(here, account)


@pages.get("/accounts/<id>")
@needs(Permission.ACCOUNTS)
def one(id: str) -> Answer:
    """One account: its roles, a new invitation, removal."""
    here = visit()
    return _one(here, accounts.get(here.services.store, id), Errors())


@pages.post("/accounts/<id>/invitation")
@needs(Permission.ACCOUNTS)
def invite(id: str) -> Answer:
    """Show a new invitation, this once."""
    here = visit()
    return _invitation(here, accounts.get(here.services.store, id))


@pages.post("/accounts/<id>/grants")
@needs(Permission.ACCOUNTS)
def grant(id: str) -> Answer:
    """Give a role."""
    here = visit()
    account = accounts.get(here.services.store, id)
    try:
        grants.give(here.services.store, _typed_grant(here, id))
    except Invalid as invalid:
        return _one(here, account, errors_of(invalid, here.lang)), 422
    return _changed(here, id, here._("Die Rolle ist vergeben."))


@pages.post("/accounts/<id>/grants/<grant>/remove")
@needs(Permission.ACCOUNTS)
def withdraw(id: str, grant: str) -> Answer:
    """Take a role away."""
    here = visit()
    account = accounts.get(here.services.store, id)
    try:
        grants.take(here.services.store, id, grant)
    except KnotenpunktError as error:
        return _refused(here, account, error)
    return _changed(here, id, here._("Die Rolle ist entzogen."))


@pages.post("/accounts/<id>/remove")
@needs(Permission.ACCOUNTS)
def remove(id: str) -> Answer:
    """Delete an account."""
    here = visit()
    account = accounts.get(here.services.store, id)
    try:
        grants.remove_account(here.services.store, id)
    except KnotenpunktError as error:
        return _refused(here, account, error)
    entering.end_others(id)
    if account == here.account:
        entering.leave()
        return redirect(f"/{here.lang}/sign-in?ended=1", 303)
    flash(here._("Das Konto von {name} ist gelöscht.", name=account.name), "success")
    return redirect(f"/{here.lang}/accounts", 303)


def _typed_grant(here: Visit, account: str) -> Grant:
    typed = request.form
    limits = {"area": typed.get("area", ""), "actor": typed.get("actor", "")}
    return grants.new(here.whole, here.services.new_id(), account, typed.get("role", ""), **limits)


def _changed(here: Visit, id: str, said: str) -> Answer:
    entering.end_others(id)
    flash(said, "success")
    # Who gave up the own administration may not see this page any more.
    still = id != here.who or allowed(Permission.ACCOUNTS, roles_of(grants.of(here.services.store, id)))
    return redirect(f"/{here.lang}/{f'accounts/{id}' if still else 'account'}", 303)


def _refused(here: Visit, account: Account, error: KnotenpunktError) -> Answer:
    if error.code != "account.last_administrator":
        raise error
    return _one(here, account, Errors({"": say(error.code, here.lang)})), 409


def _invitation(here: Visit, account: Account) -> Answer:
    code = codes.invite(here.services.store, account.id, here.now)
    link = f"{request.host_url}{here.lang}/invitation/{code}"
    answer = make_response(
        page("accounts/invited.html", invited=account, link=link, days=codes.INVITATION_DAYS, noindex=True)
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _new(here: Visit, errors: Errors) -> str:
    return page("accounts/new.html", typed=request.form, errors=errors, **_choices(here), noindex=True)


def _one(here: Visit, account: Account, errors: Errors) -> str:
    found = _now(here, grants.of(here.services.store, account.id))
    granted = [(grant.id, showing.shown(grant, here.whole, here.lang)) for grant in found]
    return page(
        "accounts/one.html",
        shown=account, granted=granted, typed=request.form, errors=errors, **_choices(here), noindex=True,
    )  # fmt: skip


def _now(here: Visit, granted: Iterable[Grant]) -> tuple[Grant, ...]:
    """Grants for the actors they mean now."""
    return merged.granted(here.services.store, here.whole, granted)


def _choices(here: Visit) -> dict[str, list[tuple[str, str]]]:
    return {
        "roles": [("", here._("Bitte wählen")), *showing.roles(here.lang)],
        "areas": [("", here._("überall")), *here.whole.memo(showing.entries, "area", here.lang)],
        "actors": [("", here._("für keinen bestimmten Akteur")), *here.whole.memo(showing.entries, "actor", here.lang)],
    }
