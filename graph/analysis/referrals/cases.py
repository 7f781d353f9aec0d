"""From a need to a service, for one case: live, from memory. Nothing of the case is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from graph.analysis.coverage.supply import Supply
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.journeys import providers
from graph.analysis.referrals.topics import entry_points, offering
from graph.analysis.referrals.ways import Way, shortest
from graph.model.changes import Entry, EntryId
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """`way`: from a start to the nearest who offers it, None where no referral leads there. `services`: what the goal
    offers of the topic, those first that state the language; without a way every such service. `otherwise`: nobody
    offers it in the language, so these are the next best, in others."""

    way: Way | None
    services: tuple[Supply, ...]
    otherwise: bool = False


def case(
    network: Network,
    topic: EntryId,
    on: date,
    *,
    start: str = "",
    status: str = "",
    language: str = "",
    step: Entry | None = None,
) -> Case:
    """The way for people who begin at a start (an actor; "" = the nearest entry point) and look for a topic.

    Live, for pages, maps and search alike; `topic_ways` has the ways from all entry points. `status` and `language`:
    codes, "" = whoever. Where nobody offers it in the language, the way to who offers it in another. Of equally short
    ways the most confirmed one. `step`: only to whoever serves this step of a journey, as its page has it.

    Complexity: O(services + links that lead there).
    """
    among = _serving(network, step, on, status) if step else None
    fits = _of(offering(network, topic, on, status, language), among)
    otherwise = not fits and bool(language)
    known = sorted(
        fits or _of(offering(network, topic, on, status), among),
        key=lambda one: (bool(language) and one.speaks(language) is None, one.service),
    )
    starts: Collection[EntryId] = (EntryId(start),) if start else network.memo(entry_points)
    goals = dict.fromkeys([one.provider for one in known] or among or ())
    found = network.memo(arcs, on, "" if step and step.fields.get("services") else status)
    best = shortest(found, starts, goals)
    services = tuple(one for one in known if best is None or one.provider == best.goal)
    return Case(way=best, services=services, otherwise=otherwise and bool(known))


def _serving(network: Network, step: Entry, on: date, status: str) -> tuple[EntryId, ...]:
    groups = network.entry(step.fields["journey"]).fields.get("target_groups", ())
    return providers(network, step, on, status, groups)[0]


def _of(known: Collection[Supply], among: Collection[EntryId] | None) -> list[Supply]:
    return [one for one in known if among is None or one.provider in among]
