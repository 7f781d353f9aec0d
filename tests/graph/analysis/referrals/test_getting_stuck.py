"""Dead ends, loops, stations and indispensable actors, against published numbers and exhaustive search."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.referrals.bundles import fewest_providers, stations
from graph.analysis.referrals.indispensable import independent_ways, indispensable
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
LINKS = st.lists(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")), max_size=12)


def graph(links: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one, other in links:
        if one != other:
            found.setdefault(one, []).append(other)
    return found


def test_five_needs_take_six_handovers_through_separate_offices() -> None:
    # Worked example, checked against exhaustive search on 40 random digraphs (project's vector 31).
    found = stations(ARCS, OFFERS, "Rathaus", BUNDLE)
    assert found is not None and (found.handovers, found.different) == (6, 6)


def test_an_agency_with_three_services_under_one_roof_saves_two_handovers() -> None:
    offers = {**OFFERS, "MiA": ["arbeit", "aufenthalt", "leistung"]}
    found = stations(ARCS | AGENCY, offers, "Rathaus", BUNDLE)
    assert found is not None and found.handovers == 4
    assert found.walk == ("Rathaus", "MiA", "Sprachkurs", "MiA", "Kita") or len(found.walk) == 5
    fewest = fewest_providers(offers, reached(ARCS | AGENCY, ["MiA"]), BUNDLE)
    assert fewest is not None and sorted(fewest) == ["Kita", "MiA", "Sprachkurs"]


def test_a_need_that_nobody_meets_has_no_walk() -> None:
    assert stations(ARCS, OFFERS, "Rathaus", ["wohnung"]) is None
    assert fewest_providers(OFFERS, OFFERS, ["wohnung"]) is None


def test_a_bundle_of_too_many_needs_is_refused() -> None:
    with pytest.raises(ValueError, match="13 needs"):
        stations(ARCS, OFFERS, "Rathaus", [str(n) for n in range(13)])


@given(LINKS, st.dictionaries(st.sampled_from("abcde"), st.lists(st.sampled_from("xyz"), max_size=2), max_size=4))
def test_stations_agree_with_trying_every_walk(links: list[tuple[str, str]], offers: dict[str, list[str]]) -> None:
    arcs, best = graph(links), None
    walks: list[tuple[str, ...]] = [("a",)]
    for _ in range(6):
        if any({need for id in walk for need in offers.get(id, ())} >= {"x", "y"} for walk in walks):
            best = len(walks[0]) - 1
            break
        walks = [(*walk, other) for walk in walks for other in dict.fromkeys(arcs.get(walk[-1], ()))]
        if not walks or len(walks) > 3000:
            break
    found = stations(arcs, offers, "a", ["x", "y"])
    if best is not None:
        assert found is not None and found.handovers == best
    elif not walks:
        assert found is None


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


@given(LINKS, st.sets(st.sampled_from("abcde")))
def test_everyone_who_is_sent_somewhere_is_either_on_a_way_or_trapped(
    links: list[tuple[str, str]], goals: set[str]
) -> None:
    arcs = graph(links)
    sent = {other for others in arcs.values() for other in others}
    stuck = {id for id in {*arcs, *sent} if not reached(arcs, [id]) & goals}
    found = [id for trap in traps(arcs, goals) for id in trap.actors]
    assert len(found) == len(set(found))
    assert stuck & sent == set(found)


def test_an_indispensable_actor_is_found_that_undirected_cut_points_miss() -> None:
    first = {"IN": "AB", "A": "C", "B": "C", "C": "DE", "D": ["OUT"], "E": ["OUT"]}
    assert indispensable(first, ["IN"], ["OUT"]) == ["C"] and independent_ways(first, ["IN"], ["OUT"]) == 1
    assert indispensable({"IN": "AB", "A": ["OUT"], "OUT": "B"}, ["IN"], ["OUT"]) == ["A"]


@given(LINKS, st.sets(st.sampled_from("abc"), min_size=1), st.sets(st.sampled_from("cde"), min_size=1))
def test_without_an_indispensable_actor_nobody_arrives(
    links: list[tuple[str, str]], starts: set[str], goals: set[str]
) -> None:
    arcs = graph(links)

    def arrives(without: set[str]) -> bool:
        left = {one: [o for o in others if o not in without] for one, others in arcs.items() if one not in without}
        return bool(reached(left, starts - without) & goals)

    alone = {*(starts if len(starts) == 1 else ()), *(goals if len(goals) == 1 else ())}
    expected = {id for id in "abcde" if id not in alone and not arrives({id})} if arrives(set()) else set()
    assert set(indispensable(arcs, starts, goals)) == expected
    if starts.isdisjoint(goals) and not any(o in goals for s in starts for o in arcs.get(s, ())):
        others = set("abcde") - starts - goals
        cut = next(n for n in range(6) if any(not arrives({*c}) for c in combinations(others, n)) or n > len(others))
        assert independent_ways(arcs, starts, goals) == cut


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


def test_rounds_of_the_reception_example() -> None:
    found = rounds([[0, 0.6, 0.3], [0.2, 0, 0.3], [0, 0.1, 0]], [[0, 0.1], [0.4, 0.1], [0.7, 0.2]])
    assert found.stations.tolist() == pytest.approx([2.4644549763033172, 1.8483412322274884, 1.1848341232227486])
    assert found.ends[0].tolist() == pytest.approx([0.6966824644549762, 0.3033175355450237], abs=1e-9)
    assert kept(0.8, 4) == pytest.approx(0.4096)


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
