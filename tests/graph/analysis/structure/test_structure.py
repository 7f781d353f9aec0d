"""Figures of structure against published ones (R's sna 2.7, igraph, Borgatti; see each test)."""

from __future__ import annotations

from itertools import combinations
from random import Random

import networkx as nx
import pytest

from graph.analysis.kernels import betweenness, numbered
from graph.analysis.structure import cohesion
from graph.analysis.structure.brokerage import brokerage, translating
from graph.analysis.structure.core import core, shells
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
        (nx.star_graph(5), 1),
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


ROLES = ("coordinator", "itinerant", "gatekeeper", "representative", "liaison")
# R's sna 2.7-1, brokerage(): every organisation that stands in an open two-path, in the order of ROLES.
INFORMING = {
    "COUN": (0, 0, 2, 0, 0), "COMM": (1, 5, 5, 3, 7), "EDUC": (0, 5, 1, 1, 2), "INDU": (0, 1, 0, 1, 0),
    "MAYR": (5, 3, 7, 7, 5), "WRO": (0, 1, 0, 0, 0), "NEWS": (0, 1, 4, 0, 1), "WELF": (0, 1, 1, 0, 0),
    "WEST": (0, 1, 0, 0, 0),
}  # fmt: skip
PAYING = {
    "COMM": (0, 0, 0, 0, 1), "EDUC": (0, 1, 0, 0, 0), "MAYR": (0, 0, 0, 1, 0), "UWAY": (0, 1, 5, 0, 1),
    "WELF": (0, 0, 1, 0, 0),
}  # fmt: skip


@pytest.mark.parametrize(
    ("graph", "expected", "totals"),
    [(knoke.information(), INFORMING, (6, 18, 20, 12, 15)), (knoke.money(), PAYING, (0, 2, 6, 1, 2))],
)
def test_brokerage_agrees_with_sna(
    graph: nx.DiGraph[str], expected: dict[str, tuple[int, ...]], totals: tuple[int, ...]
) -> None:
    found = brokerage(graph, knoke.GROUPS)
    assert {id: tuple(roles[role] for role in ROLES) for id, roles in found.items()} == expected
    assert tuple(map(sum, zip(*expected.values(), strict=True))) == totals
    between = translating(graph, knoke.GROUPS)
    across = sum(roles[role] for roles in found.values() for role in ("gatekeeper", "representative", "liaison"))
    assert sum(counted.total() for counted in between.values()) == across


@pytest.mark.parametrize(
    ("graph", "centralisation"), [(knoke.information(), 0.201131687242798), (knoke.money(), 0.115740740740741)]
)
def test_betweenness_is_as_central_as_sna_says(graph: nx.DiGraph[str], centralisation: float) -> None:
    # sna's centralization(betweenness): Σ (max - b) / ((n - 1)² (n - 2)); our shares hold (n - 1)(n - 2) already.
    shares, _ = betweenness(numbered(graph.adj, list(graph)))
    assert sum(max(shares.values()) - b for b in shares.values()) / 9 == pytest.approx(centralisation, abs=EXACT)


@pytest.mark.parametrize(
    ("graph", "index", "links", "low", "high"),
    [
        (knoke.information(), 0.5102040816326531, (37, 12), 0.8828, 0.2158),
        (knoke.money(), 0.2727272727272727, (14, 8), 0.2148, 0.9172),
    ],
)
def test_the_ei_index_stands_beside_what_chance_gives(
    graph: nx.DiGraph[str], index: float, links: tuple[int, int], low: float, high: float
) -> None:
    # Krackhardt & Stern (1988) on Knoke's networks; low and high of 5,000 shuffles, so within their spread.
    random = Random(42)
    shuffles = [random.sample(range(10), 10) for _ in range(1000)]
    found = orientation(graph.edges(), knoke.GROUPS, shuffles)
    assert (found.index, found.expected) == pytest.approx((index, 0.4222222222222223), abs=EXACT)
    assert (found.external, found.internal) == links
    assert (found.at_most, found.at_least) == pytest.approx((low, high), abs=0.05)
    assert not found.remarkable


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


# R's igraph 1.3.5, constraint().
INFORMED = {
    "COUN": 0.4805512, "COMM": 0.4014463, "EDUC": 0.3859868, "INDU": 0.4786189, "MAYR": 0.3874008, "WRO": 0.4543446,
    "NEWS": 0.4242206, "UWAY": 0.5137792, "WELF": 0.4355654, "WEST": 0.4857785,
}  # fmt: skip
FLOWN = (0.5411979, 0.5411979, 0.6641358, 0.4701698, 0.6641358, 0.4450889, 0.4450889, 0.4311111, 0.5, 1.0)


def test_constraint_agrees_with_igraph() -> None:
    found = holes(knoke.information())
    assert {id: held.constraint for id, held in found.items()} == pytest.approx(INFORMED, abs=6e-8)
    assert [holes(KITE)[id].constraint for id in KITE] == pytest.approx(FLOWN, abs=6e-8)


# Borgatti (2006) on Krackhardt's kite; distance-weighted values checked with R's keyplayer 1.0.4, fragment().
DISTANT = (
    0.36111111111111094, 0.36111111111111094, 0.3472222222222221, 0.3935185185185184, 0.347222222222222,
    0.3986111111111109, 0.3986111111111109, 0.48611111111111116, 0.38888888888888884, 0.287037037037037,
)  # fmt: skip
TORN = (0, 0, 0, 0, 0, 0, 0, 0.38888888888888884, 0.2222222222222222, 0)


def without(*gone: int) -> nx.Graph[int]:
    return KITE.subgraph(set(KITE) - {*gone})


def test_every_single_loss_tears_the_kite_as_published() -> None:
    assert distance_fragmentation(KITE) == pytest.approx(0.3537037037037035, abs=EXACT)
    assert [distance_fragmentation(without(id)) for id in KITE] == pytest.approx(DISTANT, abs=EXACT)
    assert [fragmentation(without(id)) for id in KITE] == pytest.approx(TORN, abs=EXACT)


def test_the_worst_pair_is_not_the_two_worst_alone() -> None:
    one, two = most_damaging(KITE, 1), most_damaging(KITE, 2)
    assert (one.actors, two.actors) == ((7,), (5, 6))
    assert (one.value, two.value) == pytest.approx((0.48611111111111116, 0.6071428571428572), abs=EXACT)
    assert distance_fragmentation(without(7, 3)) == pytest.approx(0.5595238095238095, abs=EXACT)  # taken one by one
    torn = {pair: fragmentation(without(*pair)) for pair in combinations(KITE, 2)}
    assert max(torn, key=lambda pair: torn[pair]) == (5, 6)
    assert torn[5, 6] == pytest.approx(0.5357142857142857, abs=EXACT)


def test_betweenness_on_the_kite_is_krackhardts() -> None:
    # Krackhardt (1990); links in both directions, so that each pair counts twice.
    shares, _ = betweenness(numbered(KITE.adj, list(KITE)))
    pairs = (0.8333333, 0.8333333, 0, 3.6666667, 0, 8.3333333, 8.3333333, 14, 8, 0)
    assert [shares[id] * 9 * 8 / 2 for id in KITE] == pytest.approx(pairs, abs=6e-8)
    assert [d for _, d in KITE.degree()] == [4, 4, 3, 6, 3, 5, 5, 3, 2, 1]


def test_who_reaches_most_is_somebody_else_again() -> None:
    one, two = best_reaching(KITE, 1), best_reaching(KITE, 2)
    assert (one.actors, two.actors) == ((3,), (3, 8))
    assert (one.value, two.value) == pytest.approx((0.8083333333333332, 1.0), abs=EXACT)
    assert (best_reaching(KITE, 1, within=2).actors, best_reaching(KITE, 1, within=2).value) == ((7,), 1.0)


def test_too_many_actors_to_try_every_pair_are_refused() -> None:
    with pytest.raises(ValueError, match="at most 300"):
        most_damaging(nx.empty_graph(301), 2)


@pytest.mark.parametrize(
    ("graph", "errors", "actors", "ring"),
    [
        (nx.star_graph(9), 0, {0}, 1),
        (KITE, 4, {0, 3, 5, 6}, 3),
        # Linked where either refers to the other.
        (knoke.information().to_undirected(), 3, {"COMM", "COUN", "EDUC", "INDU", "MAYR", "NEWS"}, 5),
        (nx.florentine_families_graph(), 9, {"Guadagni", "Medici", "Strozzi"}, 2),
    ],
)
def test_the_core_has_the_published_errors(
    graph: nx.Graph[object], errors: int, actors: set[object], ring: int
) -> None:
    # Borgatti & Everett (2000), Lip (2011), each checked against all cores there are. Several may tie.
    found = core(graph)
    assert found.errors == errors
    assert set(found.actors) == actors or found.tied
    assert max(shells(graph).values()) == ring


def test_two_sides_agree_with_davis() -> None:
    # Davis, Gardner & Gardner (1941): 18 women at 14 events, 89 attendances; 139 pairs of women met.
    graph = nx.davis_southern_women_graph()
    events = {n: list(graph[n]) for n, side in graph.nodes(data="bipartite") if side}
    assert two_mode_density(events, 18) == pytest.approx(89 / 252, abs=EXACT)
    assert len(sharing(events)) == 139
    assert hanging_on_one(events) == {}


def test_governance_counts_what_was_said() -> None:
    found = governance({"decisions": "shared", "trust": "lead_organisation", "goals": "lead_organisation"}, 0.31)
    assert found.leading == ("lead_organisation",) and found.answers["shared"] == 1
    assert governance({}, 0.0).leading == ()
