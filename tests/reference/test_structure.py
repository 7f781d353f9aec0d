"""Figures of structure, against networkx, every subset and every order there is in small networks."""

from __future__ import annotations

import math
from itertools import combinations, permutations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.structure import cohesion
from graph.analysis.structure.brokerage import brokerage
from graph.analysis.structure.core import core
from graph.analysis.structure.holes import holes
from graph.analysis.structure.key_players import best_reaching, distance_fragmentation, most_damaging
from graph.analysis.structure.orientation import orientation
from graph.analysis.structure.two_mode import hanging_on_one, sharing

MANY = settings(max_examples=150, deadline=None)
EXACT = 1e-9
EDGES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)
WEIGHTED = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 9)), max_size=16)


def drawn(edges: list[tuple[int, int]]) -> nx.DiGraph[int]:
    graph: nx.DiGraph[int] = nx.DiGraph((a, b) for a, b in edges if a != b)
    graph.add_nodes_from(range(6))
    return graph


@MANY
@given(EDGES)
def test_no_other_core_fits_better(edges: list[tuple[int, int]]) -> None:
    graph: nx.Graph[int] = nx.Graph((a, b) for a, b in edges if a != b)
    graph.add_nodes_from(range(6))

    def errors(chosen: set[int]) -> int:
        missing = sum(not graph.has_edge(a, b) for a, b in combinations(chosen, 2))
        return missing + sum(a not in chosen and b not in chosen for a, b in graph.edges())

    found = core(graph)
    tried = [errors(set(some)) for n in range(7) for some in combinations(range(6), n)]
    assert found.errors == min(tried) == errors(set(found.actors))
    assert found.tied or tried.count(found.errors) == 1


@MANY
@given(st.dictionaries(st.integers(0, 5), st.lists(st.sampled_from("abc"), min_size=1), max_size=5))
def test_what_hangs_on_one_provider_is_gone_with_it(providers: dict[int, list[str]]) -> None:
    found = hanging_on_one(providers)
    for thing, some in providers.items():
        assert (thing in found) == any(not set(some) - {gone} for gone in "abc")


@MANY
@given(WEIGHTED, st.booleans(), st.booleans())
def test_holes_are_networkx(edges: list[tuple[int, int, int]], directed: bool, weighted: bool) -> None:
    graph: nx.Graph[int] = nx.DiGraph() if directed else nx.Graph()
    graph.add_weighted_edges_from((a, b, w) for a, b, w in edges if a != b)
    weight = "weight" if weighted else None
    constraint = nx.constraint(graph, nodes=list(graph), weight=weight)
    size = nx.effective_size(graph, nodes=list(graph), weight=weight)
    for id, found in holes(graph, weight).items():
        # networkx takes whoever sends to nobody for alone: there is nothing to compare.
        assert math.isnan(constraint[id]) or found.constraint == pytest.approx(constraint[id], abs=EXACT)
        assert math.isnan(size[id]) or found.effective_size == pytest.approx(size[id], abs=EXACT)


@MANY
@given(EDGES)
def test_krackhardts_figures_count_pairs(edges: list[tuple[int, int]]) -> None:
    graph = drawn(edges)
    reach = {(a, b) for a in graph for b in nx.descendants(graph, a)}
    joined = {frozenset(pair) for pair in reach}
    one_way = sum(1 for a, b in reach if (b, a) not in reach)
    assert cohesion.hierarchy(graph) == pytest.approx(one_way / len(joined) if joined else 0, abs=EXACT)
    weak = [len(part) for part in nx.weakly_connected_components(graph)]
    assert cohesion.connectedness(graph) == pytest.approx(sum(math.comb(n, 2) for n in weak) / 15, abs=EXACT)
    spare, most = graph.number_of_edges() - sum(n - 1 for n in weak), sum(n * (n - 1) - (n - 1) for n in weak)
    assert cohesion.efficiency(graph) == pytest.approx(1 - spare / most if most else 1, abs=EXACT)
    assert cohesion.density(graph) == pytest.approx(graph.number_of_edges() / 30, abs=EXACT)
    answered = sum(graph.has_edge(b, a) for a, b in graph.edges())
    assert cohesion.reciprocity(graph) == pytest.approx(answered / max(1, graph.number_of_edges()), abs=EXACT)


@MANY
@given(EDGES, st.lists(st.sampled_from("ABC"), min_size=6, max_size=6))
def test_brokers_stand_in_every_open_two_path_once(edges: list[tuple[int, int]], dealt: list[str]) -> None:
    graph, groups = drawn(edges), dict(enumerate(dealt))
    expected: dict[int, dict[str, int]] = {}
    for a, b, c in permutations(graph, 3):
        if graph.has_edge(a, b) and graph.has_edge(b, c) and not graph.has_edge(a, c):
            same = groups[a] == groups[b], groups[b] == groups[c], groups[a] == groups[c]
            role = {
                (True, True, True): "coordinator", (False, False, True): "itinerant",
                (False, True, False): "gatekeeper", (True, False, False): "representative",
                (False, False, False): "liaison",
            }[same]  # fmt: skip
            told = expected.setdefault(b, {})
            told[role] = told.get(role, 0) + 1
    assert brokerage(graph, groups) == expected


@settings(max_examples=15, deadline=None)
@given(
    EDGES.filter(lambda edges: any(a != b for a, b in edges)), st.lists(st.sampled_from("AB"), min_size=6, max_size=6)
)
def test_the_expected_index_is_the_mean_of_every_order(edges: list[tuple[int, int]], dealt: list[str]) -> None:
    links, groups = list(drawn(edges).edges()), dict(enumerate(dealt))
    orders = list(permutations(range(6)))
    every = [orientation(links, {n: dealt[order[n]] for n in range(6)}).index for order in orders]
    found = orientation(links, groups, orders)
    assert found.expected == pytest.approx(sum(every) / len(every), abs=EXACT)
    assert found.at_least == sum(index >= found.index - 1e-12 for index in every) / len(every)


@settings(max_examples=40, deadline=None)
@given(EDGES)
def test_key_players_are_those_of_the_plain_way(edges: list[tuple[int, int]]) -> None:
    graph = nx.Graph(drawn(edges))

    def apart(some: nx.Graph[int]) -> float:
        near = dict(nx.all_pairs_shortest_path_length(some))
        return 1 - sum(1 / near[a][b] for a, b in permutations(some, 2) if b in near[a]) / (len(some) * (len(some) - 1))

    assert distance_fragmentation(graph) == pytest.approx(apart(graph), abs=EXACT)
    for number in (1, 2):
        left = {some: apart(graph.subgraph(set(graph) - {*some})) for some in combinations(graph, number)}
        assert most_damaging(graph, number).value == pytest.approx(max(left.values()), abs=EXACT)
        near = dict(nx.all_pairs_shortest_path_length(graph))
        reached = [
            sum(max(1 / max(1, near[a][b]) if b in near[a] else 0 for a in some) for b in graph) / 6
            for some in combinations(graph, number)
        ]
        assert best_reaching(graph, number).value == pytest.approx(max(reached), abs=EXACT)


@MANY
@given(st.dictionaries(st.integers(0, 5), st.sets(st.sampled_from("abcd"), min_size=1), min_size=1, max_size=5))
def test_two_sides_are_networkx(providers: dict[int, set[str]]) -> None:
    graph: nx.Graph[object] = nx.Graph((thing, actor) for thing, some in providers.items() for actor in some)
    actors = {actor for some in providers.values() for actor in some}
    projected = nx.bipartite.weighted_projected_graph(graph, actors)
    assert sharing(providers) == {frozenset((a, b)): w for a, b, w in projected.edges(data="weight")}
    assert set(hanging_on_one(providers)) == {thing for thing in providers if graph.degree(thing) == 1}
    bridged = {thing for bridge in nx.bridges(graph) for thing in bridge if thing in providers}
    assert set(hanging_on_one(providers)) <= bridged
