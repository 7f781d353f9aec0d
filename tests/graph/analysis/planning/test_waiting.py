"""Queues, offices in a row, a surge, and relief: against textbooks and small exhaustive searches."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.planning.queues import offices, queue
from graph.analysis.planning.relief import relief
from graph.analysis.planning.simulation import spread
from graph.analysis.planning.surge import Desks, begun, capacity_per_day, desks_of, ranged, surge

LAST = (0.0011747530517652177, 0.006654205106559738, 1.9962615319679213)


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        # Bronson (1982), examples 24.6, 23.3, 23.14; Ciw's README: empty, waits, waiting, wait, stay, present
        (
            (300, 182.5, 3),
            (0.17753703294273715, 0.2907513803118914, 0.3524259155295653, *LAST),
        ),
        ((24, 30, 1), (0.2, 0.8, 3.2, 2 / 15, 1 / 6, 4)),
        ((0.5, 2 / 3, 1), (0.25, 0.75, 2.25, 4.5, 6, 3)),
        ((0.2, 0.1, 3), (1 / 9, 4 / 9, 8 / 9, 40 / 9, 130 / 9, 26 / 9)),
    ],
)  # fmt: skip
def test_a_queue_agrees_with_the_textbook(rates: tuple[float, float, int], expected: tuple[float, ...]) -> None:
    found = queue(*rates)
    assert found is not None
    told = (found.empty, found.waits, found.waiting, found.wait, found.stay, found.present)
    assert told == pytest.approx(expected, abs=1e-9)


def test_more_people_than_are_served_have_no_long_run() -> None:
    assert queue(3, 1, 3) is None
    assert offices([3], [[0]], [1], [3]) is None


def test_offices_that_send_people_on_agree_with_jackson() -> None:
    share = [[0, 0.6, 0.3], [0.2, 0, 0.3], [0, 0, 0]]
    found = offices([10, 0, 0], share, [6, 5, 4], [3, 2, 3])
    assert found is not None
    assert found.arrivals == pytest.approx((11.363636363636363, 6.818181818181818, 5.454545454545455), abs=1e-9)
    assert (found.present, found.stay) == pytest.approx((6.6423429890058845, 0.6642342989005885), abs=1e-9)
    tandem = offices([2, 0], [[0, 1], [0, 0]], [3, 4], [1, 1])
    assert tandem is not None and (tandem.present, tandem.stay) == pytest.approx((3, 1.5), abs=1e-9)


def test_four_hundred_people_on_one_day_keep_six_desks_busy_for_a_week() -> None:
    found = surge([400], usual=60, capacity=capacity_per_day(6, 8, 25))
    assert found.backlog == pytest.approx((344.8, 289.6, 234.4, 179.2, 124, 68.8, 13.6, 0), abs=1e-9)
    assert found.days == pytest.approx(7.246376811594202, abs=1e-9)


def test_a_day_like_any_other_takes_no_time_more() -> None:
    assert surge([], usual=60, capacity=115.2).days == 0


def test_what_never_clears_is_told() -> None:
    assert surge([10], usual=60, capacity=60).days is None
    with pytest.raises(ValueError, match="negative"):
        surge([-1], usual=0, capacity=1)


@given(st.lists(st.integers(0, 300), max_size=4), st.integers(0, 50), st.integers(51, 120), st.integers(1, 30))
def test_more_places_never_take_longer(arrivals: list[int], usual: int, capacity: int, more: int) -> None:
    slow, fast = surge(arrivals, usual, capacity).days, surge(arrivals, usual, capacity + more).days
    assert slow is not None and fast is not None and fast <= slow + 1e-9


def test_relief_shares_people_out_until_the_fullest_is_least_full() -> None:
    found = relief({"x": 30, "y": 30}, {"a": 20, "b": 40}, [("x", "a"), ("x", "b"), ("y", "b")])
    assert found is not None
    assert found.highest == pytest.approx(1.0)
    assert found.flows[("y", "b")] == pytest.approx(30)


@given(
    st.lists(st.integers(1, 20), min_size=2, max_size=3),
    st.lists(st.integers(1, 20), min_size=2, max_size=3),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=7),
)
def test_the_highest_share_is_that_of_the_worst_set_of_groups(
    people: list[int], places: list[int], pairs: list[tuple[int, int]]
) -> None:
    fits = [(d, s) for d, s in pairs if d < len(people) and s < len(places)]
    found = relief(dict(enumerate(people)), dict(enumerate(places)), fits)
    shares = []
    for some in range(1, 2 ** len(people)):
        chosen = {d for d in range(len(people)) if some >> d & 1}
        around = {s for d, s in fits if d in chosen}
        room = sum(places[s] for s in around)
        shares.append(sum(people[d] for d in chosen) / room if room else float("inf"))
    assert (found is None) == (max(shares) == float("inf"))
    if found is not None:
        assert found.highest == pytest.approx(max(shares))


def test_one_place_more_is_worth_what_it_lowers() -> None:
    before, after = (relief({"x": 30.0}, {"a": n, "b": 20.0}, [("x", "a"), ("x", "b")]) for n in (10.0, 10.001))
    assert before is not None and after is not None
    assert before.worth["a"] == pytest.approx((before.highest - after.highest) / 0.001, rel=1e-3)


def test_desks_hours_and_minutes_give_a_range_and_what_a_service_states_fills_in() -> None:
    assert desks_of({"desks": 6, "hours": 8.0}) is None
    assert desks_of({"desks": 6, "hours": 8.0, "minutes_least": 25.0}) == Desks(least=115.2, most=115.2, desks=6)
    hours = desks_of({"minutes_most": 30.0}, {"capacity": 40, "capacity_unit": "hours_week"})
    assert hours == Desks(least=16.0, most=16.0, desks=1, hours=8.0)
    assert desks_of({"minutes_most": 30.0}, {"capacity": 40, "capacity_unit": "persons"}) is None


def test_more_people_a_day_than_are_served_never_clears() -> None:
    assert surge([400], usual=120, capacity=115).days is None


def test_of_very_many_people_no_single_run_is_simulated() -> None:
    assert spread(100_000, Desks(least=96.0, most=134.4, usual=60.0, desks=6), seed=1) is None


def test_what_takes_longer_than_is_reckoned_day_by_day_is_no_never() -> None:
    assert surge([100_000], usual=0, capacity=10).days == pytest.approx(10_000)


def test_begun_days_count_whole_and_equal_ends_of_a_range_are_one_number() -> None:
    assert [begun(days) for days in (0.0, 0.01, 6.25, 7.0, 7.0000000001)] == [0, 1, 7, 7, 7]
    assert [ranged("r", *pair) for pair in ((4, 7), (1, 2), (4, 4), (1, 1))] == ["r", "r", "r_one", "r_day"]


def test_less_than_nothing_cannot_come_or_be_served() -> None:
    for wrong in ({"arrivals": [-1]}, {"usual": -1}, {"capacity": -1}):
        with pytest.raises(ValueError, match="negative"):
            surge(**{"arrivals": [1], "usual": 0, "capacity": 1, **wrong})  # type: ignore[arg-type]
