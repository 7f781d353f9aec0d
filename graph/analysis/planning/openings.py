"""What a link more would open: entry points × topics by bits, for every pair of actors at once, and whom one may send
people to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import rustworkx as rx

from graph.analysis.coverage.need import needing, share
from graph.analysis.coverage.supply import Supply, supply
from graph.analysis.kernels import Numbered
from graph.model.changes import EntryId
from graph.network import Network

ADVICE = "advice"
"""Heading of the topics whose task is to lead people on."""
UNSTATED = 1e-6
"""Weight of a topic of which nobody says how many need it: it decides only among links that are equal otherwise."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Purpose:
    """What actors are for. `offers`: actor → topics that people need; `leading`: entry points and those who advise,
    whose task is to send people on; `weights`: topic → 1 where somebody is known to need it, else `UNSTATED`."""

    offers: Mapping[EntryId, frozenset[str]]
    leading: frozenset[EntryId]
    weights: Mapping[str, float]

    @property
    def topics(self) -> list[str]:
        """In the order of their numbers."""
        return sorted(self.weights)


def purpose(network: Network, on: date, starts: Collection[EntryId], status: str = "") -> Purpose:
    """Who offers what is needed. A topic counts where a share says that people need it, or a step of a journey asks
    for it; where neither is said it counts behind all others, since nobody knows; a share of nobody rules it out.

    Complexity: O(services + topics · people).
    """
    every = [one for one in network.memo(supply, on) if one.fits(status)]
    asked = {step.fields.get("topic") for step in network.of_kind("step").values()}
    weights = {t: w for t in _topics(every) if (w := _weight(network, t, t in asked))}
    if weights and max(weights.values()) < 1:
        weights = dict.fromkeys(weights, 1.0)
    offers: dict[EntryId, set[str]] = {}
    for one in every:
        offers.setdefault(one.provider, set()).update(one.topics & weights.keys())
    advice = {topic.id for topic in network.of_kind("topic").values() if topic.fields.get("heading") == ADVICE}
    return Purpose(
        offers={actor: frozenset(topics) for actor, topics in offers.items() if topics},
        leading=frozenset(starts) | {one.provider for one in every if not advice.isdisjoint(one.topics)},
        weights=weights,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Class:
    """Actors between whom a new link makes no difference. `ahead`: bits of the entry points that lead to them;
    `behind`: bits of the topics they lead to; `own`: those they offer themselves."""

    actors: tuple[EntryId, ...]
    ahead: int
    behind: int
    own: int
    leading: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """A link from any of the `senders` to any of the `receivers` opens so many pairs, weighted."""

    senders: Class
    receivers: Class
    gain: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Bits:
    """Of every actor the entry points before it and the topics behind it."""

    starts: tuple[EntryId, ...]
    topics: tuple[str, ...]
    ahead: Mapping[EntryId, int]
    behind: Mapping[EntryId, int]

    def pairs(self, senders: Class, receivers: Class) -> dict[EntryId, list[str]]:
        """Entry point → topics that such a link opens to it."""
        found = {}
        for n in set_bits(senders.ahead):
            more = receivers.behind & ~self.behind[self.starts[n]]
            if more:
                found[self.starts[n]] = [self.topics[k] for k in set_bits(more)]
        return found


def bits(graph: Numbered[EntryId], starts: Sequence[EntryId], meant: Purpose) -> Bits:
    """Along the strongly connected components, once in each direction. O(links · (starts + topics) / 64)."""
    topics = {topic: 1 << k for k, topic in enumerate(meant.topics)}
    own = [sum(topics[t] for t in meant.offers.get(name, ())) for name in graph.names]
    first = {start: 1 << n for n, start in enumerate(starts)}
    begun = [first.get(name, 0) for name in graph.names]
    components = [list(some) for some in rx.strongly_connected_components(graph.graph)]  # sinks come first
    out, into = _neighbours(graph.links), _neighbours([(b, a) for a, b in graph.links])
    behind, ahead = _gathered(components, out, own), _gathered(components[::-1], into, begun)
    return Bits(
        starts=tuple(starts),
        topics=tuple(topics),
        ahead=dict(zip(graph.names, ahead, strict=True)),
        behind=dict(zip(graph.names, behind, strict=True)),
    )


def openings(found: Bits, meant: Purpose, most: int) -> list[Opening]:
    """The links that open most, class by class, the best first, at most so many. Exact for every pair of actors.

    Senders are those whom people get to. A receiver offers one of the topics that open, a needed one where needed ones
    count, or it is its task to lead on. The gain is Σ over topics of: entry points that lead to the sender and not to
    the topic, if the receiver does.

    Complexity: O(classes² · topics), and no more classes than actors.
    """
    senders = _classes(found, meant, [name for name, bits in found.ahead.items() if bits], sending=True)
    receivers = _classes(found, meant, [name for name, bits in found.behind.items() if bits], sending=False)
    if not senders or not receivers:
        return []
    lacking = _matrix([~found.behind[s] for s in found.starts], len(found.topics))
    lost = _matrix([c.ahead for c in senders], len(found.starts)) @ lacking  # senders × topics
    behind, own = (_matrix([getattr(c, what) for c in receivers], len(found.topics)) for what in ("behind", "own"))
    leading = np.array([c.leading for c in receivers])
    gains = np.zeros((len(senders), len(receivers)))
    weights = np.array([meant.weights[t] for t in found.topics])
    for weight in sorted(set(meant.weights.values())):
        weighed = lost * (weights == weight)
        gains += weight * (weighed @ behind.T) * (leading | (weighed @ own.T > 0))
    order = np.argsort(-gains, axis=None, kind="stable")[:most].tolist()
    return [
        Opening(senders=senders[i], receivers=receivers[j], gain=float(gains[i, j]))
        for i, j in (divmod(each, len(receivers)) for each in order)
        if gains[i, j] > 0
    ]


def set_bits(value: int) -> list[int]:
    """The numbers of the bits that are set."""
    found = []
    while value:
        low = value & -value
        found.append(low.bit_length() - 1)
        value ^= low
    return found


def _topics(every: Iterable[Supply]) -> list[str]:
    return sorted({topic for one in every for topic in one.topics})


def _weight(network: Network, topic: str, asked: bool) -> float:
    if asked or network.memo(needing, topic):
        return 1.0
    return 0.0 if share(network, topic, "", "") is not None else UNSTATED


def _neighbours(links: Iterable[tuple[int, int]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for one, other in links:
        found.setdefault(one, []).append(other)
    return found


def _gathered(components: Iterable[list[int]], beyond: Mapping[int, list[int]], own: Sequence[int]) -> list[int]:
    """Of everyone the bits of all they lead to, their own among them; components beyond come first."""
    found = list(own)
    for component in components:
        value = 0
        for one in component:
            value |= own[one]
            for other in beyond.get(one, ()):
                value |= found[other]
        for one in component:
            found[one] = value
    return found


def _classes(found: Bits, meant: Purpose, names: Iterable[EntryId], *, sending: bool) -> list[Class]:
    topics = {topic: 1 << k for k, topic in enumerate(found.topics)}
    grouped: dict[tuple[int, int, int, bool], list[EntryId]] = {}
    for name in sorted(names):
        own = 0 if sending else sum(topics[t] for t in meant.offers.get(name, ()))
        ahead, behind = (found.ahead[name], 0) if sending else (0, found.behind[name])
        grouped.setdefault((ahead, behind, own, name in meant.leading), []).append(name)
    ordered = sorted(grouped.items(), key=lambda item: (not item[0][3], item[1]))  # of equal ones who leads on
    return [
        Class(actors=tuple(some), ahead=ahead, behind=behind, own=own, leading=leading)
        for (ahead, behind, own, leading), some in ordered
    ]


def _matrix(rows: Sequence[int], width: int) -> np.ndarray:
    """(rows × width) of 0 and 1."""
    size = max(1, (width + 7) // 8)
    mask = (1 << width) - 1
    packed = b"".join((row & mask).to_bytes(size, "little") for row in rows)
    whole = np.frombuffer(packed, dtype=np.uint8).reshape(len(rows), size)
    found: np.ndarray = np.unpackbits(whole, axis=1, bitorder="little")[:, :width].astype(np.float64)
    return found
