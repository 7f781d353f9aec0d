"""If these fall out: the actors whose loss tears the network most, and those who reach it best (method 12)."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

import networkx as nx
import numpy as np
import rustworkx as rx
from numpy.typing import NDArray

N = TypeVar("N", bound=Hashable)
MOST_ACTORS = 300
"""Sets are tried one by one: of 300 actors there are 44,850 pairs."""
MOST_FOR_PAIRS = 200
"""Actors up to which a report tries all pairs, too: 19,900 of them, some ten seconds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Players(Generic[N]):
    """A set of actors with its value; `ties` other sets have the same."""

    actors: tuple[N, ...]
    value: float
    ties: int = 0


def fragmentation(graph: nx.Graph[N]) -> float:
    """Share of the pairs that are not joined at all: 0 = one piece, 1 = nobody linked. O(links).

    To a council it means nothing to decide by. Source: Borgatti (2006), as `most_damaging`.

    >>> round(fragmentation(nx.Graph([(1, 2), (3, 4)])), 3)
    0.667
    """
    n = len(graph)
    return 1 - sum(len(c) * (len(c) - 1) for c in nx.connected_components(graph)) / (n * (n - 1)) if n > 1 else 0.0


def distance_fragmentation(graph: nx.Graph[N]) -> float:
    """As fragmentation, but a pair counts less the more steps lie between: 1 - mean of 1/steps. O(n · links).

    Source: Borgatti (2006), as `most_damaging`.

    >>> distance_fragmentation(nx.Graph([(1, 2), (2, 3)]))
    0.16666666666666663
    """
    n = len(graph)
    return 1 - float(_closeness(graph)[1].sum()) / (n * (n - 1)) if n > 1 else 0.0


def most_damaging(graph: nx.Graph[N], number: int) -> Players[N]:
    """The `number` actors whose loss leaves the most distant rest (KPP-NEG). Every set is tried.

    Taking the worst single actor first and the next then misses pairs that back each other up. What it means to a
    coordinator: if these fall out together, the others are furthest apart. Of equally damaging sets the first; `ties`
    says how many more there are.

    Complexity: O(C(n, number) · n · links). Raises ValueError for more than MOST_ACTORS. Source: Borgatti,
    Computational & Mathematical Organization Theory 12 (2006).

    >>> most_damaging(nx.krackhardt_kite_graph(), 2).actors
    (5, 6)
    """

    place = {id: n for n, id in enumerate(graph)}
    whole: rx.PyGraph[int, None] = rx.PyGraph()
    whole.add_nodes_from(range(len(place)))
    whole.add_edges_from_no_data([(place[one], place[other]) for one, other in graph.edges() if one != other])

    def damage(chosen: tuple[N, ...]) -> float:
        rest = whole.copy()
        rest.remove_nodes_from([place[id] for id in chosen])
        n = len(rest)
        if n < 2:
            return 0.0
        steps = rx.distance_matrix(rest, null_value=np.inf)
        np.fill_diagonal(steps, np.inf)
        return 1 - float((1 / steps).sum()) / (n * (n - 1))

    return _best(graph, number, damage)


def best_reaching(graph: nx.Graph[N], number: int, within: int | None = None) -> Players[N]:
    """The `number` actors from whom news reaches the others in fewest steps (KPP-POS). Every set is tried.

    The value is the mean of 1/steps over all actors, the chosen counting 1; with `within` the share of actors that many
    steps away at most. What it means to a coordinator: whom to tell first when something changes for everybody.

    Complexity: O(n · links + C(n, number) · n). Raises ValueError for more than MOST_ACTORS. Source: Borgatti (2006).

    >>> best_reaching(nx.krackhardt_kite_graph(), 1).actors
    (3,)
    """
    names: list[N]
    names, near = _closeness(graph)
    place = {id: n for n, id in enumerate(names)}
    np.fill_diagonal(near, 1.0)
    if within is not None:
        near = (near >= 1 / within - 1e-12).astype(np.float64)

    def reach(chosen: tuple[N, ...]) -> float:
        return float(near[[place[id] for id in chosen]].max(axis=0).mean())

    return _best(graph, number, reach)


def _best(graph: nx.Graph[N], number: int, value: Callable[[tuple[N, ...]], float]) -> Players[N]:
    if len(graph) > MOST_ACTORS:
        raise ValueError(f"{len(graph)} actors, at most {MOST_ACTORS}")
    tried = [(value(chosen), chosen) for chosen in combinations(graph, number)]
    best = max(v for v, _ in tried)
    equal = [chosen for v, chosen in tried if v > best - 1e-12]
    return Players(actors=equal[0], value=best, ties=len(equal) - 1)


def _closeness(graph: nx.Graph[N]) -> tuple[list[N], NDArray[np.float64]]:
    """1/steps between all pairs, 0 where no way leads and on the diagonal."""
    names = list(graph)
    place = {id: n for n, id in enumerate(names)}
    near = np.zeros((len(names), len(names)))
    for one, steps in nx.all_pairs_shortest_path_length(graph):
        for other, count in steps.items():
            if count:
                near[place[one], place[other]] = 1 / count
    return names, near
