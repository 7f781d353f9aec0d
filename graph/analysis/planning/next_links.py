"""Which link would help most: the exact gain of every possible one (method 22 on a Network)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.analysis.coverage.supply import supply
from graph.analysis.kernels import numbered, reach
from graph.analysis.referrals.arcs import Arcs, adjacency, arcs
from graph.analysis.referrals.topics import entry_points
from graph.analysis.referrals.ways import distances, steps_from
from graph.model.changes import EntryId
from graph.network import Network

LOOKED_AT = 50
"""Best links whose shorter ways are counted, too."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NextLink:
    """A referral from `sender` to `receiver` that nobody states yet.

    `opens`: (entry point, topic) pairs it joins that have no way today; `topics` those it opens, `starts` from where;
    `steps`: hand-overs of all ways it opens together; `saves`: hand-overs it saves on ways that exist already.
    """

    sender: EntryId
    receiver: EntryId
    opens: int
    steps: int
    saves: int
    topics: tuple[EntryId, ...]
    starts: tuple[EntryId, ...]


def next_links(network: Network, on: date, number: int = 5, status: str = "") -> tuple[NextLink, ...]:
    """The links that open most topics to most entry points, the runners-up behind; of equal ones the shortest ways.

    Exact for every pair of actors. Two links together may gain more than both alone: this is no promise about bundles.
    What it means to a council: one agreement between two offices opens the way to six topics. Without it, people who
    start there do not get to them.

    Complexity: products of n × n matrices, n actors; the best 50 besides O(links · topics).
    """
    found = network.memo(arcs, on, status)
    links = adjacency(found)
    graph = numbered(links, sorted(network.of_kind("actor")))
    starts = entry_points(network)
    offers = _offers(network, on, status)
    if not starts or not offers:
        return ()
    gains = _gains(graph.names, reach(graph), frozenset(starts), offers)
    gains[np.eye(len(gains), dtype=bool)] = 0
    known = _distances(found, starts, offers)
    order = np.argsort(_far(graph.names, known)[:, None] - gains, axis=None, kind="stable")[:LOOKED_AT]
    pairs = [(graph.names[i // len(gains)], graph.names[i % len(gains)]) for i in order.tolist()]
    some = [_told(sender, receiver, known) for sender, receiver in pairs]
    useful = [link for link in some if link.opens]
    useful.sort(key=lambda link: (-link.opens, link.steps, -link.saves, link.sender, link.receiver))
    return tuple(useful[:number])


@dataclass(frozen=True, kw_only=True, slots=True)
class NextPair:
    """Two referrals that together open `opens` (entry point, topic) pairs; `alone`: what both open on their own."""

    first: tuple[EntryId, EntryId]
    second: tuple[EntryId, EntryId]
    opens: int
    alone: int


def next_pair(network: Network, on: date, status: str = "", tried: int = 8) -> NextPair | None:
    """The two links that open most together; None where one link or none does all there is to do.

    Tried as the first are the best `tried` links, each with every link as the second: exact for these, no promise
    beyond them.

    Complexity: `tried` times the products of matrices of `next_links`.
    """
    graph = numbered(adjacency(network.memo(arcs, on, status)), sorted(network.of_kind("actor")))
    starts, offers = frozenset(entry_points(network)), _offers(network, on, status)
    if not starts or not offers or not graph.names:
        return None
    ways, n = reach(graph), len(graph.names)
    single = _gains(graph.names, ways, starts, offers)
    best: tuple[float, int, int] | None = None
    for first in np.argsort(-single, axis=None, kind="stable")[:tried].tolist():
        one, other = divmod(first, n)
        more = ways | (ways[:, one][:, None] & ways[other][None, :])
        gains = _gains(graph.names, more, starts, offers)
        second = int(gains.argmax())
        total = single.flat[first] + gains.flat[second]
        if gains.flat[second] > 0 and (best is None or total > best[0]):
            best = float(total), first, second
    if best is None:
        return None
    pairs = [(graph.names[i // n], graph.names[i % n]) for i in best[1:]]
    alone = int(single.flat[best[1]] + single.flat[best[2]])
    return NextPair(first=pairs[0], second=pairs[1], opens=int(best[0]), alone=alone)


def _offers(network: Network, on: date, status: str) -> dict[EntryId, frozenset[str]]:
    offers: dict[EntryId, set[str]] = {}
    for one in network.memo(supply, on):
        if one.fits(status):
            offers.setdefault(one.provider, set()).update(one.topics)
    return {actor: frozenset(topics) for actor, topics in offers.items()}


def _gains(
    names: tuple[EntryId, ...], ways: np.ndarray, starts: frozenset[EntryId], offers: dict[EntryId, frozenset[str]]
) -> np.ndarray:
    """(n × n) pairs (entry point, topic) that a link from row to column opens."""
    topics = {topic: k for k, topic in enumerate(sorted({t for some in offers.values() for t in some}))}
    own = np.zeros((len(names), len(topics)), dtype=bool)
    for n, name in enumerate(names):
        own[n, [topics[t] for t in offers.get(name, ())]] = True
    behind = (ways.astype(np.float32) @ own.astype(np.float32)) > 0  # n × topics reached
    sources = np.array([name in starts for name in names])
    lacking = (~behind[sources]).astype(np.float32)  # starts × topics
    opened = lacking @ behind.astype(np.float32).T  # starts × receivers
    found: np.ndarray = ways[sources].astype(np.float32).T @ opened
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class _Distances:
    """Hand-overs from each entry point to everyone, and from everyone to each topic."""

    ahead: Mapping[EntryId, Mapping[EntryId, int]]
    to: Mapping[str, Mapping[EntryId, int]]


def _distances(found: Arcs, starts: Sequence[EntryId], offers: Mapping[EntryId, frozenset[str]]) -> _Distances:
    goals: dict[str, list[EntryId]] = {}
    for actor, topics in offers.items():
        for topic in topics:
            goals.setdefault(topic, []).append(actor)
    return _Distances(
        ahead={start: steps_from(found, start) for start in starts},
        to={topic: distances(found, goals[topic]) for topic in sorted(goals)},
    )


def _far(names: Sequence[EntryId], known: _Distances) -> np.ndarray:
    """How far each actor is from the entry points, below 1: it decides between links of equal gain."""
    away = len(names)
    sums = [sum(steps.get(name, away) for steps in known.ahead.values()) for name in names]
    found: np.ndarray = np.array(sums, dtype=np.float32) / (away * len(known.ahead) + 1)
    return found


def _told(sender: EntryId, receiver: EntryId, known: _Distances) -> NextLink:
    opened: Counter[str] = Counter()
    starts: set[EntryId] = set()
    saves = lengths = 0
    ahead = {start: steps[sender] for start, steps in known.ahead.items() if sender in steps}
    for topic, near in known.to.items():
        if receiver not in near:
            continue
        for start, steps in ahead.items():
            if start not in near:
                opened[topic] += 1
                lengths += steps + 1 + near[receiver]
                starts.add(start)
            else:
                saves += max(0, near[start] - (steps + 1 + near[receiver]))
    return NextLink(
        sender=sender,
        receiver=receiver,
        opens=sum(opened.values()),
        steps=lengths,
        saves=saves,
        topics=tuple(EntryId(t) for t, _ in opened.most_common()),
        starts=tuple(sorted(starts)),
    )
