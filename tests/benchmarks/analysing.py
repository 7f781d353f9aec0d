"""The analyses and the plain ways they are measured against, on the same networks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random

import networkx as nx

from graph.analysis.kernels import Numbered, numbered
from graph.analysis.referrals.arcs import adjacency, arcs
from graph.network import Network
from tests.generator import generate

TODAY = date(2026, 11, 23)
CANDIDATES = 2
"""Actors the plain way is tried with: it would take hours for all."""


@dataclass(frozen=True, kw_only=True)
class Graphs:
    """The referral links of one network, numbered, and the same in networkx."""

    ours: Numbered[int]
    plain: nx.DiGraph[int]

    @property
    def size(self) -> int:
        """Actors."""
        return len(self.ours.names)


@cache
def graphs(actors: int) -> Graphs:
    """Graphs of a generated network of so many actors, whose names are their numbers."""
    network = Network(generate(actors))
    named = numbered(adjacency(network.memo(arcs, TODAY)), sorted(network.of_kind("actor")))
    everyone = range(len(named.names))
    plain: nx.DiGraph[int] = nx.DiGraph()
    plain.add_nodes_from(everyone)
    plain.add_edges_from(named.links)
    return Graphs(ours=Numbered(names=tuple(everyone), place={n: n for n in everyone}, links=named.links), plain=plain)


def plain_reach(graph: nx.DiGraph[int]) -> dict[int, set[int]]:
    """Everyone's descendants."""
    return {id: nx.descendants(graph, id) for id in graph}


def pairs(graph: nx.DiGraph[int]) -> int:
    """Ordered pairs that are joined."""
    return sum(map(len, plain_reach(graph).values()))


def plain_drop_out(graph: nx.DiGraph[int], actor: int) -> int:
    """Pairs of others that lose every way when an actor falls out."""
    before = plain_reach(graph)
    own = len(before[actor]) + sum(actor in others for others in before.values())
    return sum(map(len, before.values())) - own - pairs(graph.subgraph(set(graph) - {actor}))


def sample(graph: Graphs) -> list[int]:
    """Actors that fall out the plain way."""
    return Random(1).sample(range(graph.size), CANDIDATES)
