"""Where people wait long, as providers tell it, and how long it would take to work the queue off."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from graph.analysis.council.plain import Data, homes
from graph.analysis.planning.surge import surge
from graph.analysis.referrals.arcs import Arc, arcs
from graph.network import Network

LONG_WEEKS = 4.0
"""A wait below is none that a council has to know of."""
MORE = (0.1, 0.25)
"""So much more room, least and most, is assumed when it is told how long working off a queue takes."""

QUEUES = frozenset({"appointments_week", "hours_week", "minutes_case"})
"""Units of capacity of those who work people off one by one. Places that somebody keeps for months are no such queue: a
place more is taken at once, and then for long."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wait:
    """Weeks of waiting for topics in places, as told on a day.

    `clears`: weeks until nobody waits (least, most); None where the service is no queue, as far as it tells.
    """

    topics: tuple[str, ...]
    places: tuple[str, ...]
    weeks: float
    told_on: str
    clears: tuple[float, float] | None


def clearing(weeks: float) -> tuple[float, float]:
    """Weeks until a queue is worked off with a quarter or a tenth more room, while as many come as now.

    Who waits `weeks` stands behind as many weeks of work: a surge of these that meets an office which is full already.

    >>> [round(weeks) for weeks in clearing(34)]
    [136, 340]
    """
    return _worked_off(weeks, MORE[1]), _worked_off(weeks, MORE[0])


def _worked_off(weeks: float, more: float) -> float:
    found = surge([weeks], usual=1, capacity=1 + more, horizon=2 + int(weeks / more)).days
    assert found is not None  # more is done than comes
    return found


def waits(network: Network, on: date) -> list[Data]:
    """The latest waiting time told of every service, the longest first, as plain data without names.

    Of statements of one day the longest holds. Left out are links to an actor as a whole: nobody can tell what one
    waits for. Complexity: O(links).
    """
    latest: dict[str, tuple[str, float]] = {}
    for arc in network.memo(arcs, on).all():
        told = _told(network, arc)
        if arc.service and told and told > latest.get(arc.service, ("", 0.0)):
            latest[arc.service] = told
    found = [_wait(network, service, *told) for service, told in latest.items() if told[1] >= LONG_WEEKS]
    return [asdict(wait) for wait in sorted(found, key=lambda w: (-w.weeks, w.topics, w.places))]


def _told(network: Network, arc: Arc) -> tuple[str, float] | None:
    fields = network.entry(arc.id).fields
    return (str(fields.get("waiting_on", "")), float(fields["waiting_weeks"])) if "waiting_weeks" in fields else None


def _wait(network: Network, service: str, told_on: str, weeks: float) -> Wait:
    fields = network.entry(service).fields
    return Wait(
        topics=tuple(fields.get("topics", ())),
        places=homes(network, [service]),
        weeks=weeks,
        told_on=told_on,
        clears=clearing(weeks) if fields.get("capacity_unit") in QUEUES else None,
    )
