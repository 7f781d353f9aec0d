"""The fast way says what the plain networkx way says, on a published network; tests/reference has random ones."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from graph.analysis.kernels import betweenness, dropped_pairs, numbered, reach
from tests.graph.analysis.structure import knoke

PLAIN = knoke.money()
OURS = numbered(PLAIN.adj, list(PLAIN))


def pairs(plain: nx.DiGraph[str]) -> set[tuple[str, str]]:
    return {(a, b) for a in plain for b in nx.descendants(plain, a)}


def test_reach_and_betweenness() -> None:
    found = {(OURS.names[a], OURS.names[b]) for a, b in zip(*np.nonzero(reach(OURS)), strict=True) if a != b}
    assert found == pairs(PLAIN)
    assert betweenness(OURS) == (pytest.approx(nx.betweenness_centrality(PLAIN), abs=1e-12), False)


def test_what_is_lost_with_an_actor() -> None:
    before = pairs(PLAIN)
    for actor, lost in dropped_pairs(OURS).items():
        left = pairs(PLAIN.subgraph(set(PLAIN) - {actor}))
        assert lost == len({pair for pair in before if actor not in pair} - left)
