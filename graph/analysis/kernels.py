"""The heavy part of the analyses: a numbered graph, who reaches whom as a matrix, betweenness. The plain networkx way
says the same and stands beside it in the tests."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

N = TypeVar("N", bound=Hashable)
Bits = NDArray[np.bool_]
Counts = NDArray[np.float32]

SAMPLED_ABOVE = 5_000
"""Actors above which betweenness is estimated from a sample of sources, and labelled so."""
SAMPLE = 500
_SEVERAL = -1


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbered(Generic[N]):
    """A directed graph whose actors have numbers: `names[n]` is actor n, `place` the way back."""

    names: tuple[N, ...]
    place: Mapping[N, int]
    links: tuple[tuple[int, int], ...]

    @property
    def graph(self) -> rx.PyDiGraph[int, None]:
        """As rustworkx wants it."""
        graph: rx.PyDiGraph[int, None] = rx.PyDiGraph(multigraph=False)
        graph.add_nodes_from(range(len(self.names)))
        graph.add_edges_from_no_data(list(self.links))
        return graph


def numbered(adjacent: Mapping[N, Collection[N]], actors: Sequence[N] = ()) -> Numbered[N]:
    """Number actors and links; `actors` first, in their order, then who else is linked. Links to oneself go. O(links).

    >>> numbered({"a": ["b", "a"]}, ["c"]).names, numbered({"a": ["b", "a"]}).links
    (('c', 'a', 'b'), ((0, 1),))
    """
    names = tuple(dict.fromkeys([*actors, *adjacent, *(other for others in adjacent.values() for other in others)]))
    place = {name: n for n, name in enumerate(names)}
    links = {(place[one], place[other]) for one, others in adjacent.items() for other in others if one != other}
    return Numbered(names=names, place=place, links=tuple(sorted(links)))


def reach(graph: Numbered[N]) -> Bits:
    """(n × n): whether people get from one actor to another; everyone reaches themselves.

    Complexity: O(n · links) operations on bytes, along the strongly connected components; n² bytes.

    >>> reach(numbered({"a": ["b"], "b": ["c"]})).astype(int).tolist()
    [[1, 1, 1], [0, 1, 1], [0, 0, 1]]
    """
    n = len(graph.names)
    whole = graph.graph
    out: dict[int, list[int]] = {}
    for one, other in graph.links:
        out.setdefault(one, []).append(other)
    found = np.zeros((n, n), dtype=np.bool_)
    for component in rx.strongly_connected_components(whole):  # sinks come first
        row = np.zeros(n, dtype=np.bool_)
        row[component] = True
        for one in component:
            for other in out.get(one, ()):
                if not row[other]:
                    row |= found[other]
        found[component] = row
    return found


def betweenness(graph: Numbered[N]) -> tuple[dict[N, float], bool]:
    """Actor → share of the shortest ways of others that lead through it (0 to 1), and whether it is an estimate.

    Complexity: O(n · links); above SAMPLED_ABOVE actors SAMPLE sources stand for all: 8 s at 20,000. Source: Brandes,
    Journal of Mathematical Sociology 25 (2001).

    >>> betweenness(numbered({"a": ["b"], "b": ["c"]}))
    ({'a': 0.0, 'b': 0.5, 'c': 0.0}, False)
    """
    whole = graph.graph
    estimated = len(graph.names) > SAMPLED_ABOVE
    if not estimated:
        values = rx.betweenness_centrality(whole, normalized=True)
        return {graph.names[n]: value for n, value in values.items()}, False
    return _sampled(graph, whole), True


@dataclass(frozen=True, kw_only=True, slots=True)
class Lost:
    """What is lost with an actor: `pairs` of others, in order, without any way left; `one`: the same actor is in each
    of these pairs, so that one link more to or from it mends them all."""

    pairs: int
    one: bool


def dropped(graph: Numbered[N]) -> dict[N, Lost]:
    """Actor → what others lose when it falls out.

    From each start the actors that only lie behind another hang beneath it in the tree of dominators: one tree a start
    answers for every actor at once. What it means to a council: if this office closes, so many others no longer get
    to each other. Source: dominators after Cooper, Harvey & Kennedy (2001), by rustworkx.

    Complexity: O(n · links).

    >>> dropped(numbered({"a": ["b"], "b": ["c"]}))["b"]
    Lost(pairs=1, one=True)
    """
    whole = graph.graph
    n = len(graph.names)
    lost, starts = np.zeros(n, dtype=np.int64), np.zeros(n, dtype=np.int64)
    behind: list[int | None] = [None] * n  # the only one behind an actor, whatever the start; _SEVERAL
    for start in sorted({one for one, _ in graph.links}):
        for node, (count, last) in _beneath(rx.immediate_dominators(whole, start), start).items():
            lost[node] += count
            starts[node] += 1
            behind[node] = last if count == 1 and behind[node] in (None, last) else _SEVERAL
    return {
        name: Lost(pairs=int(lost[k]), one=bool(starts[k] == 1) or behind[k] not in (None, _SEVERAL))
        for k, name in enumerate(graph.names)
    }


def dropped_pairs(graph: Numbered[N]) -> dict[N, int]:
    """Actor → ordered pairs of others that lose every way when it falls out, as `dropped` says.

    >>> dropped_pairs(numbered({"a": ["b"], "b": ["c"]}))
    {'a': 0, 'b': 1, 'c': 0}
    """
    return {name: lost.pairs for name, lost in dropped(graph).items()}


def _sampled(graph: Numbered[N], whole: rx.PyDiGraph[int, None]) -> dict[N, float]:
    """Every k-th source, in the order of the numbers: the same answer every time."""
    n = len(graph.names)
    starts = list(range(0, n, max(1, n // SAMPLE)))
    out: list[list[int]] = [[] for _ in range(n)]
    for one, other in graph.links:
        out[one].append(other)
    total = np.zeros(n)
    for start in starts:
        total += _dependencies(out, start)
    scale = n / len(starts) / ((n - 1) * (n - 2))
    return {name: float(total[k] * scale) for k, name in enumerate(graph.names)}


def _dependencies(out: list[list[int]], start: int) -> NDArray[np.float64]:
    """Brandes' accumulation from one start."""
    steps, ways = {start: 0}, {start: 1.0}
    order, before = [start], {start: list[int]()}
    for one in order:
        for other in out[one]:
            if other not in steps:
                steps[other], ways[other], before[other] = steps[one] + 1, 0.0, []
                order.append(other)
            if steps[other] == steps[one] + 1:
                ways[other] += ways[one]
                before[other].append(one)
    found = np.zeros(len(out))
    for other in reversed(order):
        for one in before[other]:
            found[one] += ways[one] / ways[other] * (1 + found[other])
    found[start] = 0
    return found


def _beneath(above: Mapping[int, int], start: int) -> dict[int, tuple[int, int]]:
    """Node → how many hang beneath it, and one of them; without the start and those beneath whom nobody hangs."""
    # Most have several ways and hang on the start itself: leaving them out is what makes this fast.
    hanging = {node: one for node, one in above.items() if start not in (node, one)}
    found: dict[int, tuple[int, int]] = {}
    for node in _deepest_first(hanging):
        if node in hanging:
            parent = hanging[node]
            found[parent] = (found.get(parent, (0, 0))[0] + found.get(node, (0, 0))[0] + 1, node)
    return found


def _deepest_first(above: Mapping[int, int]) -> list[int]:
    """The nodes of trees, each before the one it hangs on. `above`: node → the one it hangs on, without the roots."""
    beneath: dict[int, list[int]] = {}
    for node, parent in above.items():
        beneath.setdefault(parent, []).append(node)
    order = [one for one in beneath if one not in above]
    for node in order:
        order += beneath.get(node, [])
    return order[::-1]
