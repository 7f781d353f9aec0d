"""Beginning and ending a visit with an account: the only place that calls Flask-Login."""

from __future__ import annotations

import contextlib

from flask import request, session
from flask_login import login_user, logout_user

from graph.model.errors import RecordConflict, Unavailable
from webapp import sessions
from webapp.accounts import accounts, throttle
from webapp.accounts.forms import passwords
from webapp.accounts.model import Account
from webapp.services import services


def check(mail: str, password: str) -> Account | None:
    """The account when this is its password. Takes as long when there is no such account."""
    store, keeper = services().store, passwords()
    account = accounts.find_by_mail(store, mail)
    if not keeper.matches(account.password if account else "", password) or account is None:
        return None
    throttle.succeeded(store, mail, request.remote_addr or "", services().now())
    if keeper.is_outdated(account.password):
        with contextlib.suppress(RecordConflict):
            return accounts.change(store, account, password=keeper.hash(password))
    return account


def enter(account: Account) -> None:
    """Sign in on this request, in a new session."""
    session.clear()
    login_user(account)
    session.pop("_id")  # a hash of address and browser, which nothing here reads
    sessions.current().rotate = True


def leave() -> None:
    """Sign out: the session ends in the store before the answer says so. Raises Unavailable."""
    current = sessions.current()
    if current.unknown:
        raise Unavailable
    if current.record is not None:
        sessions.end(services(), current.record.id)
    logout_user()
    session.clear()


def end_others(account: str) -> None:
    """End every session of an account; when it is the visitor's own, this one goes on under a new token."""
    own = session.get("_user_id") == account
    record = sessions.current().record
    sessions.end_all(services(), account, but=record.id if own and record else "")
    if own:
        sessions.current().rotate = True
