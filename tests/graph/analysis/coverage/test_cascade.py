"""Where people fall out: a worked cascade, the airport game, and the properties of a fair share."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.coverage.cascade import STAGES, Group, cascade, shapley

# 40 groups: persons, and whether each stage holds (worked example, checked by hand; stages after Tanahashi 1978).
CELLS = """25 01101  42 11111  10 11101  42 01101  59 11111  48 11011  9 11110  34 11110  20 11111  43 01111  36 10110
57 11111  58 11010  24 10011  47 10111  18 11110  10 11111  40 11100  14 11010  16 11111  13 11011  60 10011  11 11101
12 11111  28 11111  27 11110  35 11111  58 11101  49 11100  49 11011  39 11100  59 11101  36 11111  49 11011  28 11111
44 11011  47 11010  32 11001  30 11101  42 00100""".split()
GROUPS = st.lists(
    st.builds(Group, persons=st.integers(0, 99), holds=st.frozensets(st.sampled_from(STAGES))), max_size=4
)


def cells() -> list[Group]:
    pairs = zip(CELLS[::2], CELLS[1::2], strict=True)
    return [Group(persons=int(n), holds=frozenset(s for s, b in zip(STAGES, bits, strict=True) if b == "1")) for n, bits in pairs]  # fmt: skip # noqa: E501


def test_of_1400_people_343_are_reached_and_every_cause_has_its_share() -> None:
    found = cascade(cells())
    assert (found.persons, *found.left) == (1400, 1248, 1081, 727, 431, 343)
    assert list(found.causes.values()) == pytest.approx([87.0, 117.5, 320.5, 292.0, 240.0], abs=1e-9)
    assert sum(found.causes.values()) == pytest.approx(found.gap, abs=1e-9) == 1057


def test_an_airport_runway_is_paid_for_by_who_needs_it() -> None:
    # Littlechild & Owen (1973).
    cost = {"A": 8.0, "B": 11.0, "C": 13.0, "D": 18.0}
    found = shapley("ABCD", lambda some: max(cost[p] for p in some))
    assert found == pytest.approx({"A": 2, "B": 3, "C": 4, "D": 9}, abs=1e-9)


@settings(max_examples=12)
@given(GROUPS, st.permutations(STAGES))
def test_causes_do_not_depend_on_the_order_and_sum_to_the_gap(groups: list[Group], order: list[str]) -> None:
    found, other = cascade(groups), cascade(groups, order)
    assert other.causes == pytest.approx(found.causes, abs=1e-6)
    assert sum(found.causes.values()) == pytest.approx(found.gap, abs=1e-6)
    assert list(found.left) == sorted(found.left, reverse=True)


def test_without_people_there_is_no_gap() -> None:
    assert cascade([]).gap == 0


@settings(max_examples=12)
@given(GROUPS, st.integers(0, 7))
def test_room_for_one_group_more_never_widens_the_gap(groups: list[Group], place: int) -> None:
    if groups:
        one = groups[place % len(groups)]
        better = [Group(persons=g.persons, holds=g.holds | {"capacity"}) if g is one else g for g in groups]
        assert cascade(better).gap <= cascade(groups).gap
