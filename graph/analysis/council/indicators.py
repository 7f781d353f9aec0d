"""The few numbers by which a network is compared with itself: before and after a plan, from Snapshot to Snapshot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.analysis.council.completeness import age
from graph.analysis.council.confirmed import confirmation
from graph.analysis.coverage.reaching import Assumptions, Reaching, reaching
from graph.analysis.coverage.states import matrix
from graph.analysis.coverage.supply import supply
from graph.analysis.referrals.journeys import course
from graph.analysis.referrals.topics import topic_ways
from graph.analysis.structure.two_mode import hanging_on_one
from graph.model.changes import EntryId
from graph.network import Network

Better = Literal["more", "less"]

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
"""Indicator → which way is better; names stand in the vocabulary as "indicator.<name>"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Indicators:
    """Values by name, None where nothing can be said. People are model numbers: show them rounded."""

    values: Mapping[str, float | None]


def indicators(
    network: Network, on: date, assumed: Assumptions, reached: Sequence[Reaching] | None = None
) -> Indicators:
    """All indicators of a Network. `reached`: how far each topic reaches, where the caller has computed it already.

    Complexity: that of reaching and of the ways of every topic; a matter of seconds.
    """
    topics = sorted(network.of_kind("topic"))
    found = [r for topic in topics if (r := reaching(network, topic, on, assumed))] if reached is None else reached
    ways = [w for topic in topics if (w := network.memo(topic_ways, topic, on)).providers]
    cells = network.memo(matrix, on).values()
    means = [w.mean_steps for w in ways if w.mean_steps is not None]
    courses = [course(network, journey, on) for journey in sorted(network.of_kind("journey"))]
    walks = [c.walk.handovers for c in courses if c.walk is not None]
    ages = age(network, on)
    total = ages.fresh + ages.old + ages.never
    return Indicators(
        values={
            "need": sum(r.cascade.persons for r in found) if found else None,
            "reached": sum(r.cascade.left[-1] for r in found) if found else None,
            "cells_offered": sum(c.state == "offered" for c in cells),
            "cells_unknown": sum(c.state == "unknown" for c in cells),
            "topics_unreached": sum(len(w.unreached) for w in ways),
            "steps": sum(means) / len(means) if means else None,
            "handovers": sum(walks) / len(walks) if walks else None,
            "steps_broken": sum(len(c.broken) for c in courses),
            "hanging": len(hanging(network, on)),
            "confirmed": confirmation(network, on).rate,
            "fresh": ages.fresh / total if total else None,
        }
    )


def hanging(network: Network, on: date) -> dict[EntryId, EntryId]:
    """Topics that a single actor offers, with that actor. O(services)."""
    providers: dict[EntryId, list[EntryId]] = {}
    for one in network.memo(supply, on):
        for topic in one.topics:
            providers.setdefault(EntryId(topic), []).append(one.provider)
    return hanging_on_one(providers)
