"""What the analyses cost beside the plain networkx way with the same result, and beside PySAL."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest

from graph.analysis.council.indicators import indicators, parts_with
from graph.analysis.council.report import report
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.catchment import catchment, within
from graph.analysis.coverage.siting import most_reached
from graph.analysis.kernels import betweenness, dropped_pairs, reach
from graph.analysis.planning.comparison import compare
from graph.analysis.planning.next_links import next_links
from graph.analysis.planning.proposals import proposals
from graph.network import Network
from graph.operations.moves import Move, carried_out
from tests.benchmarks import analysing, planning
from tests.benchmarks.figures import Figures
from tests.benchmarks.grounds import LARGE, MIDDLE, SMALL
from tests.benchmarks.timing import Compared, quiet, seconds, wall

AT_MOST = 1 / 20
"""At 2,000 actors; at 130 nothing takes long in either way, and the plain way is not tried beyond 2,000."""


def beside(ours: Callable[[], object], plain: Callable[[], object], times: float = 1) -> Callable[[int], Compared]:
    """Ours beside the plain way; of the latter one part is measured that stands for `times` as much."""

    def measure(rounds: int) -> Compared:
        with quiet():
            mine = sorted(seconds(ours, wall) for _ in range(rounds))[rounds // 2]
            theirs = seconds(plain, wall) * times
        return Compared(ours=mine, theirs=theirs, ratio=mine / theirs)

    return measure


@pytest.mark.parametrize("actors", [SMALL, MIDDLE])
def test_heavy_analyses_are_twenty_times_faster_than_the_plain_way(figures: Figures, actors: int) -> None:
    graph = analysing.graphs(actors)
    actors_tried = analysing.sample(graph)
    ways: dict[str, tuple[Callable[[], object], Callable[[], object], float]] = {
        "betweenness": (lambda: betweenness(graph.ours), lambda: nx.betweenness_centrality(graph.plain), 1),
        "reach of all pairs": (lambda: reach(graph.ours), lambda: analysing.plain_reach(graph.plain), 1),
        "drop-out of everyone": (
            lambda: dropped_pairs(graph.ours),
            lambda: [analysing.plain_drop_out(graph.plain, one) for one in actors_tried],
            graph.size / len(actors_tried),
        ),
    }
    for name, way in ways.items():
        measure = beside(*way)
        if actors == MIDDLE:
            figures.holds(f"{name}, {actors} actors : plain networkx", AT_MOST, measure, 3)
        else:
            figures.ratio(f"{name}, {actors} actors : plain networkx", measure(3))


def test_the_fast_way_gives_the_plain_ways_results() -> None:
    graph = analysing.graphs(MIDDLE)
    dropped = dropped_pairs(graph.ours)
    for one in analysing.sample(graph):
        assert dropped[one] == analysing.plain_drop_out(graph.plain, one)
    found, estimated = betweenness(graph.ours)
    assert not estimated
    assert found == pytest.approx(nx.betweenness_centrality(graph.plain), abs=1e-9)
    assert int(reach(graph.ours).sum()) - graph.size == analysing.pairs(graph.plain)


def test_a_large_network_is_estimated_and_its_seconds_told(figures: Figures) -> None:
    graph = analysing.graphs(LARGE)
    for name, work in {
        "betweenness, estimated": lambda: betweenness(graph.ours),
        "reach of all pairs": lambda: reach(graph.ours),
    }.items():
        figures.note(f"{name}, {LARGE} actors", f"{seconds(work, wall):.2f} s")


@pytest.mark.parametrize("actors", [SMALL, MIDDLE, LARGE])
def test_the_proposed_links_cost_a_fraction_of_trying_each(figures: Figures, actors: int) -> None:
    network = planning.county(actors)
    if actors == LARGE:
        figures.note(
            f"proposed links, {LARGE} actors",
            f"{seconds(lambda: next_links(network, analysing.TODAY), wall):.2f} s",
        )
        return
    found = next_links(network, analysing.TODAY)
    plain = planning.Plain(network, analysing.TODAY)
    for link in found[:2]:
        assert link.opens == plain.opens(link.sender, link.receiver)
    measure = beside(
        lambda: next_links(network, analysing.TODAY),
        lambda: [plain.opens(link.sender, link.receiver) for link in found[:2]],
        plain.candidates / len(found[:2]),
    )
    name = f"proposed links, {actors} actors : trying each in networkx"
    if actors == MIDDLE:
        figures.holds(name, AT_MOST, measure, 3)
    else:
        figures.ratio(name, measure(3))


@pytest.mark.filterwarnings("ignore")  # of the libraries beside us
def test_siting_and_catchment_beside_pysal(figures: Figures) -> None:
    from tests.reference import pysal

    people, places, minutes = pysal.world(1, areas=200, sites=20)
    reach = {j: [i for i, row in enumerate(minutes) if row[j] <= 30] for j in range(len(places))}
    persons = dict(enumerate(map(float, people)))
    supply = dict(enumerate(map(float, places)))
    costs = {(i, j): way for i, row in enumerate(minutes) for j, way in enumerate(row)}
    figures.ratio(
        "best 5 of 20 sites for 200 areas : spopt",
        beside(lambda: most_reached(reach, persons, 5), lambda: pysal.covering(minutes, people, 5))(3),
    )
    figures.ratio(
        "catchment of 20 services, 200 areas : access",
        beside(
            lambda: catchment(persons, supply, costs, within(30)), lambda: pysal.floating(people, places, minutes, 30)
        )(3),
    )


@pytest.mark.parametrize("actors", [SMALL, MIDDLE, LARGE])
def test_the_round_trip_of_a_plan_is_told(figures: Figures, actors: int) -> None:
    network, assumed = planning.county(actors), Assumptions()
    known = parts_with(network, analysing.TODAY, {})  # kept with the figures, once a revision for all plans
    moves = planning.plan(network)

    def whole(some: list[Move]) -> Callable[[], object]:
        def run() -> object:
            return compare(network, carried_out(network, some)[0], analysing.TODAY, assumed, known)

        return run

    for name, some in {"a link, a language, places": moves, "places alone": moves[2:]}.items():
        figures.note(f"what-if ({name}), {actors} actors", f"{seconds(whole(some), wall):.2f} s")
    if actors < LARGE:
        everything = seconds(lambda: indicators(Network(network.entries()), analysing.TODAY, assumed), wall)
        figures.note(f"all indicators anew, {actors} actors", f"{everything:.2f} s")
        whole_report = seconds(lambda: report(Network(network.entries()), analysing.TODAY, assumed), wall)
        figures.note(f"the council's whole report, {actors} actors", f"{whole_report:.2f} s")
        told = seconds(lambda: proposals(network, analysing.TODAY, assumed), wall)
        figures.note(f"all proposals, {actors} actors", f"{told:.2f} s")
