"""Who finds a place, against Hall's condition over every set of groups, and the fairest way by exhaustive search."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.coverage.room import room, unserved_shares

FITS = st.lists(st.tuples(st.sampled_from("wxyz"), st.sampled_from("abc")), max_size=9)


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4), st.lists(st.integers(0, 9), min_size=3, max_size=3), FITS)
def test_room_agrees_with_hall_over_every_set_of_groups(
    people: list[int], places: list[int], fits: list[tuple[str, str]]
) -> None:
    demand, capacity = dict(zip("wxyz", people, strict=True)), dict(zip("abc", places, strict=True))
    lacking = max(
        sum(demand[d] for d in some) - sum(capacity[s] for s in {s for d, s in fits if d in some})
        for n in range(5)
        for some in combinations("wxyz", n)
    )
    found = room(demand, capacity, fits)
    assert found.unserved == lacking
    more = room(demand, {**capacity, "a": capacity["a"] + 1}, fits)
    assert more.served >= found.served
    if found.unserved:
        reach = {s for d, s in fits if d in found.short}
        assert sum(demand[d] for d in found.short) - sum(capacity[s] for s in reach) == lacking


@given(st.lists(st.integers(1, 9), min_size=4, max_size=4), st.lists(st.integers(0, 9), min_size=3, max_size=3), FITS)
def test_the_worst_served_are_served_as_well_as_can_be(
    people: list[int], places: list[int], fits: list[tuple[str, str]]
) -> None:
    demand, capacity = dict(zip("wxyz", people, strict=True)), dict(zip("abc", places, strict=True))
    shares = unserved_shares(demand, capacity, fits)
    assert sum(demand[d] * share for d, share in shares.items()) == pytest.approx(room(demand, capacity, fits).unserved)
    left = {d: demand[d] * (1 - shares.get(d, 0.0)) for d in demand}
    assert room(left, capacity, fits).unserved == pytest.approx(0, abs=1e-6)
    sets = [some for n in range(1, 5) for some in combinations("wxyz", n)]
    worst = max(
        1 - sum(capacity[s] for s in {s for d, s in fits if d in some}) / sum(demand[d] for d in some) for some in sets
    )
    assert max(shares.values(), default=0.0) == pytest.approx(max(0.0, worst), abs=1e-6)
