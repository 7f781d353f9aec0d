"""Random tables, one after another, against an attacker who asks for whole numbers with another programme."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.analysis.publishing.small_cells import SMALL, audit, publish
from tests.graph.analysis.publishing.attacker import cells
from tests.graph.analysis.publishing.test_small_cells import table
from tests.reference.test_over_time import narrow

COUNTS = st.one_of(st.integers(0, 4), st.integers(0, 40))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(COUNTS, min_size=12, max_size=12), min_size=1, max_size=1))
def test_a_table_of_three_dimensions_tells_no_handful(turns: list[list[int]]) -> None:
    assert narrow(*(cells(3, 2, 2, turn) for turn in turns)) >= SMALL


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNTS, min_size=12, max_size=12), st.lists(st.dictionaries(st.integers(0, 11), COUNTS), max_size=4))
def test_tables_of_which_some_counts_change_tell_no_handful(counts: list[int], turns: list[dict[int, int]]) -> None:
    tables = [cells(3, 2, 2, counts)]
    for turn in turns:
        counts = [turn.get(n, count) for n, count in enumerate(counts)]
        tables.append(cells(3, 2, 2, counts))
    assert narrow(*tables) >= SMALL


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNTS, min_size=6, max_size=6), st.lists(st.integers(0, 12), min_size=6, max_size=6))
def test_target_groups_that_are_parts_of_everyone_tell_no_handful(counts: list[int], women: list[int]) -> None:
    whole = cells(3, 1, 2, counts)
    parts = {
        (*cell[:3], "women"): min(n, whole[cell])
        for cell, n in zip(cells(3, 1, 2, [1] * 6), women, strict=True)
        if n and cell in whole
    }
    assert narrow(whole | parts) >= SMALL


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 14), min_size=3, max_size=3), min_size=3, max_size=3))
def test_no_hidden_count_is_known_to_less_than_five(rows: list[list[int]]) -> None:
    known, sums = table(rows)
    found = publish(known, sums)
    assert found.small <= found.hidden
    assert all(high - low >= SMALL - 1e-6 for low, high in audit(known, sums, found.hidden, least=1).values())
    assert all(n % 5 == 0 for n in found.shown.values())
