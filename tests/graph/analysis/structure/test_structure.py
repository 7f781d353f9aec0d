"""Figures of structure against published ones (R's sna 2.7, igraph, Borgatti; see each test)."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from random import Random

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.structure import cohesion
from graph.analysis.structure.brokerage import brokerage
from graph.analysis.structure.core import core, rings
from graph.analysis.structure.governance import governance
from graph.analysis.structure.holes import holes
from graph.analysis.structure.key_players import (
    best_reaching,
    distance_fragmentation,
    fragmentation,
    most_damaging,
)
from graph.analysis.structure.orientation import orientation
from graph.analysis.structure.two_mode import hanging_on_one, sharing, two_mode_density
from tests.graph.analysis.structure import knoke

EXACT = 1e-9
KITE = nx.krackhardt_kite_graph()
EDGES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12)


@pytest.mark.parametrize(
    ("graph", "figures"),
    [
        (
            knoke.information(),
            (0.544444444444444, 0.693877551020408, 0.506172839506173, 0.382716049382716, 1, 0, 0.506172839506173),
        ),
        (
            knoke.money(),
            (0.244444444444444, 0.0909090909090909, 0.469135802469136, 0.345679012345679, 0.8, 0.90625, 0.78125),
        ),
    ],
)
def test_cohesion_agrees_with_sna(graph: nx.DiGraph[str], figures: tuple[float, ...]) -> None:
    found = (
        cohesion.density(graph),
        cohesion.reciprocity(graph),
        cohesion.centralisation((d for _, d in graph.in_degree()), directed=True),
        cohesion.centralisation((d for _, d in graph.out_degree()), directed=True),
        cohesion.connectedness(graph),
        cohesion.hierarchy(graph),
        cohesion.efficiency(graph),
    )
    assert found == pytest.approx(figures, abs=EXACT)


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (nx.star_graph(3), 1),
        (nx.star_graph(10), 1),
        (nx.cycle_graph(10), 0),
        (KITE, 1 / 3),
        (nx.florentine_families_graph(), 0.27472527472527475),
    ],
)
def test_centralisation_agrees_with_freeman(graph: nx.Graph[object], expected: float) -> None:
    assert cohesion.centralisation(d for _, d in graph.degree()) == pytest.approx(expected, abs=EXACT)


def test_an_actor_without_links_counts_in_centralisation() -> None:
    degrees = [d for _, d in nx.florentine_families_graph().degree()]
    assert cohesion.centralisation([*degrees, 0]) == pytest.approx(0.26666666666666666, abs=EXACT)


@pytest.mark.parametrize(
    ("graph", "totals", "one"),
    [
        (knoke.information(), (6, 18, 20, 12, 15), ("MAYR", (5, 3, 7, 7, 5))),
        (knoke.money(), (0, 2, 6, 1, 2), ("UWAY", (0, 1, 5, 0, 1))),
    ],
)
def test_brokerage_agrees_with_sna(
    graph: nx.DiGraph[str], totals: tuple[int, ...], one: tuple[str, tuple[int, ...]]
) -> None:
    found = brokerage(graph, knoke.GROUPS)
    roles = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
    summed: Counter[str] = sum((Counter(r) for r in found.values()), Counter())
    assert tuple(summed[role] for role in roles) == totals
    assert tuple(found[one[0]][role] for role in roles) == one[1]  # type: ignore[index]


@pytest.mark.parametrize(
    ("graph", "index", "low", "high", "remarkable"),
    [
        (knoke.information(), 0.5102040816326531, 0.8828, 0.2158, False),
        (knoke.money(), 0.2727272727272727, 0.2148, 0.9172, False),
    ],
)
def test_the_ei_index_stands_beside_what_chance_gives(
    graph: nx.DiGraph[str], index: float, low: float, high: float, remarkable: bool
) -> None:
    random = Random(42)
    shuffles = [random.sample(range(10), 10) for _ in range(1500)]
    found = orientation(graph.edges(), knoke.GROUPS, shuffles)
    assert (found.index, found.expected) == pytest.approx((index, 0.4222222222222223), abs=EXACT)
    assert (found.at_most, found.at_least) == pytest.approx((low, high), abs=0.05)
    assert found.remarkable is remarkable


def test_an_index_without_links_is_refused() -> None:
    with pytest.raises(ValueError, match="no links"):
        orientation([], {1: "a"})


BURT = [*zip("AAAAEFBBDG", "BFGEGGGDGC", (2, 3, 5, 2, 8, 3, 4, 1, 3, 10), strict=True)]


@pytest.mark.parametrize(
    ("weight", "size", "constraint"),
    [
        (None, {"G": 4.67, "A": 2.5, "C": 1}, {"G": 0.4, "A": 0.595, "C": 1}),
        ("weight", {"G": 5.47, "A": 2.47, "C": 1}, {"G": 0.299, "A": 0.795, "C": 1}),
    ],
)
def test_holes_agree_with_borgatti(weight: str | None, size: dict[str, float], constraint: dict[str, float]) -> None:
    # Borgatti, Connections 20 (1997), as printed in networkx' tests.
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from(BURT)
    graph.add_node("alone")
    found = holes(graph, weight)
    assert "alone" not in found
    for id in "GAC":
        assert found[id].effective_size == pytest.approx(size[id], abs=5e-3)
        assert found[id].constraint == pytest.approx(constraint[id], abs=5e-4)


def test_constraint_agrees_with_igraph() -> None:
    found = holes(knoke.information())
    assert found["MAYR"].constraint == pytest.approx(0.3874008, abs=1e-7)
    assert found["UWAY"].constraint == pytest.approx(0.5137792, abs=1e-7)
    assert holes(KITE)[7].constraint == pytest.approx(0.4311111, abs=1e-7)


def test_the_worst_pair_is_not_the_two_worst_alone() -> None:
    # Borgatti (2006) on Krackhardt's kite; checked with R's keyplayer 1.0.4.
    assert distance_fragmentation(KITE) == pytest.approx(0.3537037037037035, abs=EXACT)
    one, two = most_damaging(KITE, 1), most_damaging(KITE, 2)
    assert (one.actors, two.actors) == ((7,), (5, 6))
    assert (one.value, two.value) == pytest.approx((0.48611111111111116, 0.6071428571428572), abs=EXACT)
    assert fragmentation(KITE.subgraph(set(KITE) - {5, 6})) == pytest.approx(0.5357142857142857, abs=EXACT)
    assert fragmentation(KITE.subgraph(set(KITE) - {8})) == pytest.approx(0.2222222222222222, abs=EXACT)


def test_who_reaches_most_is_somebody_else_again() -> None:
    one, two = best_reaching(KITE, 1), best_reaching(KITE, 2)
    assert (one.actors, two.actors) == ((3,), (3, 8))
    assert (one.value, two.value) == pytest.approx((0.8083333333333332, 1.0), abs=EXACT)
    assert (best_reaching(KITE, 1, within=2).actors, best_reaching(KITE, 1, within=2).value) == ((7,), 1.0)


def test_too_many_actors_to_try_every_pair_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 300"):
        most_damaging(nx.empty_graph(301), 2)


@pytest.mark.parametrize(
    ("graph", "errors", "ring"),
    [
        (nx.star_graph(9), 0, 1),
        (KITE, 4, 3),
        (knoke.information().to_undirected(), 3, 5),
        (nx.florentine_families_graph(), 9, 2),
    ],
)
def test_the_core_has_the_published_errors(graph: nx.Graph[object], errors: int, ring: int) -> None:
    assert core(graph).errors == errors
    assert max(rings(graph).values()) == ring


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


def test_two_sides_agree_with_davis() -> None:
    # Davis, Gardner & Gardner (1941): 18 women at 14 events, 89 attendances.
    graph = nx.davis_southern_women_graph()
    events = {n: list(graph[n]) for n, side in graph.nodes(data="bipartite") if side}
    assert two_mode_density(events, 18) == pytest.approx(89 / 252, abs=EXACT)
    assert len(sharing(events)) == 139
    assert hanging_on_one(events) == {}


@given(st.dictionaries(st.integers(0, 5), st.lists(st.sampled_from("abc"), min_size=1), max_size=5))
def test_what_hangs_on_one_provider_is_gone_with_it(providers: dict[int, list[str]]) -> None:
    found = hanging_on_one(providers)
    for thing, some in providers.items():
        assert (thing in found) == any(not set(some) - {gone} for gone in "abc")


def test_governance_counts_what_was_said() -> None:
    found = governance({"decisions": "shared", "trust": "lead_organisation", "goals": "lead_organisation"}, 0.31)
    assert found.leading == ("lead_organisation",) and found.answers["shared"] == 1
    assert governance({}, 0.0).leading == ()
