"""Who is there for a contact on a day: itself, else its deputy, else the deputy's deputy."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.changes import EntryId, Fields
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class StandIn:
    """Who is there. `present` is None where all are absent: then the organisation's own number counts."""

    present: EntryId | None
    absent: tuple[tuple[EntryId, str], ...] = ()
    """(contact, until when) of those who are not there, in the order they were asked for."""

    @property
    def until(self) -> str:
        """The last day of the standing in, "" where nobody is absent."""
        return min((until for _, until in self.absent), default="")


def standing_in(network: Network, contact: str, day: str) -> StandIn:
    """Follow the deputies until somebody is there. `day` is an ISO date. Raises Missing. O(deputies).

    >>> from graph.model.changes import Entry, Kind
    >>> contact = Entry(kind=Kind("contact"), id=EntryId("a"), fields={"function": "A–K", "absent_until": "2026-12-03"})
    >>> standing_in(Network([contact]), "a", "2026-11-23").absent
    (('a', '2026-12-03'),)
    """
    absent: dict[EntryId, str] = {}
    entry = network.entry(contact)
    while (until := absent_until(entry.fields, day)) and entry.id not in absent:
        absent[entry.id] = until
        deputy = network.find(entry.fields.get("deputy", ""))
        if deputy is None:
            return StandIn(present=None, absent=tuple(absent.items()))
        entry = deputy
    return StandIn(present=None if entry.id in absent else entry.id, absent=tuple(absent.items()))


def absent_until(fields: Fields, day: str) -> str:
    """Until when a contact is away on this day, "" when it is there. A stated month counts to its end."""
    until = str(fields.get("absent_until") or "")
    return until if until and until >= day[: len(until)] else ""
