"""What a telephone call confirms: an actor and the services that were spoken about."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from graph.model.changes import Change, ChangeSet, Entry, OpId, Why
from graph.model.errors import Fault, Invalid
from graph.network import Network


def confirmed(network: Network, actor: str, services: Collection[str], today: date) -> tuple[Change, ...]:
    """The actor and those of its services are confirmed today. Raises Missing, Invalid for a service of others."""
    own = {service.id for service in network.linking(actor, "service", "provider")}
    if not own.issuperset(services):
        raise Invalid([Fault(field="services", code="value.not_an_entry", params={})], actor)
    entries = [network.entry(actor), *(network.entry(id) for id in sorted(services))]
    return tuple(
        _on(entry, today.isoformat()) for entry in entries if entry.fields.get("confirmed_on") != today.isoformat()
    )


def changeset(network: Network, actor: str, op: OpId, who: str, at: datetime, changes: tuple[Change, ...]) -> ChangeSet:
    """The ChangeSet of a call."""
    why = Why(code="why.called", params={"actor": str(network.entry(actor).fields["name"])})
    return ChangeSet(op=op, who=who, at=at, why=why, source="form", changes=changes)


def _on(entry: Entry, day: str) -> Change:
    before = {"confirmed_on": entry.fields.get("confirmed_on")}
    return Change(kind=entry.kind, id=entry.id, before=before, after={"confirmed_on": day})
