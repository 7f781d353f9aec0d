"""Where to build: San Francisco's published optima. Exhaustive search on small maps: `tests/reference`."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from graph.analysis.coverage.siting import fewest_for_all, least_travel, most_reached, shortest_worst, step_by_step

EXACT = {1: 448255, 2: 671938, 3: 791499, 4: 875247, 5: 927402, 6: 941462, 7: 950428, 8: 955113}
GREEDY = {1: 448255, 2: 671938, 3: 788863, 4: 872611, 5: 910944, 6: 928898, 7: 946147, 8: 955113}


@cache
def san_francisco() -> tuple[list[float], list[list[float]], list[str]]:
    with Path(__file__).with_name("sf205.csv").open(encoding="ascii") as file:
        head, *rows = csv.reader(line for line in file if not line.startswith("#"))
    return [float(r[0]) for r in rows], [[float(x) for x in r[1:]] for r in rows], head[1:]


def reach() -> dict[str, list[int]]:
    _, metres, stores = san_francisco()
    return {store: [i for i, row in enumerate(metres) if row[j] <= 5000] for j, store in enumerate(stores)}


@pytest.mark.parametrize("number", [4, 5])
def test_most_reached_agrees_with_the_published_curve(number: int) -> None:
    # spopt's notebook facloc-real-world prints 875,247 for four stores.
    persons = dict(enumerate(san_francisco()[0]))
    found = most_reached(reach(), persons, number)
    assert found.value == EXACT[number]
    covered = {i for s in found.sites for i in reach()[s]}
    assert sum(persons[i] for i in covered) == EXACT[number]
    if number == 4:  # the share of people; spopt's `perc_cov` is the share of tracts, 184 of 205
        assert found.value / sum(persons.values()) == pytest.approx(0.9163805748639167, abs=1e-9)
        assert 100 * len(covered) / 205 == pytest.approx(89.75609756097562, abs=1e-9)


def test_the_explainable_order_is_shown_beside_the_optimum() -> None:
    steps = step_by_step(reach(), dict(enumerate(san_francisco()[0])), 8)
    assert {n: round(step.reached) for n, step in enumerate(steps, 1)} == GREEDY
    assert [(s.site, s.gain, s.reached) for s in steps[:4]] == [
        ("Store_16", 448255, 448255),
        ("Store_12", 223683, 671938),
        ("Store_2", 116925, 788863),
        ("Store_11", 83748, 872611),
    ]


def test_eight_stores_reach_everyone() -> None:
    found = fewest_for_all(reach(), range(205))
    assert found is not None and found.value == 8
    assert {i for s in found.sites for i in reach()[s]} == set(range(205))


def test_the_least_travel_agrees_with_the_published_one() -> None:
    # The notebook prints 2,848,268,129.71; from the data it ships the optimum is 2,848,268,132.72.
    people, metres, _ = san_francisco()
    assert least_travel(metres, people, 4).value == pytest.approx(2848268132.72, abs=5e-3)


def test_the_shortest_worst_way_agrees_with_the_published_one() -> None:
    _, metres, _ = san_francisco()
    found = shortest_worst(metres, 4)
    assert found.value == pytest.approx(7403.06, abs=5e-3)
    assert max(min(row[j] for j in found.sites) for row in metres) == found.value


def test_the_greedy_order_may_miss_a_quarter_of_the_optimum_with_two_sites() -> None:
    # Nemhauser, Wolsey & Fisher (1978): 1-(1-1/2)^2 = 0.75.
    sets = {"O1": [0, 1, 2, 3, 4, 5], "O2": [6, 7, 8, 9, 10, 11], "G1": [0, 1, 2, 6, 7, 8]}
    persons = {n: 1.01 if n in (0, 6) else 1.0 for n in range(12)}
    steps, best = step_by_step(sets, persons, 2), most_reached(sets, persons, 2).value
    greedy = steps[-1].reached
    assert [step.site for step in steps] == ["G1", "O1"]
    assert greedy / best >= 1 - (1 - 1 / 2) ** 2
    assert (greedy, best, greedy / best) == pytest.approx((9.02, 12.02, 0.7504159733777038), abs=1e-9)


def test_an_area_out_of_every_reach_is_told() -> None:
    assert fewest_for_all({"a": [1]}, [1, 2]) is None
    with pytest.raises(ValueError, match="there are no 3"):
        least_travel([[1.0, 2.0]], [1.0], 3)
