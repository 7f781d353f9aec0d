"""Hidden counts stay hidden from whoever knows all sums."""

from __future__ import annotations

import pytest

from graph.analysis.publishing.small_cells import audit, publish

TABLE = [[20, 2, 8], [15, 30, 5], [10, 9, 11]]
Cell = tuple[int, int]


def table(rows: list[list[int]]) -> tuple[dict[Cell, int], dict[Cell, list[Cell]]]:
    """Cells with their sums at row or column -1."""
    cells = {(i, j): n for i, row in enumerate(rows) for j, n in enumerate(row)}
    sums = {(i, -1): [(i, j) for j in range(len(rows[0]))] for i in range(len(rows))}
    sums |= {(-1, j): [(i, j) for i in range(len(rows))] for j in range(len(rows[0]))}
    sums[-1, -1] = list(cells)
    return cells | {total: sum(cells[c] for c in parts) for total, parts in sums.items()}, sums


@pytest.mark.parametrize(
    ("hidden", "expected"),
    [
        ([(0, 1)], {(0, 1): (2, 2)}),
        ([(0, 1), (0, 2), (1, 1)], {(0, 1): (2, 2), (0, 2): (8, 8), (1, 1): (30, 30)}),
        (
            [(0, 1), (0, 2), (1, 1), (1, 2)],
            {(0, 1): (0, 10), (0, 2): (0, 10), (1, 1): (22, 32), (1, 2): (3, 13)},
        ),
    ],
)
def test_an_attacker_finds_what_the_sums_give_away(
    hidden: list[Cell], expected: dict[Cell, tuple[float, float]]
) -> None:
    found = audit(*table(TABLE), hidden)
    assert {c: pytest.approx(bounds) for c, bounds in found.items()} == expected


def test_the_cheapest_safe_set_is_hidden() -> None:
    cells, totals = table(TABLE)
    found = publish(cells, totals)
    assert found.hidden == {(0, 1), (0, 2), (2, 1), (2, 2)} and found.small == {(0, 1)}
    assert audit(cells, totals, found.hidden)[2, 2] == pytest.approx((9, 19))
    assert found.shown[1, 1] == 30 and found.shown[1, 0] == 15


@pytest.mark.parametrize("rows", [[[2, 3], [20, 20]], [[1, 4], [4, 1]], [[0, 1, 2], [14, 3, 0], [5, 5, 9]]])
def test_no_hidden_count_is_known_to_less_than_five_though_it_is_one_at_least(rows: list[list[int]]) -> None:
    cells, sums = table(rows)
    found = publish(cells, sums)
    assert found.small <= found.hidden
    assert all(high - low >= 5 - 1e-6 for low, high in audit(cells, sums, found.hidden, least=1).values())
    assert all(n % 5 == 0 for n in found.shown.values())


def test_a_total_that_is_a_handful_is_hidden_with_its_parts() -> None:
    cells, sums = table([[3, 0], [0, 20]])
    assert {(0, 0), (0, -1), (-1, 0)} <= publish(cells, sums).hidden
