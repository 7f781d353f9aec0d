"""Published counts that do not give away a handful of people: hidden cells, and an attacker who tries (method 27)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.analysis.solving import Programme, Row, solve

C = TypeVar("C", bound=Hashable)

SMALL = 5
"""Counts below are hidden, and no hidden count may be known to less than so many."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Published(Generic[C]):
    """What is shown: `shown` counts rounded to 5, `hidden` cells, of which `small` for themselves."""

    shown: Mapping[C, int]
    hidden: frozenset[C]
    small: frozenset[C]


Sums = Mapping[C, Collection[C]]
"""Total → the cells it is the sum of; totals are cells, too, and may be parts of others."""


def publish(cells: Mapping[C, int], sums: Sums[C], width: int = SMALL) -> Published[C]:
    """Hide counts of 1 to `width` - 1, and as little else as keeps them hidden; round what is shown.

    `cells`: exact counts with their totals (rows, columns, everything), `sums`: which total is the sum of which cells.
    A table of any number of dimensions is such a set. Zeros are shown: nobody is no person. A total is hidden only
    where its parts give too little to hide behind.

    Complexity: two linear programmes a hidden cell and round. Source: linear programming heuristic after Robertson
    (1993); minimum frequency as the Federal Employment Agency's rules ask, with 5 instead of 3.

    >>> cells = {"ab": 2, "ac": 8, "bb": 9, "bc": 11, "a": 10, "b": 20}
    >>> sorted(publish(cells, {"a": ["ab", "ac"], "b": ["bb", "bc"]}).hidden)
    ['ab', 'ac']
    """
    small = frozenset(c for c, n in cells.items() if 0 < n < width)
    hidden = set(small)
    while narrow := [c for c, (low, high) in audit(cells, sums, hidden).items() if high - low < width - 1e-6]:
        for cell in narrow:
            hidden |= _cover(cells, sums, hidden, cell, width)
    shown = {c: rounded(n) for c, n in cells.items() if c not in hidden}
    return Published(shown=shown, hidden=frozenset(hidden), small=small)


def audit(cells: Mapping[C, int], sums: Sums[C], hidden: Collection[C]) -> dict[C, tuple[float, float]]:
    """What an attacker who knows every cell and total that is not hidden can say of each hidden one.

    The attack knows exact numbers; what is published is rounded besides. Complexity: two linear programmes a cell.

    >>> audit({"a": 2, "b": 3, "both": 5}, {"both": ["a", "b"]}, ["a", "b"])["a"]
    (0.0, 5.0)
    """
    names = [c for c in cells if c in set(hidden)]
    place = {c: n for n, c in enumerate(names)}
    rows = []
    for total, parts in sums.items():
        weights = {place[c]: -1.0 for c in parts if c in place} | ({place[total]: 1.0} if total in place else {})
        known = sum(cells[c] for c in parts if c not in place) - (0 if total in place else cells[total])
        if weights:
            rows.append(Row(weights=weights, lower=float(known), upper=float(known)))
    return {c: (_least(rows, len(names), place[c], 1.0), -_least(rows, len(names), place[c], -1.0)) for c in names}


def rounded(number: int) -> int:
    """To the nearest multiple of 5.

    >>> [rounded(n) for n in (1, 2, 3, 7, 8, 12, 13)]
    [0, 0, 5, 5, 10, 10, 15]
    """
    return (number + 2) // 5 * 5


def _least(rows: Sequence[Row], number: int, place: int, sign: float) -> float:
    costs = [0.0] * number
    costs[place] = sign
    found = solve(Programme(costs=costs, rows=rows))
    return found.value if found is not None else -float("inf")  # bound by no total: anything is possible


def _cover(cells: Mapping[C, int], sums: Sums[C], hidden: Collection[C], cell: C, width: int) -> set[C]:
    """The cheapest cells to hide so that this one might be `width` more: what goes up here goes down there."""
    names = [c for c, n in cells.items() if n]
    up, down = {c: n for n, c in enumerate(names)}, {c: n + len(names) for n, c in enumerate(names)}
    rows = [Row(weights={up[cell]: 1.0, down[cell]: -1.0}, lower=width, upper=width)]
    rows += [Row(weights={down[c]: 1.0}, upper=float(cells[c])) for c in names]
    for total, parts in sums.items():
        if total in up:
            signs = {total: 1.0, **{c: -1.0 for c in parts if c in up}}
            change = {up[c]: sign for c, sign in signs.items()} | {down[c]: -sign for c, sign in signs.items()}
            rows.append(Row(weights=change, lower=0.0, upper=0.0))
    costs = [0.001 if c in hidden else float(cells[c]) for c in names]
    found = solve(Programme(costs=costs * 2, rows=rows))
    assert found is not None  # a cell may always rise together with all its totals
    return {c for c in names if found.variables[up[c]] + found.variables[down[c]] > 1e-6}
