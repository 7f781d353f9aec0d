"""Signing in and out."""

from __future__ import annotations

from datetime import datetime

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from graph.model.sentences import say
from webapp.access import Permission, needs
from webapp.accounts import entering, grants, throttle
from webapp.addresses import own_path
from webapp.pages.sign_in import first_times
from webapp.pages.sign_in.landing import landing
from webapp.render import page
from webapp.texts import ZONE
from webapp.visit import visit

pages = Blueprint("sign_in", __name__)
first_times.register(pages)

Answer = str | Response | tuple[str, int] | tuple[str, int, dict[str, str]]


@pages.get("/sign-in")
@needs(Permission.SIGN_IN)
def form() -> Answer:
    """The form, or the own account for who has signed in."""
    here = visit()
    if here.account:
        return redirect(f"/{here.lang}/account")
    return _form()


@pages.post("/sign-in")
@needs(Permission.SIGN_IN)
def sign_in() -> Answer:
    """Sign in and go on to where the visitor wanted to go."""
    here = visit()
    mail = request.form.get("mail", "").strip().lower()
    until = throttle.attempt(here.services.store, mail, request.remote_addr or "", here.now)
    if until:
        return too_often(until)
    account = entering.check(mail, request.form.get("password", ""))
    if account is None:
        return _form(say("sign_in.wrong", here.lang)), 422
    entering.enter(account)
    return redirect(own_path(request.form.get("to", ""), landing(here, account.id)), 303)


@pages.post("/sign-out")
@needs(Permission.SIGN_IN)
def sign_out() -> Answer:
    """End the session."""
    entering.leave()
    return redirect(f"/{visit().lang}/sign-in?ended=1", 303)


def too_often(until: datetime) -> Answer:
    """The page that says when to try again."""
    here = visit()
    text = say("sign_in.wait", here.lang, time=until.astimezone(ZONE).strftime("%H:%M"))
    return _form(text), 429, {"Retry-After": str(max(1, int((until - here.now).total_seconds())))}


def _form(error: str = "") -> str:
    here = visit()
    typed = request.form if request.method == "POST" else request.args
    to = own_path(typed.get("to", ""), "")
    return page(
        "sign_in/form.html",
        mail=request.form.get("mail", ""), to=to, error=error, ended="ended" in request.args, noindex=True,
        unclaimed=not grants.has_administrator(here.services.store),
    )  # fmt: skip
