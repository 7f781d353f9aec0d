"""Figures of structure where there is little: no links, one actor, none of a sector; and which sentence says them."""

from __future__ import annotations

import networkx as nx
import pytest

from graph.analysis.finding import told
from graph.analysis.structure import cohesion
from graph.analysis.structure.brokerage import bridged, brokerage, translating
from graph.analysis.structure.core import Core, core, shells
from graph.analysis.structure.findings import (
    of_alone,
    of_core,
    of_drop_out,
    of_figure,
    of_offering,
    of_orientation,
    of_reaching,
)
from graph.analysis.structure.governance import governance
from graph.analysis.structure.holes import holes
from graph.analysis.structure.key_players import (
    MOST_ACTORS,
    Players,
    best_reaching,
    distance_fragmentation,
    fragmentation,
    most_damaging,
)
from graph.analysis.structure.orientation import Orientation, orientation
from graph.analysis.structure.two_mode import hanging_on_one, sharing, two_mode_density
from graph.model.changes import EntryId
from graph.network import Network

ALONE: nx.DiGraph[int] = nx.DiGraph()
ALONE.add_nodes_from((1, 2, 3))


@pytest.mark.parametrize("degrees", [[], [0], [5], [1, 1], [1, 0]])
@pytest.mark.parametrize("directed", [True, False])
def test_of_fewer_than_three_actors_none_is_in_the_centre(degrees: list[int], directed: bool) -> None:
    assert cohesion.centralisation(degrees, directed=directed) == 0.0


def test_without_links_nothing_holds_together_and_nothing_is_spare() -> None:
    for graph in (ALONE, nx.DiGraph()):
        assert cohesion.density(graph) == cohesion.reciprocity(graph) == cohesion.connectedness(graph) == 0.0
        assert cohesion.hierarchy(graph) == 0.0 and cohesion.efficiency(graph) == 1.0
        assert brokerage(graph, {}) == {} and holes(graph) == {}
    assert fragmentation(ALONE.to_undirected()) == distance_fragmentation(ALONE.to_undirected()) == 1.0
    for few in (nx.Graph(), nx.empty_graph(1)):
        assert fragmentation(few) == distance_fragmentation(few) == 0.0


def test_whoever_has_no_sector_stands_between_nobody() -> None:
    chain: nx.DiGraph[int] = nx.DiGraph([(1, 2), (2, 3), (3, 4)])
    sectors = {2: "a", 3: "b"}
    assert brokerage(chain, sectors) == {}  # 1 and 4 have none
    assert translating(chain, sectors) == {("a", "b"): {}}
    assert bridged(chain, sectors)["a", "b"].pairs == 0
    assert brokerage(chain, {1: "a", 3: "b", 4: "b"}) == {}  # nor has 2, who stands between


def test_who_refers_back_or_directly_needs_nobody_between() -> None:
    back: nx.DiGraph[int] = nx.DiGraph([(1, 2), (2, 1), (2, 3), (1, 3)])
    sectors = {1: "a", 2: "a", 3: "b"}
    assert brokerage(back, sectors) == {}
    assert translating(back, sectors)["a", "b"].total() == bridged(back, sectors)["a", "b"].pairs == 0


def test_too_many_actors_are_not_tried_set_by_set() -> None:
    many: nx.Graph[int] = nx.path_graph(MOST_ACTORS + 1)
    with pytest.raises(ValueError, match="at most"):
        best_reaching(many, 1)
    with pytest.raises(ValueError, match="at most"):
        most_damaging(many, 1)


def test_what_is_left_of_two_actors_is_torn_by_neither() -> None:
    assert most_damaging(nx.Graph([(1, 2)]), 1) == Players(actors=(1,), value=0.0, ties=1)


def test_a_link_to_oneself_brings_nobody_further_inside() -> None:
    looped: nx.Graph[int] = nx.Graph([(1, 2), (2, 3), (3, 1), (4, 4), (3, 4)])
    assert shells(looped) == {1: 2, 2: 2, 3: 2, 4: 1}
    assert holes(looped)[4] == holes(nx.Graph([(1, 2), (2, 3), (3, 1), (3, 4)]))[4]


def test_links_of_nobody_with_a_sector_have_no_orientation() -> None:
    with pytest.raises(ValueError, match="grouped"):
        orientation([(1, 2)], {3: "a"})


@pytest.mark.parametrize(
    ("at_least", "at_most", "code"),
    [
        (None, None, "untested"),
        (0.5, 0.5, "chance"),
        (0.025, 0.9, "chance"),
        (0.024, 0.99, "outwards"),
        (0.99, 0.024, "inwards"),
    ],
)
def test_chance_decides_whether_sectors_link_outwards(at_least: float, at_most: float, code: str) -> None:
    found = Orientation(index=0.5, external=3, internal=1, expected=0.2, at_least=at_least, at_most=at_most)
    assert of_orientation(found).code == f"structure.orientation.{code}"
    assert found.remarkable is (code in ("outwards", "inwards"))


@pytest.mark.parametrize(
    ("size", "errors", "tied", "links", "code"),
    [
        (0, 4, False, 4, "none"),
        (1, 0, True, 4, "none"),
        (2, 3, False, 4, "weak"),
        (2, 2, True, 4, "tied"),
        (2, 2, False, 4, "one"),
    ],
)
def test_a_core_is_told_by_how_well_it_fits(size: int, errors: int, tied: bool, links: int, code: str) -> None:
    inner = Core(actors=tuple(map(EntryId, "ab"[:size])), errors=errors, tied=tied)
    assert of_core(inner, 9, links).code == f"structure.core.{code}"


def test_a_core_that_another_one_fits_as_well_as_is_tied() -> None:
    assert core(nx.path_graph(3)).tied and core(nx.cycle_graph(6)).tied
    assert core(nx.path_graph(4)) == Core(actors=(1, 2), errors=0, tied=False)
    triangle: nx.Graph[int] = nx.Graph([(1, 2), (2, 3), (3, 1), (1, 4), (2, 5), (3, 6), (1, 7), (2, 8), (3, 9)])
    assert core(triangle) == Core(actors=(1, 2, 3), errors=0, tied=False)


@pytest.mark.parametrize(
    ("several", "leaves", "code"), [(0, 0, "robust"), (0, 2, "leaves"), (2, 0, "fragile.all"), (2, 1, "fragile")]
)
def test_drop_outs_are_told_by_how_many_depend(several: int, leaves: int, code: str) -> None:
    assert of_drop_out(several, leaves, 9).code == f"structure.{code}"


@pytest.mark.parametrize(("share", "shown"), [(0.0, 0), (0.0996, 10.0), (0.0123, 1.2), (0.1, 10), (0.126, 13)])
def test_small_shares_are_told_with_one_digit(share: float, shown: float) -> None:
    assert of_figure("density", {"density": share, "actors": 3, "links": 1}).values["percent"] == shown


def test_what_is_alone_tied_or_shared_by_nobody_is_told_as_such() -> None:
    assert [of_alone(n, 9).code for n in (0, 1)] == ["structure.alone.none", "structure.alone"]
    first = Players(actors=(EntryId("a"),), value=0.714)
    assert of_reaching(first, 2).code == "structure.reaching" and of_reaching(first, 2).values["share"] == 71
    assert of_reaching(Players(actors=(EntryId("a"),), value=0.7, ties=1), 2).code == "structure.reaching.tied"
    offered = {"course": [EntryId("a"), EntryId("b")], "advice": [EntryId("a"), EntryId("b")], "money": [EntryId("c")]}
    assert told(Network(), of_offering(offered, 3), "de").endswith(
        "Ein Paar von Stellen hat wenigstens ein Thema gemeinsam, höchstens 2."
    )
    assert of_offering({"money": [EntryId("c")]}, 3).code == "structure.offering.none"
    assert of_offering(offered, MOST_ACTORS + 1).code == "structure.offering.share"


def test_whoever_is_named_twice_for_a_thing_provides_it_once() -> None:
    assert two_mode_density({"a": [1, 1], "b": []}, 2) == 0.25 and two_mode_density({}, 3) == 0.0
    assert hanging_on_one({"a": [1, 1], "b": [1, 2], "c": []}) == {"a": 1}
    assert sharing({"a": [1, 1, 2], "b": [2, 1]}) == {frozenset((1, 2)): 2}


def test_where_answers_are_even_no_form_of_steering_stands_out_alone() -> None:
    assert governance({}, 0.2).leading == ()
    even = governance({"decisions": "shared", "trust": "lead_organisation", "weather": "shared"}, 0.2)  # type: ignore[dict-item]
    assert even.leading == ("shared", "lead_organisation") and even.answers["shared"] == 1
