"""What ends within a year, and which coverage goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from graph.analysis.coverage.states import matrix
from graph.model.changes import EntryId
from graph.network import Network

WITHIN_DAYS = 365


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """A service whose funding or legal basis, or an agreement whose term, ends on a day.

    `loses`: (topic, unit) that only services ending by then offer: afterwards there is none.
    """

    entry: EntryId
    field: str
    day: str
    loses: tuple[tuple[EntryId, EntryId], ...] = ()


def ending(network: Network, on: date, days: int = WITHIN_DAYS) -> tuple[Ending, ...]:
    """Everything that ends after a day and within so many, the earliest first.

    Complexity: O(entries + topics · units). What it means to a council: without a decision this is gone by then.
    """
    today, last = on.isoformat(), (on + timedelta(days=days)).isoformat()
    found = [
        Ending(entry=entry.id, field=field, day=entry.fields[field])
        for kind, field in (("service", "funded_until"), ("service", "legal_to"), ("agreement", "ends_on"))
        for entry in network.of_kind(kind).values()
        if today <= entry.fields.get(field, "") <= last
    ]
    found.sort(key=lambda e: (e.day, e.entry))
    ends = {e.entry: e.day for e in reversed(found)}
    lost: dict[EntryId, list[tuple[EntryId, EntryId]]] = {}
    for place, cell in network.memo(matrix, on).items():
        if cell.state == "offered" and all(service in ends for service in cell.services):
            for service in cell.services:
                lost.setdefault(service, []).append(place)
    return tuple(Ending(entry=e.entry, field=e.field, day=e.day, loses=tuple(lost.get(e.entry, ()))) for e in found)
