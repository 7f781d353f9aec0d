"""Grants as Records, and the one promise about them: an administrator always remains."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Any

from graph.model.changes import Record
from graph.model.errors import Fault, Invalid, KnotenpunktError, Missing
from graph.network import Network
from graph.store import Store
from webapp.access import LIMITED_BY, Grant, Role
from webapp.accounts import accounts

KIND = "grant"
GUARD = "guard"
_ADMINISTRATORS = "administrators"


def of(store: Store, account: str) -> tuple[Grant, ...]:
    """The grants of an account."""
    return tuple(_grant(r) for r in store.find(KIND, owner=account))


def by_account(store: Store) -> dict[str, list[Grant]]:
    """All grants by account."""
    found: dict[str, list[Grant]] = {}
    for record in store.find(KIND, limit=accounts.MANY):
        found.setdefault(record.owner, []).append(_grant(record))
    return found


def has_administrator(store: Store) -> bool:
    """Whether somebody may manage accounts."""
    return bool(_administrators(store))


def new(network: Network, id: str, account: str, role: str, area: str = "", actor: str = "") -> Grant:
    """A grant to be stored, checked against the network. Raises Invalid."""
    faults = [*_role_faults(role, area, actor), *_unknown(network, area, actor)]
    if faults:
        raise Invalid([Fault(field=field, code=code, params={}) for field, code in faults])
    return Grant(id=id, account=account, role=Role(role), area=area, actor=actor)


def give(store: Store, grant: Grant) -> None:
    """Store a grant. Raises Invalid when the account has the same one."""
    if any(dataclasses.replace(grant, id=old.id) == old for old in of(store, grant.account)):
        raise Invalid([Fault(field="role", code="grant.exists", params={})])
    store.commit(None, put=[record_of(grant)])


def take(store: Store, account: str, id: str) -> None:
    """Take a grant away. Raises Missing, and KnotenpunktError when no administrator would remain."""
    record = store.get(KIND, id)
    if record is None or record.owner != account:
        raise Missing(KIND, id)
    store.commit(None, put=_guarding(store, [record]), drop=[record])


def remove_account(store: Store, account: str) -> None:
    """Delete an account with its address, grants and invitations. Raises like `take`."""
    stored = store.get(accounts.KIND, account)
    if stored is None:
        raise Missing(accounts.KIND, account)
    granted = store.find(KIND, owner=account)
    invited = store.find("invitation", owner=account)
    calling = store.find("phone-round", owner=account)
    named = store.get(accounts.MAIL, str(stored.body["mail"]))
    drop = [stored, *granted, *invited, *calling, *([named] if named else [])]
    store.commit(None, put=_guarding(store, granted), drop=drop)


def record_of(grant: Grant) -> Record:
    """The record of a new grant."""
    body = {"role": grant.role.value, "area": grant.area, "actor": grant.actor}
    return Record(kind=KIND, id=grant.id, body=body, owner=grant.account)


def _role_faults(role: str, area: str, actor: str) -> Iterable[tuple[str, str]]:
    if role not in LIMITED_BY:
        yield "role", "grant.role"
        return
    limits = {name for name, value in (("area", area), ("actor", actor)) if value}
    if len(limits) == 2:
        yield "actor", "grant.one_limit"
    elif not limits <= LIMITED_BY[Role(role)]:
        yield limits.pop(), "grant.unlimited_only"


def _unknown(network: Network, area: str, actor: str) -> Iterable[tuple[str, str]]:
    for name, id in (("area", area), ("actor", actor)):
        entry = network.find(id) if id else None
        if id and (entry is None or entry.kind != name):
            yield name, f"grant.{name}"


def _guarding(store: Store, dropped: list[Record]) -> list[Record]:
    """The guard to put when administrators are among the dropped grants, so that two such writes never both succeed."""
    guard = _guard(store)  # read before the administrators are counted
    before, gone = _administrators(store), {record.id for record in dropped}
    if before.isdisjoint(gone):
        return []
    if before <= gone:
        raise KnotenpunktError("account.last_administrator")
    return [guard]


def _guard(store: Store) -> Record:
    stored = store.get(GUARD, _ADMINISTRATORS)
    return Record(kind=GUARD, id=_ADMINISTRATORS, body={}, version=stored.version if stored else 0)


def _administrators(store: Store) -> set[str]:
    """The grants of administrators who can sign in: an invitation alone may be lost."""
    granted = [r for r in store.find(KIND, limit=accounts.MANY) if r.body["role"] == Role.ADMINISTRATOR]
    found = {r.id: accounts.find(store, r.owner) for r in granted}
    return {id for id, account in found.items() if account and account.password}


def _grant(record: Record) -> Grant:
    body: Any = record.body
    return Grant(id=record.id, account=record.owner, role=Role(body["role"]), area=body["area"], actor=body["actor"])
