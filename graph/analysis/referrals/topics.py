"""Ways, dead ends and single points of failure per topic: what entry points reach (methods 17, 18, 20 on a Network)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from graph.analysis.coverage.supply import Supply, supply
from graph.analysis.referrals.arcs import Arcs, adjacency, arcs
from graph.analysis.referrals.indispensable import indispensable
from graph.analysis.referrals.traps import Trapped, rings, traps
from graph.analysis.referrals.ways import distances
from graph.model.changes import EntryId
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicWays:
    """How people get to a topic. `steps`: entry point → hand-overs, None where no way leads; `providers` who offer it.

    `only_by`: actors on every way from every entry point. `traps`: where people who look for it get stuck. `rings`:
    providers who refer for this very topic to each other, so that one comes round to where one was.
    """

    topic: EntryId
    providers: tuple[EntryId, ...]
    steps: dict[EntryId, int | None]
    only_by: tuple[EntryId, ...]
    traps: tuple[Trapped[EntryId], ...]
    rings: tuple[tuple[EntryId, ...], ...] = ()

    @property
    def unreached(self) -> tuple[EntryId, ...]:
        """Entry points from which nobody gets there."""
        return tuple(start for start, steps in self.steps.items() if steps is None)

    @property
    def mean_steps(self) -> float | None:
        """Over the entry points that lead there; those that do not never enter the mean."""
        known = [steps for steps in self.steps.values() if steps is not None]
        return sum(known) / len(known) if known else None


def topic_ways(network: Network, topic: EntryId, on: date, status: str = "", language: str = "") -> TopicWays:
    """The ways to a topic for people of a status who speak a language (codes; "" = whoever).

    A service that states no languages counts as speaking it: ways are about links. Complexity: O(links).
    """
    known = offering(network, topic, on, status, language)
    goals = tuple(dict.fromkeys(one.provider for one in known))
    found = network.memo(arcs, on, status)
    links, near = adjacency(found), distances(found, goals)
    starts = entry_points(network)
    return TopicWays(
        topic=topic,
        providers=goals,
        steps={start: near.get(start) for start in starts},
        only_by=tuple(indispensable(links, starts, goals)) if goals and starts else (),
        traps=tuple(traps(links, goals)) if goals else (),
        rings=tuple(rings(_within(found, known))),
    )


def offering(network: Network, topic: EntryId, on: date, status: str = "", language: str = "") -> tuple[Supply, ...]:
    """The services of a topic for people of a status who speak a language, by id. O(services)."""
    return tuple(
        one
        for one in network.memo(supply, on)
        if topic in one.topics and one.fits(status) and (not language or one.speaks(language) is not False)
    )


def steps_by_language(
    network: Network, topic: EntryId, on: date, languages: Collection[str], status: str = ""
) -> dict[str, dict[EntryId, int | None]]:
    """Language → entry point → hand-overs to a service in that language, None where no way leads.

    Complexity: O(languages · links).
    """
    found, starts = network.memo(arcs, on, status), entry_points(network)
    told = {}
    for language in languages:
        near = distances(found, {one.provider for one in offering(network, topic, on, status, language)})
        told[language] = {start: near.get(start) for start in starts}
    return told


def entry_points(network: Network) -> tuple[EntryId, ...]:
    """The actors marked as those where people start, by id."""
    return tuple(sorted(a.id for a in network.of_kind("actor").values() if a.fields.get("entry_point")))


def _within(found: Arcs, known: Collection[Supply]) -> dict[EntryId, set[EntryId]]:
    """The links by which providers of a topic refer to its services, among themselves."""
    services, goals = {one.service for one in known}, {one.provider for one in known}
    return {sender: {arc.receiver for arc in found.out.get(sender, ()) if arc.service in services} for sender in goals}
