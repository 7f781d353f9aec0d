"""The fast way says what the plain networkx way says."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis import kernels
from graph.analysis.kernels import betweenness, dropped, numbered, reach

MANY = settings(max_examples=150, deadline=None)
LINKS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=16)


def both(links: list[tuple[int, int]]) -> tuple[kernels.Numbered[int], nx.DiGraph[int]]:
    adjacent: dict[int, list[int]] = {}
    for one, other in links:
        adjacent.setdefault(one, []).append(other)
    plain: nx.DiGraph[int] = nx.DiGraph((a, b) for a, b in links if a != b)
    plain.add_nodes_from(range(7))
    return numbered(adjacent, range(7)), plain


def pairs(plain: nx.DiGraph[int]) -> set[tuple[int, int]]:
    return {(a, b) for a in plain for b in nx.descendants(plain, a)}


@MANY
@given(LINKS)
def test_reach_is_every_descendant(links: list[tuple[int, int]]) -> None:
    graph, plain = both(links)
    found = {(a, b) for a, b in zip(*np.nonzero(reach(graph)), strict=True) if a != b}
    assert found == pairs(plain)


@MANY
@given(LINKS)
def test_betweenness_is_brandes(links: list[tuple[int, int]]) -> None:
    graph, plain = both(links)
    assert betweenness(graph) == (pytest.approx(nx.betweenness_centrality(plain), abs=1e-12), False)


@MANY
@given(LINKS)
def test_a_sample_of_all_sources_is_exact(links: list[tuple[int, int]]) -> None:
    graph, plain = both(links)
    assert kernels._sampled(graph, graph.graph) == pytest.approx(nx.betweenness_centrality(plain), abs=1e-12)


@MANY
@given(LINKS)
def test_dropped_pairs_are_those_lost_without_the_actor(links: list[tuple[int, int]]) -> None:
    graph, plain = both(links)
    before = pairs(plain)
    for actor, lost in dropped(graph).items():
        left = plain.subgraph(set(plain) - {actor})
        gone = {pair for pair in before if actor not in pair} - pairs(left)
        assert lost.pairs == len(gone)
        assert lost.one == any(all(one in pair for pair in gone) for one in plain if gone)
