"""The few numbers by which a network is compared with itself: before and after a plan, from Snapshot to Snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

from graph.analysis.council.completeness import age
from graph.analysis.council.confirmed import confirmation
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.reaching import Reaching, reaching
from graph.analysis.coverage.states import EVERYONE, topic_row
from graph.analysis.coverage.supply import supply
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.houses import houses
from graph.analysis.referrals.journeys import Course, course
from graph.analysis.referrals.topics import entry_points
from graph.analysis.referrals.ways import distances
from graph.analysis.structure.two_mode import hanging_on_one
from graph.model.changes import EntryId
from graph.network import Network

Better = Literal["more", "less"]
Reach = tuple[float, float]

INDICATORS: Mapping[str, Better] = {
    "need": "less",
    "reached": "more",
    "cells_offered": "more",
    "cells_unknown": "less",
    "topics_unreached": "less",
    "steps": "less",
    "handovers": "less",
    "steps_broken": "less",
    "hanging": "less",
    "confirmed": "more",
    "fresh": "more",
}
"""Indicator → which way is better; names stand in the vocabulary, list "indicators"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicators:
    """Values by name, None where nothing can be said. People are model numbers: show them rounded."""

    values: Mapping[str, float | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicPart:
    """What a topic adds to the indicators. `need`, `reached`: None where nobody is known to need it; `steps`: the mean
    over entry points, None where no way leads; `unreached`: entry points without a way; cells by their state."""

    need: float | None
    reached: float | None
    steps: float | None
    unreached: int
    offered: int
    unknown: int
    hangs: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class JourneyPart:
    """What a journey adds: hand-overs of its walk, None without one, and steps that people do not get to."""

    handovers: int | None
    broken: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Parts:
    """Indicators before they are summed up, so that a plan computes anew only what it touches."""

    topics: Mapping[EntryId, TopicPart]
    journeys: Mapping[EntryId, JourneyPart]
    confirmed: float | None
    fresh: float | None

    @property
    def body(self) -> dict[str, Any]:
        """As plain data that can be kept."""
        return asdict(self)


def parts_of(body: Mapping[str, Any]) -> Parts:
    """The inverse of `Parts.body`."""
    return Parts(
        topics={EntryId(id): TopicPart(**part) for id, part in body["topics"].items()},
        journeys={EntryId(id): JourneyPart(**part) for id, part in body["journeys"].items()},
        confirmed=body["confirmed"],
        fresh=body["fresh"],
    )


def indicators(
    network: Network, on: date, assumed: Assumptions, reached: Sequence[Reaching] | None = None
) -> Indicators:
    """All indicators of a Network. `reached`: how far each topic reaches, where the caller has computed it already.

    Complexity: that of reaching and of the ways of every topic; a matter of seconds.
    """
    return summed(parts(network, on, assumed, reached))


def parts(network: Network, on: date, assumed: Assumptions, reached: Sequence[Reaching] | None = None) -> Parts:
    """What the indicators of a Network are made of."""
    topics = sorted(network.of_kind("topic"))
    every = (reaching(network, t, on, assumed) for t in topics) if reached is None else reached
    found: dict[str, Reach] = {r.topic: reach_of(r) for r in every if r is not None}
    return parts_with(network, on, found)


def reach_of(found: Reaching) -> Reach:
    """How many need it, and how many of them are reached."""
    return found.cascade.persons, found.cascade.left[-1]


def topic_part(network: Network, topic: EntryId, on: date, reach: Reach | None) -> TopicPart:
    """One topic's part. `reach`: as `reach_of` has it. Complexity: O(links + units · services of the topic)."""
    goals = network.memo(providers, on).get(topic, {})
    near = distances(network.memo(arcs, on), goals) if goals else {}
    steps = [near.get(start) for start in network.memo(entry_points)] if goals else []
    ways = [n for n in steps if n is not None]
    states = [cell.state for cell in network.memo(topic_row, topic, on, EVERYONE).values()]
    return TopicPart(
        need=reach[0] if reach else None,
        reached=reach[1] if reach else None,
        steps=sum(ways) / len(ways) if ways else None,
        unreached=len(steps) - len(ways),
        offered=states.count("offered"),
        unknown=states.count("unknown"),
        hangs=topic in network.memo(hanging, on),
    )


def parts_with(network: Network, on: date, reach: Mapping[str, Reach]) -> Parts:
    """As `parts`, where the caller knows how far topics reach: topic → as `reach_of` has it."""
    journeys = sorted(network.of_kind("journey"))
    return Parts(
        topics={t: topic_part(network, t, on, reach.get(t)) for t in sorted(network.of_kind("topic"))},
        journeys={journey: journey_part(course(network, journey, on)) for journey in journeys},
        **shares(network, on),
    )


def journey_part(found: Course) -> JourneyPart:
    """One journey's part."""
    return JourneyPart(handovers=found.walk.handovers if found.walk else None, broken=len(found.broken))


def shares(network: Network, on: date) -> dict[str, float | None]:
    """`confirmed` and `fresh`, shares of all links and of all actors and services. O(entries)."""
    ages = age(network, on)
    total = ages.fresh + ages.old + ages.never
    return {"confirmed": confirmation(network, on).rate, "fresh": ages.fresh / total if total else None}


def summed(found: Parts) -> Indicators:
    """The indicators that these parts make."""
    topics, journeys = found.topics.values(), found.journeys.values()
    means = [t.steps for t in topics if t.steps is not None]
    walks = [j.handovers for j in journeys if j.handovers is not None]
    stated = [t for t in topics if t.need is not None]
    return Indicators(
        values={
            "need": sum(t.need or 0.0 for t in stated) if stated else None,
            "reached": sum(t.reached or 0.0 for t in stated) if stated else None,
            "cells_offered": sum(t.offered for t in topics),
            "cells_unknown": sum(t.unknown for t in topics),
            "topics_unreached": sum(t.unreached for t in topics),
            "steps": sum(means) / len(means) if means else None,
            "handovers": sum(walks) / len(walks) if walks else None,
            "steps_broken": sum(j.broken for j in journeys),
            "hanging": sum(t.hangs for t in topics),
            "confirmed": found.confirmed,
            "fresh": found.fresh,
        }
    )


def hanging(network: Network, on: date) -> dict[EntryId, EntryId]:
    """Topics that a single actor offers, with that actor. O(services).

    An actor and units of it that offer the same are one: if it goes, they go with it. Offices that merely belong to the
    same house stay apart.
    """
    known = network.memo(providers, on).items()
    return hanging_on_one({EntryId(topic): houses(network, who) for topic, who in known})


def providers(network: Network, on: date) -> dict[str, dict[EntryId, None]]:
    """Topic → who offers it, each once. Ask by `network.memo(providers, on)`. O(services)."""
    found: dict[str, dict[EntryId, None]] = {}
    for one in network.memo(supply, on):
        for topic in one.topics:
            found.setdefault(topic, {})[one.provider] = None
    return found
