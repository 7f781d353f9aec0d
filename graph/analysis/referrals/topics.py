"""Ways, dead ends and single points of failure per topic: what entry points reach (methods 17, 18, 20 on a Network)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.analysis.coverage.supply import Supply, asks_language, supply_of
from graph.analysis.referrals.arcs import Arcs, adjacency, arcs
from graph.analysis.referrals.houses import coming, houses
from graph.analysis.referrals.indispensable import indispensable
from graph.analysis.referrals.traps import Trapped, rings, traps
from graph.analysis.referrals.ways import Way, distances, every_way
from graph.model.changes import EntryId
from graph.network import Network

Rests = Literal["nothing", "no_way", "one_house", "in_between", "several"]
"""No service or no entry point is known; no way leads there; one provider; somebody in between; nobody alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TopicWays:
    """How people get to a topic. `providers` who offer it; `ways`: entry point → the best way, None where none leads.

    `houses`: the providers, units of one counted as one; `coming`: those of them who come to people. `only_by`: who
    offers nothing and is on every way from every entry point. `traps`: where people who look for it get stuck. `rings`:
    providers who refer for this very topic to each other, so that one comes round to where one was.
    """

    topic: EntryId
    providers: tuple[EntryId, ...]
    ways: dict[EntryId, Way | None]
    only_by: tuple[EntryId, ...]
    traps: tuple[Trapped[EntryId], ...]
    rings: tuple[tuple[EntryId, ...], ...] = ()
    houses: tuple[EntryId, ...] = ()
    coming: tuple[EntryId, ...] = ()
    unsent: bool = False
    """Nobody sends anybody to those who offer it, so that every way ends elsewhere: no trap, one link is missing."""

    @property
    def steps(self) -> dict[EntryId, int | None]:
        """Entry point → hand-overs, None where no way leads."""
        return {start: way.steps if way else None for start, way in self.ways.items()}

    @property
    def unreached(self) -> tuple[EntryId, ...]:
        """Entry points from which nobody gets there."""
        return tuple(start for start, way in self.ways.items() if way is None)

    @property
    def rests(self) -> Rests:
        """What the ways to this topic rest on."""
        if not self.providers or not self.ways:
            return "nothing"
        if len(self.unreached) == len(self.ways):
            return "no_way"
        return "one_house" if len(self.houses) == 1 else "in_between" if self.only_by else "several"

    @property
    def unsure(self) -> tuple[EntryId, ...]:
        """Entry points whose best way has a step that not both sides confirm."""
        return tuple(start for start, way in self.ways.items() if way and way.unconfirmed)

    @property
    def mean_steps(self) -> float | None:
        """Over the entry points that lead there; those that do not never enter the mean."""
        known = [way.steps for way in self.ways.values() if way is not None]
        return sum(known) / len(known) if known else None


def topic_ways(network: Network, topic: EntryId, on: date, status: str = "", language: str = "") -> TopicWays:
    """The ways to a topic for people of a status who speak a language (codes; "" = whoever).

    The one place where they are computed, for figures, pages, maps and search: `network.memo(topic_ways, topic, on)`.
    A service that states no languages counts as speaking it: ways are about links.
    What it means to a council: from so many of the places where people start, the service cannot be found by asking.

    Complexity: O(links). Proven in tests against every walk there is in small random networks.

    >>> from graph.model.changes import Entry, Kind
    >>> def e(kind: str, id: str, **fields: object) -> Entry:
    ...     return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)
    >>> actors = [e("actor", "hall", name="Hall", entry_point=True), e("actor", "school", name="School")]
    >>> course = e("service", "course", name="Course", provider="school", topics=["german"])
    >>> link = e("referral", "1", sender="hall", receiver="school")
    >>> german = e("topic", "german", name="German", heading="german")
    >>> found = topic_ways(Network([*actors, course, german, link]), EntryId("german"), date(2026, 11, 23))
    >>> found.steps, found.unreached, found.unsure
    ({'hall': 1}, (), ('hall',))
    """
    known = offering(network, topic, on, status, language)
    goals = tuple(dict.fromkeys(one.provider for one in known))
    found, starts = network.memo(arcs, on, status), network.memo(entry_points)
    links = network.memo(_links, on, status)
    unsent = bool(goals) and not any(arc.sender not in goals for goal in goals for arc in found.into.get(goal, ()))
    return TopicWays(
        topic=topic,
        providers=goals,
        ways=every_way(found, starts, goals),
        only_by=tuple(id for id in indispensable(links, starts, goals) if id not in goals) if goals and starts else (),
        traps=tuple(traps(links, goals)) if goals and not unsent else (),
        rings=tuple(rings(_within(found, known))),
        houses=houses(network, goals),
        coming=coming(network, known),
        unsent=unsent,
    )


def offering(
    network: Network,
    topic: EntryId,
    on: date,
    status: str = "",
    language: str = "",
    groups: Collection[str] = (),
    interpreters: bool = True,
) -> tuple[Supply, ...]:
    """The services of a topic for people of a status who speak a language, by id; with `groups` (codes) for one of
    these target groups. Without `interpreters` only staff count who speak the language. O(services of the topic)."""
    return fitting(network, network.memo(supply_of, topic, on), topic, status, language, groups, interpreters)


def fitting(
    network: Network,
    among: Collection[Supply],
    topic: EntryId,
    status: str = "",
    language: str = "",
    groups: Collection[str] = (),
    interpreters: bool = True,
) -> tuple[Supply, ...]:
    """Of these services those that `offering` means: the one rule of who is served. O(services)."""
    language = language if language and asks_language(network, topic) else ""
    return tuple(
        one
        for one in among
        if topic in one.topics
        and any(one.fits(status, group) for group in groups or ("",))
        and (not language or one.speaks(language, interpreters) is not False)
    )


def steps_by_language(
    network: Network,
    topic: EntryId,
    on: date,
    languages: Collection[str],
    status: str = "",
    interpreters: bool = True,
) -> dict[str, dict[EntryId, int | None]]:
    """Language → entry point → hand-overs to a service in that language, None where no way leads.

    Complexity: O(languages · services), and O(links) for each different set of providers.
    """
    found, starts = network.memo(arcs, on, status), network.memo(entry_points)
    told, known = {}, dict[frozenset[EntryId], dict[EntryId, int | None]]()
    for language in languages:
        fits = offering(network, topic, on, status, language, interpreters=interpreters)
        goals = frozenset(one.provider for one in fits)
        if goals not in known:
            near = distances(found, goals)
            known[goals] = {start: near.get(start) for start in starts}
        told[language] = known[goals]
    return told


def entry_points(network: Network) -> tuple[EntryId, ...]:
    """The actors marked as those where people start, by id. O(actors).

    >>> from graph.model.changes import Entry, Kind
    >>> hall = Entry(kind=Kind("actor"), id=EntryId("hall"), fields={"name": "Hall", "entry_point": True})
    >>> entry_points(Network([hall]))
    ('hall',)
    """
    return tuple(sorted(a.id for a in network.of_kind("actor").values() if a.fields.get("entry_point")))


def _links(network: Network, on: date, status: str) -> dict[EntryId, set[EntryId]]:
    return adjacency(network.memo(arcs, on, status))


def _within(found: Arcs, known: Collection[Supply]) -> dict[EntryId, set[EntryId]]:
    """The links by which providers of a topic refer to its services, among themselves."""
    services, goals = {one.service for one in known}, {one.provider for one in known}
    return {sender: {arc.receiver for arc in found.out.get(sender, ()) if arc.service in services} for sender in goals}
