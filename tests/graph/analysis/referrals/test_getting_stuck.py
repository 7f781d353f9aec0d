"""Dead ends, loops, stations and indispensable actors, against published numbers and exhaustive search."""

from __future__ import annotations

from itertools import product

import networkx as nx
import pytest

from graph.analysis.referrals.bundles import fewest_providers, stations
from graph.analysis.referrals.indispensable import indispensable
from graph.analysis.referrals.rounds import kept, rounds
from graph.analysis.referrals.traps import traps
from graph.analysis.referrals.ways import reached

ARCS = {
    "Rathaus": ["Auslaenderbehoerde", "Ehrenamt"],
    "Auslaenderbehoerde": ["Sozialamt"],
    "Sozialamt": ["Jobcenter", "Kita"],
    "Jobcenter": ["Sprachkurs"],
    "Kita": ["Sozialamt"],
    "Ehrenamt": ["Ehrenamt2"],
    "Ehrenamt2": ["Ehrenamt"],
}
OFFERS = {
    "Auslaenderbehoerde": ["aufenthalt"],
    "Sozialamt": ["leistung"],
    "Jobcenter": ["arbeit"],
    "Sprachkurs": ["sprache"],
    "Kita": ["kita"],
}
BUNDLE = ["aufenthalt", "leistung", "arbeit", "sprache", "kita"]
AGENCY = {"Rathaus": [*ARCS["Rathaus"], "MiA"], "MiA": ["Sprachkurs", "Kita"], "Sprachkurs": ["MiA"]}


def graph(links: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, other in links:
        if one != other:
            found.setdefault(one, []).append(other)
    return found


def test_five_needs_take_six_handovers_through_separate_offices() -> None:
    # Worked example, checked against exhaustive search on 40 random digraphs (project's vector 31).
    found = stations(ARCS, OFFERS, ["Rathaus"], BUNDLE)
    assert found is not None and (found.handovers, found.different) == (6, 6)
    assert found.walk == tuple("Rathaus Auslaenderbehoerde Sozialamt Kita Sozialamt Jobcenter Sprachkurs".split())


def test_an_agency_with_three_services_under_one_roof_saves_two_handovers() -> None:
    offers = {**OFFERS, "MiA": ["arbeit", "aufenthalt", "leistung"]}
    found = stations(ARCS | AGENCY, offers, ["Rathaus"], BUNDLE)
    assert found is not None and found.handovers == 4
    met = [need for id in found.walk for need in offers.get(id, ())]
    assert found.walk[:2] == ("Rathaus", "MiA") and set(met) == set(BUNDLE)  # one of two walks of that length
    fewest = fewest_providers(offers, reached(ARCS | AGENCY, ["MiA"]), BUNDLE)
    assert fewest is not None and sorted(fewest) == ["Kita", "MiA", "Sprachkurs"]


def test_a_need_that_nobody_meets_has_no_walk() -> None:
    assert stations(ARCS, OFFERS, ["Rathaus"], ["wohnung"]) is None
    assert fewest_providers(OFFERS, OFFERS, ["wohnung"]) is None


def test_a_bundle_of_too_many_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="13 needs"):
        stations(ARCS, OFFERS, ["Rathaus"], [str(n) for n in range(13)])


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        ("Sprachkurs", [("loop", ("Ehrenamt", "Ehrenamt2"))]),
        (
            "Kita",
            [
                ("dead_end", ("Sprachkurs",)),
                ("leads_only_to_trap", ("Jobcenter",)),
                ("loop", ("Ehrenamt", "Ehrenamt2")),
            ],
        ),
    ],
)
def test_traps_are_told_topic_by_topic(goal: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(t.trap, t.actors) for t in traps(ARCS, [goal])] == expected


def test_an_indispensable_actor_is_found_that_undirected_cut_points_miss() -> None:
    first = {"IN": "AB", "A": "C", "B": "C", "C": "DE", "D": ["OUT"], "E": ["OUT"]}
    assert indispensable(first, ["IN"], ["OUT"]) == ["C"]
    assert nx.node_connectivity(nx.DiGraph(first), "IN", "OUT") == 1
    second = {"IN": ["A", "B"], "A": ["OUT"], "OUT": ["B"]}
    assert indispensable(second, ["IN"], ["OUT"]) == ["A"]
    assert not list(nx.articulation_points(nx.DiGraph(second).to_undirected()))  # whoever ignores directions finds none


# Grinstead & Snell, Introduction to Probability, ch. 11: the drunkard's walk.
@pytest.mark.parametrize(
    ("right", "steps", "first"),
    [(1 / 2, [3, 4, 3], [0.75, 0.5, 0.25]), (2 / 3, [3.4, 3.6, 2.2], [7 / 15, 0.2, 1 / 15])],
)
def test_rounds_agree_with_the_published_walk(right: float, steps: list[float], first: list[float]) -> None:
    left = 1 - right
    found = rounds([[0, right, 0], [left, 0, right], [0, left, 0]], [[left, 0], [0, 0], [0, right]])
    assert found.stations.tolist() == pytest.approx(steps, abs=1e-9)
    assert found.ends[:, 0].tolist() == pytest.approx(first, abs=1e-9)
    assert found.ends[:, 1].tolist() == pytest.approx([1 - share for share in first], abs=1e-9)


def test_visits_agree_with_the_published_walk() -> None:
    found = rounds([[0, 0.5, 0], [0.5, 0, 0.5], [0, 0.5, 0]], [[0.5, 0], [0, 0], [0, 0.5]])
    assert found.visits.ravel().tolist() == pytest.approx([1.5, 1, 0.5, 1, 2, 1, 0.5, 1, 1.5], abs=1e-9)


def test_rounds_of_the_reception_example() -> None:
    # Worked example (project's vector 30): reception, office, charity; served or lost.
    found = rounds([[0, 0.6, 0.3], [0.2, 0, 0.3], [0, 0.1, 0]], [[0, 0.1], [0.4, 0.1], [0.7, 0.2]])
    stations = [2.4644549763033172, 1.8483412322274884, 1.1848341232227486]
    served = [0.6966824644549762, 0.7725118483412323, 0.7772511848341231]
    assert found.stations.tolist() == pytest.approx(stations, abs=1e-9)
    assert found.ends[:, 0].tolist() == pytest.approx(served, abs=1e-9)
    assert found.ends[:, 1].tolist() == pytest.approx([1 - share for share in served], abs=1e-9)
    assert kept(0.8, 4) == pytest.approx(0.4096, abs=1e-9)


@pytest.mark.parametrize(
    ("on", "out", "why"), [(0.5, 0.2, "sum to 1"), (-1.0, 2.0, "sum to 1"), (1.0, 0.0, "no end can be reached")]
)
def test_shares_that_are_none_are_refused(on: float, out: float, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        rounds([[on]], [[out]])


def test_the_exhaustive_search_of_small_bundles_needs_no_more_providers() -> None:
    offers = {"a": "xy", "b": "yz", "c": "x", "d": "z"}
    least = min(
        sum(chosen) for chosen in product((0, 1), repeat=4)
        if {n for id, c in zip(offers, chosen, strict=True) if c for n in offers[id]} >= set("xyz")
    )  # fmt: skip
    assert len(fewest_providers(offers, offers, "xyz") or ()) == least
