"""From a need to a service, for one case: live, from memory. Nothing of the case is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from graph.analysis.coverage.supply import Supply
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.topics import entry_points, offering
from graph.analysis.referrals.ways import Way, shortest
from graph.model.changes import EntryId
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """`way`: from a start to the nearest who offers it, None where no referral leads there. `services`: what the goal
    offers of the topic, those first that state the language; without a way every such service. `otherwise`: nobody
    offers it in the language, so these are the next best, in others."""

    way: Way | None
    services: tuple[Supply, ...]
    otherwise: bool = False


def case(network: Network, topic: EntryId, on: date, *, start: str = "", status: str = "", language: str = "") -> Case:
    """The way for people who begin at a start (an actor; "" = the nearest entry point) and look for a topic.

    Live, for pages, maps and search alike; `topic_ways` has the ways from all entry points. `status` and `language`:
    codes, "" = whoever. Where nobody offers it in the language, the way to who offers it in another. Of equally short
    ways the most confirmed one. Complexity: O(services + links that lead there).
    """
    fits = offering(network, topic, on, status, language)
    otherwise = not fits and bool(language)
    known = sorted(
        fits or offering(network, topic, on, status),
        key=lambda one: (bool(language) and one.speaks(language) is None, one.service),
    )
    starts: Collection[EntryId] = (EntryId(start),) if start else network.memo(entry_points)
    best = shortest(network.memo(arcs, on, status), starts, dict.fromkeys(one.provider for one in known))
    services = tuple(one for one in known if best is None or one.provider == best.goal)
    return Case(way=best, services=services, otherwise=otherwise and bool(known))
