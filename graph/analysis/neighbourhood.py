"""An actor's nearest neighbours: who refers to whom, who belongs together, and meanwhile who shares topics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

from graph.analysis.home import home_id
from graph.model.changes import Entry, EntryId
from graph.network import Network

Tie = Literal["refers", "referred", "part", "group", "topic", "area"]
"""refers: sends people there; referred: gets them from there; part: units of one house; the others are only shared."""

LINKS: frozenset[Tie] = frozenset({"refers", "referred", "part"})
"""Ties that somebody stated. The others are what two actors have in common: drawn dashed."""

MOST_LOOKED_AT = 16
"""Actors looked at for each topic and each area: a topic of 5,000 actors costs no more than one of 20."""

_NEAR = 12
"""Of how many who share a topic it is looked up whether they are in the same area."""

_WEIGHT: dict[Tie, float] = {"refers": 100, "referred": 100, "part": 50, "group": 20, "topic": 3, "area": 2}


@dataclass(kw_only=True, slots=True)
class Neighbour:
    """One neighbour with every kind of tie, the strongest first, and the topics and groups that are shared."""

    id: EntryId
    ties: list[Tie] = field(default_factory=list)
    shared: list[EntryId] = field(default_factory=list)
    weight: float = 0.0

    @property
    def linked(self) -> bool:
        """Whether somebody stated this tie, rather than that both have something in common."""
        return bool(LINKS.intersection(self.ties))


def neighbourhood(network: Network, id: str, limit: int = 12) -> list[Neighbour]:
    """Up to `limit` neighbours of an actor, the closest first.

    Referrals come before units of one house, these before shared groups, topics and area. Of a topic that very many
    share a fixed sample around the actor's own place in it is looked at, so that the answer is the same every time.

    Complexity: O(own links + topics x MOST_LOOKED_AT), whatever the size of the network.
    """
    found: dict[EntryId, Neighbour] = {}
    actor = network.entry(id)
    for other, tie, shared in _ties(network, actor):
        neighbour = found.get(other)
        if neighbour is None:
            if other == actor.id or other not in network:
                continue
            neighbour = found[other] = Neighbour(id=other, ties=[tie], shared=[shared] if shared else [])
            neighbour.weight = _WEIGHT[tie]
            continue
        if tie not in neighbour.ties:
            neighbour.ties.append(tie)
        if shared and shared not in neighbour.shared:
            neighbour.shared.append(shared)
        neighbour.weight += _WEIGHT[tie]
    more = [n for n in found.values() if n.ties != ["area"]] or list(found.values())
    return sorted(more, key=lambda n: (-n.weight, n.id))[:limit]


def _ties(network: Network, actor: Entry) -> Iterator[tuple[EntryId, Tie, EntryId | None]]:
    services = network.linking(actor.id, "service", "provider")
    for id in (actor.id, *(service.id for service in services)):
        for referral in network.linking(id, "referral", "receiver"):
            yield referral.fields["sender"], "referred", None
    for referral in network.linking(actor.id, "referral", "sender"):
        yield _actor_of(network, referral.fields["receiver"]), "refers", None
    if parent := actor.fields.get("parent"):
        yield parent, "part", None
    for unit in network.linking(actor.id, "actor", "parent"):
        yield unit.id, "part", None
    for group in network.linking(actor.id, "group", "members"):
        for member in islice(group.fields["members"], MOST_LOOKED_AT):
            yield member, "group", group.id
    yield from _shared(network, actor, services)


def _shared(network: Network, actor: Entry, services: list[Entry]) -> Iterator[tuple[EntryId, Tie, EntryId | None]]:
    topics = dict.fromkeys(topic for service in services for topic in service.fields.get("topics", ()))
    seen: dict[EntryId, None] = {}
    own = {service.id for service in services}
    for topic in islice(topics, 6):
        providers = dict.fromkeys(_providers(network, topic, own))
        for other in providers:
            yield other, "topic", topic
        seen.update(providers)
    area = home_id(network, actor.id)
    if not area:
        return
    for other in islice(seen, _NEAR):
        if home_id(network, other) == area:
            yield other, "area", None
    if not seen:
        for other in islice(_residents(network, EntryId(area)), MOST_LOOKED_AT):
            yield other, "area", None


def _providers(network: Network, topic: EntryId, own: set[EntryId]) -> Iterator[EntryId]:
    """Who else offers something about a topic: all, or a window around the own place in the list."""
    into = network.into(topic)
    if len(into) > MOST_LOOKED_AT:
        start = sum(map(ord, min(own, default=EntryId("")))) * 7919 % len(into)
        into = (*into[start : start + MOST_LOOKED_AT], *into[: max(0, start + MOST_LOOKED_AT - len(into))])
    for id, by in into:
        if by == "topics" and id not in own and (provider := network.entry(id).fields.get("provider")):
            yield provider


def _residents(network: Network, area: EntryId) -> Iterator[EntryId]:
    for id, name in islice(network.into(area), MOST_LOOKED_AT):
        entry = network.entry(id)
        if entry.kind == "actor" and name == "areas":
            yield id
        elif entry.kind == "place":
            yield from (
                user for user, by in islice(network.into(id), 8) if by == "places" and user in network.of_kind("actor")
            )


def _actor_of(network: Network, id: str) -> EntryId:
    entry = network.entry(id)
    return EntryId(entry.fields.get("provider", entry.id))
