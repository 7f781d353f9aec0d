"""Many people on one day: after how many days everybody is registered, with the appointments that there are."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from graph.analysis.council.plain import Data, homes
from graph.analysis.coverage.supply import supply
from graph.analysis.planning.surge import desks_of, surge
from graph.model.changes import EntryId
from graph.network import Network

PERSONS = 400
"""So many are looked at: a bus or two a day for a week, or a train, as in the spring of 2022."""
TOPICS = (EntryId("topic-registration"), EntryId("topic-initial-reception"))
"""Where everybody goes who arrives."""
TAKEN = 0.5
"""Part of the appointments, at the most, that goes to those who come anyway: an assumption, said with the result."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrival:
    """A topic with the places where it is offered, appointments a day, and working days until all have had one.

    `days`: fewest, when nobody else comes, and most, when part of the appointments is taken already; both with just the
    appointments that are told, so that everybody can check them.
    """

    topic: str
    places: tuple[str, ...]
    persons: int
    a_day: int
    days: tuple[float, float]


def arrivals(network: Network, on: date) -> list[Data]:
    """What is offered of each such topic by those who state appointments a week, as plain data without names.

    What it means to a council: the day when many come is told in working days. O(services).
    """
    found = (_arrival(network, topic, on) for topic in TOPICS)
    return [asdict(one) for one in found if one is not None]


def _arrival(network: Network, topic: EntryId, on: date) -> Arrival | None:
    known = [
        (one.provider, desks)
        for one in network.memo(supply, on)
        if topic in one.topics and (desks := desks_of({}, network.entry(one.service).fields)) is not None
    ]
    if not known:
        return None
    a_day = round(sum(desks.least + desks.most for _, desks in known) / 2)
    fast, slow = (surge([PERSONS], taken * a_day, capacity=a_day).days for taken in (0.0, TAKEN))
    if fast is None or slow is None:
        return None
    places = homes(network, [provider for provider, _ in known])
    return Arrival(topic=topic, places=places, persons=PERSONS, a_day=a_day, days=(fast, slow))
