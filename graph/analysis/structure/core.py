"""Core and periphery: an inner circle in which everyone knows everyone, and the rest (method 13)."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

import networkx as nx

N = TypeVar("N", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True)
class Core(Generic[N]):
    """`errors`: links missing within the core plus links within the periphery; 0 = the pure pattern.

    `tied`: whether another core fits as well, which has to be said beside it.
    """

    actors: tuple[N, ...]
    errors: int
    tied: bool


def core(graph: nx.Graph[N]) -> Core[N]:
    """The core that fits the links best: everyone in it linked to each other, nobody outside.

    Exact: of k actors the k with most links make the fewest errors, so k alone is tried (Lip 2011). What it means to a
    council: nothing to decide by; to a coordinator, who knows nearly everyone already.

    Complexity: O(n log n). Source: Borgatti & Everett, Social Networks 21 (2000).

    >>> core(nx.star_graph(4))
    Core(actors=(0,), errors=0, tied=True)
    """
    ranked = sorted(graph, key=lambda id: -graph.degree(id))
    errors = [graph.number_of_edges()]
    for place, id in enumerate(ranked):
        errors.append(errors[-1] + place - graph.degree(id))
    best = min(errors)
    size = errors.index(best)
    border = 0 < size < len(ranked) and graph.degree(ranked[size - 1]) == graph.degree(ranked[size])
    return Core(actors=tuple(ranked[:size]), errors=best, tied=errors.count(best) > 1 or border)


def shells(graph: nx.Graph[N]) -> dict[N, int]:
    """Actor → how far inside it is: the largest k so that it is in a part where everyone has k links within.

    What it means to a council: nothing to decide by; on the map, rings from the outside in. Source: Seidman, Social
    Networks 5 (1983), by networkx. Complexity: O(links).

    >>> shells(nx.Graph([(1, 2), (2, 3), (3, 1), (3, 4)]))
    {1: 2, 2: 2, 3: 2, 4: 1}
    """
    plain = nx.Graph(graph)
    plain.remove_edges_from(list(nx.selfloop_edges(plain)))
    return dict(nx.core_number(plain))
