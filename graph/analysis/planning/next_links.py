"""Which link would help most: the exact gain of every possible one (method 22 on a Network)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from graph.analysis.kernels import numbered
from graph.analysis.planning.openings import Bits, Opening, Purpose, bits, openings, purpose, set_bits
from graph.analysis.referrals.arcs import Arcs, adjacency, arcs
from graph.analysis.referrals.topics import entry_points
from graph.analysis.referrals.ways import distances
from graph.model.changes import EntryId
from graph.network import Network

LOOKED_AT = 50
"""Best links whose ways are counted hand-over by hand-over; actors of a class that are looked at."""
OF_EACH = 3
"""Links told for the same topics from the same entry points: the best and those behind it."""
NEVER = 1e6
"""Hand-overs where no way leads."""
MANY = 2_000
"""Pairs of classes that are looked through for them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NextLink:
    """A referral from `sender` to `receiver` that nobody states yet.

    `opens`: (entry point, topic) pairs it joins that have no way today; `topics` those it opens, `starts` from where;
    `needed`: those of them whose topic somebody is known to need; `steps`: hand-overs of all ways it opens together;
    `saves`: hand-overs it saves on ways that exist already. One that opens nothing only shortens: then `topics` and
    `starts` are those whose ways get shorter, and `steps` are the hand-overs of these today.
    """

    sender: EntryId
    receiver: EntryId
    opens: int
    steps: int
    saves: int
    topics: tuple[EntryId, ...]
    starts: tuple[EntryId, ...]
    needed: int = 0


def next_links(network: Network, on: date, number: int = 5, status: str = "") -> tuple[NextLink, ...]:
    """The links that open most needed topics to most entry points, the runners-up behind; of equal ones such as leave
    from where people are led on, then the shortest ways.

    Exact for every pair of actors of whom the receiver offers what opens or has the task to lead people on. Two links
    together may gain more than both alone: this is no promise about bundles.
    What it means to a council: one agreement between two offices opens the way to six topics. Without it, people who
    start there do not get to them.

    Complexity: O(links · (starts + topics) / 64 + classes² · topics), and O(links) for each of the best 50.
    """
    ground = _ground(network, on, status)
    if ground is None:
        return ()
    told, seen = list[tuple[float, NextLink]](), Counter[object]()
    for opening in openings(ground.bits, ground.purpose, MANY):
        pairs = ground.bits.pairs(opening.senders, opening.receivers)
        key = tuple((start, tuple(topics)) for start, topics in pairs.items())
        if seen[key] < OF_EACH:
            seen[key] += 1
            told += [(opening.gain, link) for link in ground.best(opening, pairs)]
        if len(told) >= max(LOOKED_AT, number):
            break
    told.sort(key=lambda each: (-round(each[0], 7), *ground.order(each[1])))
    return tuple(link for _, link in told[:number])


def shorter_links(network: Network, on: date, number: int = 3, status: str = "") -> tuple[NextLink, ...]:
    """The links that open nothing and save most hand-overs on ways to needed topics: from who leads on to who offers.

    The distance gain d'(s, t) = min(d(s, t), d(s, u) + 1 + d(v, t)) is counted for the 50 senders to whom most send
    people and the 50 receivers that could save most; no promise beyond them.

    Complexity: O(links · (topics + 50) + 50² · entry points · topics).
    """
    ground = _ground(network, on, status)
    return () if ground is None else ground.shorter(number)


@dataclass(frozen=True, kw_only=True, slots=True)
class NextPair:
    """Two referrals that together open `opens` (entry point, topic) pairs; `alone`: what both open on their own.

    `topics` that open and `starts` from where.
    """

    first: tuple[EntryId, EntryId]
    second: tuple[EntryId, EntryId]
    opens: int
    alone: int
    topics: tuple[EntryId, ...] = ()
    starts: tuple[EntryId, ...] = ()


def next_pair(network: Network, on: date, status: str = "", tried: int = 8) -> NextPair | None:
    """The two links that open most together; None where one link or none does all there is to do.

    Tried as the first are the best `tried` links, each with every link as the second: exact for these, no promise
    beyond them.

    Complexity: `tried` times that of `next_links`.
    """
    ground = _ground(network, on, status)
    if ground is None:
        return None
    best: tuple[float, tuple[EntryId, EntryId], tuple[EntryId, EntryId], Bits] | None = None
    for one in openings(ground.bits, ground.purpose, tried):
        first = one.senders.actors[0], one.receivers.actors[0]
        more = ground.with_link(*first)
        for other in openings(more, ground.purpose, 1):
            total = one.gain + other.gain
            if best is None or total > best[0] + 1e-9:
                second = other.senders.actors[0], other.receivers.actors[0]
                best = total, first, second, ground.with_link(*first, *second)
    if best is None:
        return None
    _, first, second, after = best
    opened = ground.opened(after)
    return NextPair(
        first=first,
        second=second,
        opens=sum(len(topics) for topics in opened.values()),
        alone=sum(len(t) for pair in (first, second) for t in ground.opened(ground.with_link(*pair)).values()),
        topics=_most_common(opened),
        starts=tuple(opened),
    )


@dataclass(frozen=True, kw_only=True)
class _Ground:
    """What links are looked for on. `known` distances to an actor or topic are kept."""

    found: Arcs
    names: tuple[EntryId, ...]
    starts: tuple[EntryId, ...]
    purpose: Purpose
    bits: Bits
    known: dict[str, dict[EntryId, int]]

    def with_link(self, *actors: EntryId) -> Bits:
        """The bits with links more: sender, receiver, sender, receiver …"""
        links = {one: set(others) for one, others in adjacency(self.found).items()}
        for one, other in zip(actors[::2], actors[1::2], strict=True):
            links.setdefault(one, set()).add(other)
        return bits(numbered(links, self.names), self.starts, self.purpose)

    def opened(self, after: Bits) -> dict[EntryId, list[str]]:
        """Entry point → topics that have a way then and none today."""
        found = {}
        for start in self.starts:
            more = after.behind[start] & ~self.bits.behind[start]
            if more:
                found[start] = [t for k, t in enumerate(self.bits.topics) if more >> k & 1]
        return found

    def best(self, opening: Opening, pairs: Mapping[EntryId, Sequence[str]]) -> list[NextLink]:
        """The shortest of a pair of classes, and the next one."""
        starts, topics = list(pairs), Counter(t for some in pairs.values() for t in some)
        senders = _least(opening.senders.actors, lambda u: sum(len(pairs[s]) * self._to(u)[s] for s in starts))
        receivers = _least(opening.receivers.actors, lambda v: sum(n * self._near(t)[v] for t, n in topics.items()))
        chosen = [(senders[0], receivers[0]), *((u, receivers[0]) for u in senders[1:2])]
        chosen += [(senders[0], v) for v in receivers[1:2]]
        return [self._told(sender, receiver, pairs) for sender, receiver in chosen]

    def order(self, link: NextLink) -> tuple[bool, int, int, EntryId, EntryId]:
        """What decides between links that open as much: who leads people on, then the shortest ways."""
        return link.sender not in self.purpose.leading, link.steps, -link.saves, link.sender, link.receiver

    def shorter(self, number: int) -> tuple[NextLink, ...]:
        """As `shorter_links` has it."""
        needed = [k for k, t in enumerate(self.bits.topics) if self.purpose.weights[t] == 1.0]
        far = self.far[:, needed]
        senders = sorted(self.purpose.leading, key=lambda u: (-len(self.found.into.get(u, ())), u))[:LOOKED_AT]
        receivers = _largest({v: _savings(far, 0.0, self._behind(v)[needed]) for v in sorted(self.purpose.offers)})
        tried = {
            (u, v): _savings(far, self._before(u)[:, None], self._behind(v)[needed])
            for u in senders
            for v in receivers
            if u != v and not self._opens(u, v)
        }
        topics = [self.bits.topics[k] for k in needed]
        best = sorted((link for link, saves in tried.items() if saves), key=lambda link: (-tried[link], link))[:number]
        return tuple(self._shortens(u, v, topics) for u, v in best)

    @cached_property
    def far(self) -> np.ndarray:
        """(starts × topics) hand-overs today, 0 where no way leads: nothing can be saved there."""
        found = [[self._near(t).get(start, 0) for t in self.bits.topics] for start in self.starts]
        return np.array(found, dtype=np.float32)

    def _before(self, sender: EntryId) -> np.ndarray:
        """Hand-overs from each start to a sender."""
        ahead = self._to(sender)
        return np.array([ahead.get(start, NEVER) for start in self.starts], dtype=np.float32)

    def _behind(self, receiver: EntryId) -> np.ndarray:
        """Hand-overs from a receiver to each topic."""
        return np.array([self._near(t).get(receiver, NEVER) for t in self.bits.topics], dtype=np.float32)

    def _told(self, sender: EntryId, receiver: EntryId, pairs: Mapping[EntryId, Sequence[str]]) -> NextLink:
        ahead = self._to(sender)
        weights = self.purpose.weights
        return NextLink(
            sender=sender,
            receiver=receiver,
            opens=sum(map(len, pairs.values())),
            steps=sum(ahead[s] + 1 + self._near(t)[receiver] for s, some in pairs.items() for t in some),
            saves=_savings(self.far, self._before(sender)[:, None], self._behind(receiver)),
            topics=_most_common(pairs),
            starts=tuple(sorted(pairs)),
            needed=sum(weights[t] == 1.0 for some in pairs.values() for t in some),
        )

    def _shortens(self, sender: EntryId, receiver: EntryId, topics: Sequence[str]) -> NextLink:
        ahead = self._to(sender)
        shorter: dict[EntryId, list[str]] = {}
        saves = steps = 0
        for topic in topics:
            near = self._near(topic)
            for start in self.starts if receiver in near else ():
                saved = near[start] - (ahead[start] + 1 + near[receiver]) if start in near and start in ahead else 0
                if saved > 0:
                    saves, steps = saves + saved, steps + near[start]
                    shorter.setdefault(start, []).append(topic)
        return NextLink(
            sender=sender, receiver=receiver, opens=0, steps=steps, saves=saves,
            topics=_most_common(shorter), starts=tuple(sorted(shorter)),
        )  # fmt: skip

    def _opens(self, sender: EntryId, receiver: EntryId) -> bool:
        behind, ahead = self.bits.behind, self.bits.ahead[sender]
        return any(behind[receiver] & ~behind[self.starts[n]] for n in set_bits(ahead))

    def _to(self, actor: EntryId) -> dict[EntryId, int]:
        """Hand-overs from everyone to an actor."""
        if actor not in self.known:
            self.known[actor] = distances(self.found, [actor])
        return self.known[actor]

    def _near(self, topic: str) -> dict[EntryId, int]:
        """Hand-overs from everyone to a topic."""
        if topic not in self.known:
            goals = [actor for actor, topics in self.purpose.offers.items() if topic in topics]
            self.known[topic] = distances(self.found, goals)
        return self.known[topic]


def _ground(network: Network, on: date, status: str) -> _Ground | None:
    found, starts = network.memo(arcs, on, status), entry_points(network)
    meant = purpose(network, on, starts, status)
    graph = numbered(adjacency(found), sorted(network.of_kind("actor")))
    if not starts or not meant.offers:
        return None
    return _Ground(
        found=found, names=graph.names, starts=starts, purpose=meant, bits=bits(graph, starts, meant), known={}
    )


def _savings(far: np.ndarray, before: np.ndarray | float, behind: np.ndarray) -> int:
    """Hand-overs saved in all, from `far` ones to those before, one more, and those behind."""
    return int(np.maximum(far - (before + 1 + behind), 0).sum())


def _largest(values: Mapping[EntryId, int]) -> list[EntryId]:
    return sorted(values, key=lambda one: (-values[one], one))[:LOOKED_AT]


def _least(actors: Sequence[EntryId], cost: Callable[[EntryId], int]) -> list[EntryId]:
    """The first two by cost, of the first 50 by id."""
    return sorted(actors[:LOOKED_AT], key=lambda one: (cost(one), one))[:2]


def _most_common(pairs: Mapping[EntryId, Sequence[str]]) -> tuple[EntryId, ...]:
    """The topics, those of most entry points first."""
    counted = Counter(topic for some in pairs.values() for topic in some)
    return tuple(EntryId(t) for t in sorted(counted, key=lambda t: (-counted[t], t)))
