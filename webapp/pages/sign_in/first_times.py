"""The first time in: by an invitation, or as the first administrator of a new network."""

from __future__ import annotations

import dataclasses

from flask import Blueprint, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.changes import Record
from graph.model.errors import Fault, Invalid, RecordConflict
from graph.model.sentences import say
from webapp.access import Permission, needs
from webapp.accounts import accounts, codes, entering, grants, throttle
from webapp.accounts.forms import Errors, errors_of, new_password
from webapp.accounts.model import Account
from webapp.accounts.passwords import Owner
from webapp.pages.sign_in.landing import landing
from webapp.render import page
from webapp.texts import ZONE
from webapp.visit import Visit, visit

Answer = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]


def register(pages: Blueprint) -> None:
    """Add these views to the area's pages."""
    pages.get("/invitation/<code>")(invitation)
    pages.post("/invitation/<code>")(accept)
    pages.get("/setup")(setup)
    pages.post("/setup")(set_up)


@needs(Permission.SIGN_IN)
def invitation(code: str) -> Answer:
    """The form of who was invited."""
    here = visit()
    _, account = codes.invited(here.services.store, code, here.now)
    return page("sign_in/invitation.html", invited=account, errors=Errors(), noindex=True)


@needs(Permission.SIGN_IN)
def accept(code: str) -> Answer:
    """Take the chosen password and sign in."""
    here = visit()
    store = here.services.store
    record, account = codes.invited(store, code, here.now)
    try:
        password = new_password(request.form, Owner(mail=account.mail, name=account.name))
    except Invalid as invalid:
        errors = errors_of(invalid, here.lang)
        return page("sign_in/invitation.html", invited=account, errors=errors, noindex=True), 422
    codes.accept(store, record, dataclasses.replace(account, password=password))
    entering.end_others(account.id)
    entering.enter(account)
    flash(here._("Ihr Passwort ist gespeichert. Sie sind angemeldet."), "success")
    return redirect(landing(here, account.id), 303)


@needs(Permission.SIGN_IN)
def setup() -> Answer:
    """The form for the code that the command line printed."""
    here = visit()
    if grants.has_administrator(here.services.store):
        return _setup_done(here)
    return page("sign_in/setup.html", typed={}, errors=Errors(), noindex=True)


@needs(Permission.SIGN_IN)
def set_up() -> Answer:
    """Make the first administrator and sign in."""
    here = visit()
    store = here.services.store
    if grants.has_administrator(store):
        return _setup_done(here)
    until = throttle.attempt(store, "", request.remote_addr or "", here.now)
    try:
        if until:
            time = until.astimezone(ZONE).strftime("%H:%M")
            raise Invalid([Fault(field="code", code="sign_in.wait", params={"time": time})])
        account = _first(here)
    except Invalid as invalid:
        errors = errors_of(invalid, here.lang)
        return page("sign_in/setup.html", typed=request.form, errors=errors, noindex=True), 429 if until else 422
    entering.enter(account)
    if here.services.config.mode == "demo":  # which is full already
        flash(here._("Das Konto ist angelegt. Die Vorführung ist schon gefüllt: Sehen Sie sich um."), "success")
        return redirect(f"/{here.lang}/", 303)
    flash(here._("Das Netzwerk ist eingerichtet. Lesen Sie jetzt Gebiete und Listen ein."), "success")
    return redirect(f"/{here.lang}/import", 303)


def _first(here: Visit) -> Account:
    form, store = request.form, here.services.store
    record = codes.setup_record(store, form.get("code", ""), here.now)
    if record is None:
        raise Invalid([Fault(field="code", code="setup.code", params={})])
    mail, name = form.get("mail", ""), form.get("name", "")
    account = accounts.new(here.services.new_id(), mail, name)
    password = new_password(form, Owner(mail=account.mail, name=account.name))
    account = dataclasses.replace(account, password=password)
    _store_first(here, record, account)
    return account


def _store_first(here: Visit, record: Record, account: Account) -> None:
    try:
        codes.set_up(here.services.store, record, account, here.services.new_id())
    except RecordConflict as exc:
        taken = exc.kind == accounts.MAIL
        fault = Fault(
            field="mail" if taken else "code", code="account.mail_taken" if taken else "setup.code", params={}
        )
        raise Invalid([fault]) from exc


def _setup_done(here: Visit) -> Answer:
    text = say("setup.done", here.lang)
    return page("sign_in/setup_done.html", text=text, noindex=True), 409
