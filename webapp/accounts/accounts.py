"""Accounts as Records. A second record per account, named by the mail address, keeps addresses unique."""

from __future__ import annotations

import dataclasses
from typing import Any

from graph.model.changes import Record
from graph.model.errors import Fault, Invalid, Missing, RecordConflict
from graph.model.values.mail import clean_mails
from graph.store import Store
from webapp.accounts.model import Account

KIND = "account"
MAIL = "account_mail"
MANY = 10_000
"""More accounts than a network has."""
_NAME_LONGEST = 100


def find(store: Store, id: str) -> Account | None:
    """The account with this id."""
    record = store.get(KIND, id)
    return _account(record) if record else None


def get(store: Store, id: str) -> Account:
    """The account with this id. Raises Missing."""
    account = find(store, id)
    if account is None:
        raise Missing(KIND, id)
    return account


def find_by_mail(store: Store, mail: str) -> Account | None:
    """The account that signs in with this address."""
    record = store.get(MAIL, mail)
    return find(store, record.owner) if record else None


def everyone(store: Store) -> list[Account]:
    """All accounts by name."""
    found = [_account(record) for record in store.find(KIND, limit=MANY)]
    return sorted(found, key=lambda account: (account.name.casefold(), account.mail))


def new(id: str, mail: str, name: str, password: str = "") -> Account:
    """An account to be stored, its mail and name cleaned. Raises Invalid."""
    mails, problems = clean_mails(mail)
    faults = [] if len(mails) == 1 and not problems else [Fault(field="mail", code="account.mail", params={})]
    cleaned = clean_name(name)
    if not cleaned:
        faults.append(Fault(field="name", code="account.name", params={}))
    if faults:
        raise Invalid(faults)
    return Account(id=id, mail=mails[0], name=cleaned, password=password, version=0)


def clean_name(raw: str) -> str:
    """A person's name on one line; "" when it can't be one."""
    name = " ".join(raw.split())
    return name if name.isprintable() and len(name) <= _NAME_LONGEST else ""


def created(account: Account) -> list[Record]:
    """The records that create an account."""
    return [record_of(account), Record(kind=MAIL, id=account.mail, body={}, owner=account.id)]


def create(store: Store, account: Account, *more: Record) -> None:
    """Store a new account, and other records with it. Raises Invalid when its address is taken."""
    try:
        store.commit(None, put=[*created(account), *more])
    except RecordConflict as exc:
        if exc.kind != MAIL:
            raise
        raise Invalid([Fault(field="mail", code="account.mail_taken", params={})]) from exc


def change(store: Store, account: Account, *, name: str = "", password: str = "") -> Account:
    """Store an account with another name or password. Raises RecordConflict."""
    changed = dataclasses.replace(account, name=name or account.name, password=password or account.password)
    store.commit(None, put=[record_of(changed)])
    return dataclasses.replace(changed, version=account.version + 1)


def record_of(account: Account) -> Record:
    """The record of an account."""
    body = {"mail": account.mail, "name": account.name, "password": account.password}
    return Record(kind=KIND, id=account.id, body=body, version=account.version)


def _account(record: Record) -> Account:
    body: Any = record.body
    return Account(
        id=record.id, mail=body["mail"], name=body["name"], password=body["password"], version=record.version
    )
