"""Who answers for a contact or an organisation on a day: who stands in, on which number, and when next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from graph.analysis.home import home_area, land_of
from graph.analysis.responsibility.dialling import Day, Line, line, on_day, with_parents
from graph.analysis.responsibility.standing_in import StandIn, standing_in
from graph.model.changes import Entry, EntryId
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class OnDuty:
    """The answer for one day. Without a `line` nobody here has a number."""

    stand_in: StandIn
    line: Line | None
    day: Day

    @property
    def speaks(self) -> EntryId | None:
        """The contact who is there, None where the organisation itself has to help."""
        return self.stand_in.present


def on_duty(
    network: Network, actor: str, contact: str | None, service: str | None, day: date, minute: datetime | None = None
) -> OnDuty:
    """Who is there for a contact, or for an organisation that names none, and how that one is reached.

    `minute` is local time of that day, None where only the day counts. A number is looked for with who is there, then
    with the service, the organisation and what it is part of; hours with whose number it is, then likewise. Keep it by
    `network.memo` with the day and the minute in the key. Raises Missing.
    """
    stand_in = standing_in(network, contact, day.isoformat()) if contact else StandIn(present=None)
    found = line(network, _entries(network, actor, stand_in.present, service), day.isoformat())
    land = land_of(network, home_area(network, actor))
    return OnDuty(stand_in=stand_in, line=found, day=on_day(found.hours if found else "", day, minute, land))


def _entries(network: Network, actor: str, contact: str | None, service: str | None) -> Iterator[Entry]:
    if contact:
        present = network.entry(contact)
        yield present
        actor = present.fields["actor"]  # a deputy may work for another organisation
    if service:
        yield network.entry(service)
    yield from with_parents(network, network.entry(actor))
