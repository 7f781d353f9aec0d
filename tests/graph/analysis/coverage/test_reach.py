"""Catchment areas, travel, evenness and room, against published numbers. Exhaustive search: `tests/reference`."""

from __future__ import annotations

from math import isnan

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.coverage.catchment import catchment, gravity, within, zones
from graph.analysis.coverage.equity import gini, hoover
from graph.analysis.coverage.room import room, unserved_shares
from graph.analysis.coverage.travel import Means, Spot, Travel, times

A_NEAR, B_NEAR = (1, 2, 3, 4, 6, 7, 9, 10), (4, 5, 8, 11)
LUO_WANG = {(n, place): 20.0 if n in near else 40.0 for place, near in (("a", A_NEAR), ("b", B_NEAR)) for n in range(1, 12)}  # fmt: skip # noqa: E501
NUMBERS = st.lists(st.integers(0, 50), min_size=1, max_size=8)


def test_luo_and_wangs_figure_three() -> None:
    # Environment and Planning B 30 (2003) 865-884, figure 3.
    found = catchment(dict.fromkeys(range(1, 12), 1.0), {"a": 1.0, "b": 1.0}, LUO_WANG, within(30))
    assert found.ratio == pytest.approx({"a": 0.125, "b": 0.25}, abs=1e-12)
    expected = [0.125, 0.125, 0.125, 0.375, 0.25, 0.125, 0.125, 0.25, 0.125, 0.125, 0.25]
    assert [found.access[n] for n in range(1, 12)] == pytest.approx(expected, abs=1e-12)
    values = list(found.access.values())
    assert sum(values) == pytest.approx(2, abs=1e-12)
    assert (gini(values), hoover(values)) == pytest.approx((0.21590909090909094, 0.19886363636363635), abs=1e-9)


@pytest.mark.parametrize(
    ("beta", "expected"),
    [
        (1, [0.733333333333333, 0.733333333333333, 0.533333333333333]),
        (2, [0.777777777777778, 0.777777777777778, 0.444444444444444]),
    ],
)
def test_gravity_agrees_with_twostepr(beta: float, expected: list[float]) -> None:
    costs = {(n, s): 2.0 if (n, s) == (3, "B") else 1.0 for n in (1, 2, 3) for s in "AB"}
    found = catchment(dict.fromkeys((1, 2, 3), 1.0), {"A": 1.0, "B": 1.0}, costs, gravity(beta))
    assert list(found.access.values()) == pytest.approx(expected, abs=1e-9)


@given(
    st.dictionaries(st.integers(0, 4), st.integers(0, 90).map(float), min_size=1),
    st.dictionaries(st.sampled_from("abc"), st.integers(0, 40).map(float), min_size=1),
    st.dictionaries(st.tuples(st.integers(0, 4), st.sampled_from("abc")), st.integers(1, 70).map(float)),
)
def test_all_supply_that_is_reached_is_somebodys(
    demand: dict[int, float], supply: dict[str, float], costs: dict[tuple[int, str], float]
) -> None:
    found = catchment(demand, supply, costs, zones({30: 1.0, 60: 0.4}))
    had = sum(demand[d] * found.access[d] for d in demand)
    assert had == pytest.approx(sum(n for s, n in supply.items() if s not in found.unused), abs=1e-6)


def test_evenness_of_one_to_five_is_known() -> None:
    assert (gini([1, 2, 3, 4, 5]), hoover([1, 2, 3, 4, 5])) == pytest.approx((4 / 15, 0.2), abs=1e-12)
    assert gini([0, 1]) == pytest.approx(0.5, abs=1e-12)
    assert (gini([0, 0]), hoover([])) == (0.0, 0.0)


@given(NUMBERS, st.integers(2, 4))
def test_a_weight_counts_as_so_many_people(values: list[int], times: int) -> None:
    weights = [1 + n % times for n in range(len(values))]
    spread = [float(v) for v, w in zip(values, weights, strict=True) for _ in range(w)]
    assert gini(values, weights) == pytest.approx(gini(spread), abs=1e-9)
    assert hoover(values, weights) == pytest.approx(hoover(spread), abs=1e-9)


def test_people_who_fit_only_full_places_are_told() -> None:
    # 210 places for 190 people, and yet 20 are left (worked example).
    demand = {"Zeitz/ar": 60.0, "Naumburg/uk": 80.0, "Weissenfels/ar": 50.0}
    capacity = {"Z": 60.0, "N": 120.0, "W": 30.0}
    fits = [("Zeitz/ar", "Z"), ("Zeitz/ar", "W"), ("Weissenfels/ar", "W"), ("Naumburg/uk", "N"), ("Naumburg/uk", "Z")]
    found = room(demand, capacity, fits)
    assert (found.served, found.unserved) == (170, 20)
    assert (sorted(found.short), sorted(found.full)) == (["Weissenfels/ar", "Zeitz/ar"], ["W", "Z"])


def test_a_textbook_network_carries_what_its_book_says() -> None:
    # Cormen, Leiserson, Rivest & Stein, Introduction to Algorithms, figure 26.6.
    edges = "s v1 16, s v2 13, v1 v3 12, v2 v1 4, v2 v4 14, v3 v2 9, v3 t 20, v4 v3 7, v4 t 4"
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_weighted_edges_from(((a, b, int(n)) for a, b, n in map(str.split, edges.split(","))), weight="capacity")
    assert nx.maximum_flow_value(graph, "s", "t") == 23
    assert nx.minimum_cut(graph, "s", "t")[1][0] == {"s", "v1", "v2", "v4"}


def test_who_just_fits_is_not_told_to_be_short() -> None:
    found = room({"ar": 10.0, "uk": 10.0}, {"a": 5.0, "b": 10.0, "c": 0.0}, [("ar", "a"), ("uk", "b")])
    assert (found.short, found.full, found.unserved) == (("ar",), ("a",), 5)


def test_places_are_missing_for_those_who_have_no_other_choice() -> None:
    fits = [("only", "a"), ("either", "a"), ("either", "b"), ("other", "c")]
    shares = unserved_shares(dict.fromkeys(("only", "either", "other"), 10.0), {"a": 5.0, "b": 10.0, "c": 8.0}, fits)
    assert shares == pytest.approx({"only": 0.5, "other": 0.2})


def test_fractions_of_people_leave_nobody_out() -> None:
    found = room({"a": 0.1 * 3, "b": 0.7 * 10}, {"x": 7.3}, [("a", "x"), ("b", "x")])
    assert (found.unserved, found.short) == (0, ())


HERE, THERE = Spot(keys=("a",), point=(51.05, 12.13)), Spot(keys=("b", "unit"), point=(51.15, 11.81))


def minutes(one: Spot, other: Spot, means: Means, travel: Travel) -> float:
    return float(times([one], [other], means, travel)[0, 0])


def test_a_way_takes_its_distance_with_a_detour_at_a_speed() -> None:
    by_car, on_foot = (minutes(HERE, THERE, m, Travel()) for m in ("car", "foot"))  # type: ignore[arg-type]
    assert by_car == pytest.approx(25.0 * 1.3 / 45 * 60, rel=0.01) and on_foot == pytest.approx(9 * by_car)
    assert isnan(minutes(HERE, Spot(keys=("b",)), "bus", Travel()))


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ({("a", "b", "bus"): 35}, 35),
        ({("b", "a", "bus"): 35}, 35),
        ({("b", "a", "bus"): 35, ("a", "b", "bus"): 30}, 30),
        ({("a", "b", ""): 40, ("a", "b", "bus"): 35}, 35),
        ({("a", "unit", "bus"): 50, ("a", "b", ""): 35}, 35),
        ({("a", "unit", "bus"): 50}, 50),
        ({("a", "b", "bus"): 0}, 0),
    ],
)
def test_a_table_of_times_wins_over_distances_and_the_finest_of_its_statements_holds(
    table: dict[tuple[str, str, str], float], expected: float
) -> None:
    travel = Travel(table=table)
    assert minutes(HERE, THERE, "bus", travel) == expected
    assert minutes(Spot(keys=("a",)), Spot(keys=("b", "unit")), "bus", travel) == expected
    assert minutes(HERE, THERE, "car", Travel(table={("a", "b", "bus"): 35})) == minutes(HERE, THERE, "car", Travel())
