"""One-time codes: the store keeps their hash, whoever holds the code uses it once."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from graph.model.changes import Record
from graph.model.errors import KnotenpunktError
from graph.store import Store
from webapp import handed
from webapp.access import Grant, Role
from webapp.accounts import accounts, grants
from webapp.accounts.model import Account
from webapp.handed import hashed

INVITATION = "invitation"
INVITATION_DAYS = 7
SETUP = "setup"
SETUP_LASTS = timedelta(hours=24)
_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that look alike


def invite(store: Store, account: str, now: datetime) -> str:
    """A new invitation to choose a password, also for who forgot theirs. Earlier ones of the account end."""
    earlier = store.find(INVITATION, owner=account)
    return handed.make(store, INVITATION, {}, account, now, timedelta(days=INVITATION_DAYS), instead_of=earlier)


def invited(store: Store, code: str, now: datetime) -> tuple[Record, Account]:
    """The invitation behind a code and the account it is for. Raises KnotenpunktError when it is void."""
    record = handed.find(store, INVITATION, code, now)
    account = accounts.find(store, record.owner) if record else None
    if record is None or account is None:
        raise KnotenpunktError("invitation.void")
    return record, account


def withdraw(store: Store, account: str) -> None:
    """End the invitations of an account. Raises RecordConflict when one is used at the same moment."""
    invitations = store.find(INVITATION, owner=account)
    if invitations:
        store.commit(None, drop=invitations)


def accept(store: Store, invitation: Record, account: Account) -> None:
    """Store the account with its new password and end the invitation. Raises RecordConflict when it was used."""
    store.commit(None, put=[accounts.record_of(account)], drop=[invitation])


def begin_setup(store: Store, now: datetime) -> str:
    """A new code that makes the first administrator; "" when there is one. An earlier code ends."""
    if grants.has_administrator(store):
        return ""
    letters = [secrets.choice(_LETTERS) for _ in range(20)]
    code = "-".join("".join(letters[i : i + 5]) for i in range(0, 20, 5))
    old = store.get(SETUP, SETUP)
    body = {"hash": hashed(_plain(code))}
    version = old.version if old else 0
    store.commit(None, put=[Record(kind=SETUP, id=SETUP, body=body, version=version, expires=now + SETUP_LASTS)])
    return code


def setup_record(store: Store, code: str, now: datetime) -> Record | None:
    """The record of the setup code when this is it."""
    record = store.get(SETUP, SETUP)
    if record is None or record.expires is None or record.expires <= now:
        return None
    return record if secrets.compare_digest(str(record.body["hash"]), hashed(_plain(code))) else None


def set_up(store: Store, record: Record, account: Account, grant_id: str) -> None:
    """Make the first administrator and end the code. Raises KnotenpunktError when there is one, RecordConflict."""
    if grants.has_administrator(store):
        raise KnotenpunktError("setup.done")
    grant = Grant(id=grant_id, account=account.id, role=Role.ADMINISTRATOR)
    store.commit(None, put=[*accounts.created(account), grants.record_of(grant)], drop=[record])


def _plain(code: str) -> str:
    return "".join(sign for sign in code.upper() if sign.isalnum())
