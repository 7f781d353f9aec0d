"""Accounts and grants as Records."""

from __future__ import annotations

from typing import Any

from graph.model.changes import Record
from graph.store import Store
from webapp.access import Grant, Role
from webapp.accounts.model import Account

KIND = "account"
GRANT = "grant"


def find(store: Store, id: str) -> Account | None:
    """The account with this id."""
    record = store.get(KIND, id)
    return _account(record) if record else None


def grants_of(store: Store, account: str) -> tuple[Grant, ...]:
    """The grants of an account."""
    return tuple(_grant(r) for r in store.find(GRANT, owner=account))


def _account(record: Record) -> Account:
    body: Any = record.body
    return Account(
        id=record.id, mail=body["mail"], name=body["name"], password=body["password"], version=record.version
    )


def _grant(record: Record) -> Grant:
    body: Any = record.body
    return Grant(id=record.id, account=record.owner, role=Role(body["role"]), area=body["area"], actor=body["actor"])
