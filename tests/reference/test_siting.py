"""Where to build, against exhaustive search on small maps, and San Francisco's whole curve."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.analysis.coverage.siting import fewest_for_all, least_travel, most_reached, shortest_worst, step_by_step
from tests.graph.analysis.coverage.test_siting import EXACT, reach, san_francisco

REACH = st.dictionaries(st.sampled_from("abcd"), st.lists(st.integers(0, 5), max_size=4), min_size=2)


@pytest.mark.parametrize("number", EXACT)
def test_most_reached_is_the_whole_published_curve(number: int) -> None:
    assert most_reached(reach(), dict(enumerate(san_francisco()[0])), number).value == EXACT[number]


@given(REACH, st.lists(st.integers(0, 9), min_size=6, max_size=6), st.integers(1, 2))
def test_no_other_choice_reaches_more(reach: dict[str, list[int]], people: list[int], number: int) -> None:
    persons = dict(enumerate(map(float, people)))
    tried = [sum(persons[i] for i in {i for s in some for i in reach[s]}) for some in combinations(reach, number)]
    best = most_reached(reach, persons, number).value
    assert best == pytest.approx(max(tried))
    steps = step_by_step(reach, persons, number)
    assert not steps or steps[-1].reached >= (0.75 if number == 2 else 1) * best - 1e-9
    covered = fewest_for_all(reach, sorted({i for areas in reach.values() for i in areas}))
    sizes = [n for n in range(5) for some in combinations(reach, n) if {i for s in some for i in reach[s]} == {i for a in reach.values() for i in a}]  # fmt: skip # noqa: E501
    assert covered is not None and covered.value == min(sizes)


@given(st.lists(st.lists(st.integers(1, 60), min_size=4, max_size=4), min_size=1, max_size=5), st.integers(1, 3))
def test_no_other_choice_has_shorter_ways(minutes: list[list[int]], number: int) -> None:
    people = [1.0 + n for n in range(len(minutes))]
    tried = [[min(row[j] for j in some) for row in minutes] for some in combinations(range(4), number)]
    assert least_travel(minutes, people, number).value == pytest.approx(
        min(sum(n * way for n, way in zip(people, ways, strict=True)) for ways in tried)
    )
    assert shortest_worst(minutes, number).value == min(max(ways) for ways in tried)
