"""Tables that are published one after another give nobody away, not even to whoever lays them side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from graph.analysis.publishing.counts import Before, publication, published
from graph.analysis.publishing.small_cells import SMALL
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from tests.graph.analysis.publishing.attacker import Cell, cells, narrowest

NAMES = ("area", "status", "language", "target_group")


def network(counts: Mapping[Cell, int]) -> Network:
    def entry(kind: str, id: str, **fields: Any) -> Entry:
        return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)

    areas = [entry("area", area, name=area, level="municipality") for area in sorted({cell[0] for cell in counts})]
    demand = [
        entry("demand", "-".join(cell), persons=n, **{k: v for k, v in zip(NAMES, cell, strict=True) if v})
        for cell, n in counts.items()
    ]
    return Network([*areas, *demand])


def narrow(*tables: Mapping[Cell, int]) -> int:
    """What the attacker knows best after these tables were published one after another."""
    before: Before = ()
    for table in tables:
        made = publication(network(table), before)
        assert publication(network(table), (*before, made)) == made
        before = (*before, made)
    return narrowest([(table, made.hidden) for table, made in zip(tables, before, strict=True)])


ONE_LANGUAGE = {("a", "s", "uk", ""): 122, ("b", "s", "uk", ""): 81, ("b", "s", "fa", ""): 3, ("c", "s", "uk", ""): 2}
GROUPS = {
    ("a", "s", "uk", "women"): 2, ("a", "s", "uk", "children"): 1, ("a", "s", "ar", ""): 40, ("b", "s", "uk", ""): 9,
}  # fmt: skip
WOMEN = {
    ("a", "s", "ar", ""): 4,
    ("a", "s", "ar", "women"): 3,
    ("b", "s", "uk", ""): 100,
    ("b", "s", "uk", "women"): 60,
}


@pytest.mark.parametrize(
    "table",
    [
        ONE_LANGUAGE,
        GROUPS,
        WOMEN,
        {("a", "s", "uk", ""): 5, ("a", "s", "uk", "women"): 3, ("a", "s", "ar", ""): 30, ("b", "s", "uk", ""): 40},
        {("a", "s", "uk", ""): 2, ("a", "s", "ar", ""): 3},
        {("a", "s", "uk", ""): 2},
        cells(2, 1, 3, (1, 1, 1, 2, 30, 4)),
        cells(2, 2, 2, (3, 12, 8, 20, 30, 4, 9, 2)),
        cells(3, 1, 3, (20, 2, 8, 15, 30, 5, 10, 9, 11)),
    ],
)
def test_no_hidden_count_of_a_table_is_known_to_less_than_five(table: Mapping[Cell, int]) -> None:
    assert narrow(table) >= SMALL


A = cells(2, 1, 3, (30, 21, 14, 18, 40, 9))
TURNS: list[Sequence[Mapping[Cell, int]]] = [
    (A, A | {("0", "0", "0", "x"): 2}),  # somebody comes where everything else was shown already
    (A | {("0", "0", "1", ""): 3}, A),  # a handful becomes many: its difference to before is its count before
    (A | {("0", "0", "1", ""): 3}, A | {("0", "0", "1", ""): 4}, A | {("0", "0", "1", ""): 2}),
    (A | {("1", "0", "2", ""): 1}, {**A, ("1", "0", "2", ""): 1, ("0", "0", "0", ""): 35}, A),
    (ONE_LANGUAGE, {cell: n for cell, n in ONE_LANGUAGE.items() if n > 4}),
    (A, {cell: n for cell, n in A.items() if cell[0] == "0"} | {("0", "0", "9", ""): 2}),  # some areas for themselves
]


@pytest.mark.parametrize("tables", TURNS)
def test_whoever_lays_tables_side_by_side_knows_no_hidden_count_to_less_than_five(
    tables: Sequence[Mapping[Cell, int]],
) -> None:
    assert narrow(*tables) >= SMALL


def test_each_table_for_itself_would_give_away_what_another_hides() -> None:
    def alone(table: Mapping[Cell, int]) -> tuple[Mapping[Cell, int], frozenset[Cell]]:
        return table, published(network(table)).hidden

    assert min(narrowest([alone(table) for table in tables]) for tables in TURNS) < SMALL


@pytest.mark.parametrize("n", [1, 4, 5])
def test_a_handful_is_fewer_than_five(n: int) -> None:
    assert (("a", "s", "uk", "") in published(network({("a", "s", "uk", ""): n})).hidden) == (n < SMALL)


def test_what_hides_a_handful_goes_on_hiding_it_when_the_handful_is_gone() -> None:
    table = cells(3, 1, 3, (20, 2, 8, 15, 30, 5, 10, 9, 11))
    first = publication(network(table))
    without = {cell: n for cell, n in table.items() if n != 2}
    again = published(network(without), (first,))
    changed = {cell for cell, n in without.items() if table[cell] != n}
    assert {cell for cell in first.hidden if cell in without} - changed <= again.hidden
    assert published(network(without)).hidden == frozenset()


def test_a_target_group_counts_once_in_every_total() -> None:
    shown = published(network(WOMEN | {("a", "s", "ar", ""): 40})).shown
    assert (shown["unit", "b"], shown["all",]) == (100, 140)


def test_what_hid_another_count_is_not_told_when_it_goes() -> None:
    counts = [3, 4, 0, 1, 5, 1, 0, 6, 0, 0, 0, 0]
    assert narrow(cells(3, 2, 2, counts), cells(3, 2, 2, [0, 4, 0, 1, 0, 1, 0, 6, 0, 0, 0, 0])) >= SMALL


def test_a_question_that_follows_an_unbounded_one_is_answered() -> None:
    first = {("A", "", "uk", ""): 3, ("A", "", "ar", ""): 5, ("B", "", "uk", ""): 6, ("B", "", "ar", ""): 2}
    assert narrow(first, {**first, ("A", "", "ar", ""): 4}) >= SMALL
