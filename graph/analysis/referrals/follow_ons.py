"""Where what usually follows does not: elsewhere a course leads on to the next, here none (method 18 by place)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.analysis.coverage.areas import counting_for, unit_of
from graph.analysis.coverage.supply import Supply, supply
from graph.analysis.home import home_id
from graph.analysis.referrals.arcs import arcs
from graph.model.changes import EntryId
from graph.model.collation import sort_key
from graph.network import Network, name_of

FEWEST = 3
"""Providers who lead on to a topic: from so many on it counts as what usually follows."""
SHARE = 2 / 3
"""Share of a topic's providers who must lead on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FollowOn:
    """After `topic` people go on to `then`, but not from `provider`: nobody offers it in `places` (units) either.

    `leading` of `providers` who offer the topic refer to a service of `then`, or offer one themselves.
    """

    topic: EntryId
    then: EntryId
    provider: EntryId
    places: tuple[EntryId, ...]
    leading: int
    providers: int


def missing_follow_ons(network: Network, on: date) -> tuple[FollowOn, ...]:
    """The follow-ons that are missing, by topic and provider.

    What usually follows is learned from the links themselves: of two topics under one heading the second follows the
    first where at least FEWEST providers and SHARE of all providers of the first lead on to it. It is missing where a
    provider does not, and no service of the second topic counts for the places that its own services are for.
    What it means to a council: elsewhere the integration course is followed by one for work; here people are left
    with what they have learned so far.

    Complexity: O(links + providers · topics each + what is missing · services). Links that name an actor only say
    nothing of a topic and do not count. Source: own; the demo network has one planted.
    """
    known: dict[EntryId, list[Supply]] = {}
    for one in network.memo(supply, on):
        known.setdefault(one.provider, []).append(one)
    own = {id: frozenset(topic for one in some for topic in one.topics) for id, some in known.items()}
    next_to = {id: own[id] | _led_to(network, id, on) for id in own}
    found = []
    for (topic, then), (leading, all) in sorted(_usual(network, own, next_to).items()):
        for provider in sorted(id for id in own if topic in own[id] and then not in next_to[id]):
            places = _without(network, known[provider], topic, then, on)
            if places:
                found.append(
                    FollowOn(topic=topic, then=then, provider=provider, places=places, leading=leading, providers=all)
                )
    return tuple(found)


def _led_to(network: Network, actor: EntryId, on: date) -> frozenset[str]:
    """The topics of the services that an actor refers to."""
    topics = network.memo(_topics, on)
    named = (arc.service for arc in network.memo(arcs, on).out.get(actor, ()) if arc.service)
    return frozenset(topic for service in named for topic in topics.get(service, ()))


def _topics(network: Network, on: date) -> dict[EntryId, frozenset[str]]:
    return {one.service: one.topics for one in network.memo(supply, on)}


def _usual(
    network: Network, own: Mapping[EntryId, frozenset[str]], next_to: Mapping[EntryId, frozenset[str]]
) -> dict[tuple[EntryId, EntryId], tuple[int, int]]:
    """(topic, what follows it) → (providers who lead on, all providers of the topic)."""
    heading = {id: topic.fields["heading"] for id, topic in network.of_kind("topic").items()}
    number, following = Counter[EntryId](), Counter[tuple[EntryId, EntryId]]()
    for id, topics in own.items():
        for topic in map(EntryId, topics):
            number[topic] += 1
            following.update((topic, EntryId(o)) for o in next_to[id] if o != topic and heading[EntryId(o)] == heading[topic])  # fmt: skip # noqa: E501
    return {
        pair: (leading, number[pair[0]])
        for pair, leading in following.items()
        if leading >= FEWEST and leading >= SHARE * number[pair[0]]
    }


def _without(network: Network, services: list[Supply], topic: str, then: str, on: date) -> tuple[EntryId, ...]:
    """The units that a provider's services of a topic are for, where no service of the other topic counts."""
    areas = {area for one in services if topic in one.topics for area in one.areas}
    units = {unit for area in areas if (unit := unit_of(network, area))}
    if not units and (home := unit_of(network, home_id(network, services[0].provider))):
        units = {home}
    served = {area for one in network.memo(supply, on) if then in one.topics for area in one.areas}
    without = (unit for unit in units if served.isdisjoint(counting_for(network, unit)))
    return tuple(sorted(without, key=lambda unit: (sort_key(name_of(network, unit)), unit)))
