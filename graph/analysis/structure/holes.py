"""Structural holes: whose neighbours know each other already (method 11). For coordinators only."""

from __future__ import annotations

import math
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TypeVar

import networkx as nx

N = TypeVar("N", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True)
class Holes:
    """`constraint`: near 0 = many neighbours who do not know each other; may pass 1 in small neighbourhoods.

    `effective_size`: neighbours without those who are known by way of others already.
    """

    constraint: float
    effective_size: float


def holes(graph: nx.Graph[N], weight: str | None = None) -> dict[N, Holes]:
    """Actor → its structural holes; actors without links are left out. Directed links count in both directions.

    Complexity: O(Σ degree²). Source: Burt, Structural Holes (1992), by networkx.

    >>> round(holes(nx.star_graph(3))[0].constraint, 3)
    0.333
    """
    linked = [id for id in graph if graph.degree(id)]
    constraint = nx.constraint(graph, nodes=linked, weight=weight)
    # Without the nodes, networkx with scipy takes another way whose weighted figures differ from the published ones.
    size = nx.effective_size(graph, nodes=linked, weight=weight)
    return {
        id: Holes(constraint=float(constraint[id]), effective_size=float(size[id]))
        for id in linked
        if not math.isnan(constraint[id])
    }
