"""Services that are nearly full, as they state it themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.analysis.coverage.supply import supply_of
from graph.analysis.home import home_id
from graph.model.changes import EntryId
from graph.network import Network

NEARLY = 0.75
"""Share of the places from which on a service is called nearly full."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Filling:
    """`occupied` of `places`, as stated on the day `on` (ISO), in the area `unit`; "" where one is not known."""

    service: EntryId
    unit: EntryId
    occupied: int
    places: int
    on: str

    @property
    def share(self) -> float:
        """Share of the places that are taken; above 1 where more came than fit."""
        return self.occupied / self.places


def nearly_full(network: Network, topic: EntryId, on: date) -> tuple[Filling, ...]:
    """The services of a topic of whose places at least NEARLY are taken, the fullest first.

    What it means to a council: here the next arrival finds no place, whatever capacity says. O(services of the topic).
    """
    found = []
    for one in network.memo(supply_of, topic, on):
        fields = network.entry(one.service).fields
        occupied, places = fields.get("occupied"), fields.get("capacity")
        if occupied is not None and places and occupied >= NEARLY * places:
            unit = EntryId(home_id(network, one.service))
            day = fields.get("capacity_on", "")
            found.append(Filling(service=one.service, unit=unit, occupied=occupied, places=places, on=day))
    return tuple(sorted(found, key=lambda each: (-each.share, each.service)))
