"""Published counts that do not give away a handful of people: hidden cells, and an attacker who tries (method 27)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from math import ceil, floor
from typing import Any, Generic, TypeVar

from graph.analysis.solving import INFINITE, Programme, Row, solve, spans

C = TypeVar("C", bound=Hashable)

SMALL = 5
"""Counts below are hidden, and no hidden count may be known to less than so many."""

_EXACT = 1e-6


@dataclass(frozen=True, kw_only=True, slots=True)
class Published(Generic[C]):
    """What is shown: `shown` counts rounded to 5, `hidden` cells, of which `small` for themselves.

    `known`: `small` ones of which earlier tables give away too much already, so that hiding no longer helps.
    """

    shown: Mapping[C, int]
    hidden: frozenset[C]
    small: frozenset[C]
    known: frozenset[C] = frozenset()


Sums = Mapping[C, Collection[C]]
"""Total → the cells it is the sum of; totals are cells, too, and may be parts of others."""


Within = Collection[tuple[Collection[C], Collection[C]]]
"""(parts, wholes): cells that are known to be together no more than others are, though nobody knows the rest."""

Loose = Mapping[C, tuple[int, int]]
"""Cell → (least, most) that somebody who was shown it rounded knows of it."""
_NONE: Mapping[Any, tuple[int, int]] = {}


def publish(
    cells: Mapping[C, int],
    sums: Sums[C],
    width: int = SMALL,
    open: Collection[C] = (),
    closed: Collection[C] = (),
    within: Within[C] = (),
) -> Published[C]:
    """Hide counts of 1 to `width` - 1, and as little else as keeps them hidden; round what is shown.

    `cells`: exact counts with their totals (rows, columns, everything), `sums`: which total is the sum of which cells.
    A table of any number of dimensions is such a set. Zeros are shown: nobody is no person. So whoever sees that a
    count is hidden knows that it is one at least. A total is hidden only where its parts give too little.
    `open` cells are never hidden: they were shown before, so what anybody knows of them is what was shown. Totals stand
    elsewhere, too, and count as known exactly, as does all that is shown for the first time. `closed` cells were hidden
    before and stay so. `within`: what is part of what, like a target group of everyone who is counted in its area.

    Complexity: two linear programmes a hidden cell and round. Source: linear programming heuristic after Robertson
    (1993); minimum frequency as the Federal Employment Agency's rules ask, with 5 instead of 3.

    >>> cells = {"ab": 2, "ac": 8, "bb": 9, "bc": 11, "a": 10, "b": 20}
    >>> sorted(publish(cells, {"a": ["ab", "ac"], "b": ["bb", "bc"]}).hidden)
    ['ab', 'ac']
    """
    small = frozenset(c for c, n in cells.items() if 0 < n < width)
    hidden, free = {*small, *closed}, {c for c, n in cells.items() if n} - set(open)
    loose = {c: _rough(cells[c], width) for c in open if c not in sums}
    while narrow := _narrow(cells, sums, hidden, loose, width, within):
        before = len(hidden)
        for cell in narrow:
            hidden |= _cover(cells, sums, hidden, free, loose, cell, width, within) or free
        if len(hidden) == before:
            break  # what was shown before gives it away: nothing that is hidden now takes that back
    shown = {c: rounded(n) for c, n in cells.items() if c not in hidden}
    return Published(shown=shown, hidden=frozenset(hidden), small=small, known=small.intersection(narrow))


def audit(
    cells: Mapping[C, int],
    sums: Sums[C],
    hidden: Collection[C],
    least: int = 0,
    loose: Loose[C] = _NONE,
    within: Within[C] = (),
) -> dict[C, tuple[float, float]]:
    """What an attacker who knows every cell and total that is not hidden can say of each hidden one.

    The attack knows exact numbers; what is published is rounded besides. `least`: hidden counts are known to be no
    less; `loose`: (least, most) of those of which it knows no more; `within` as `publish` has it.

    Complexity: two linear programmes a cell.

    >>> audit({"a": 2, "b": 3, "both": 5}, {"both": ["a", "b"]}, ["a", "b"])["a"]
    (0.0, 5.0)
    """
    ranges: dict[C, tuple[int, float]] = dict.fromkeys(hidden, (least, INFINITE)) | dict(loose)
    names = [c for c in cells if c in ranges]
    place = {c: n for n, c in enumerate(names)}
    rows = [Row(weights={place[c]: 1.0}, upper=float(most - low)) for c, (low, most) in loose.items()]
    for total, parts in sums.items():
        weights = {place[c]: -1.0 for c in parts if c in place} | ({place[total]: 1.0} if total in place else {})
        known = sum(cells[c] for c in parts if c not in place) - (0 if total in place else cells[total])
        if weights:  # the programme counts what lies beyond the least of each
            known -= sum(int(weight) * ranges[names[n]][0] for n, weight in weights.items())
            rows.append(Row(weights=weights, lower=float(known), upper=float(known)))
    for parts, wholes in within:
        signs = dict.fromkeys(wholes, 1) | dict.fromkeys(parts, -1)
        weights = {place[c]: float(sign) for c, sign in signs.items() if c in place}
        if weights:
            known = -sum(sign * _least_of(cells, ranges, c) for c, sign in signs.items())
            rows.append(Row(weights=weights, lower=float(known)))
    asked = [c for c in names if c not in loose]
    found = spans(Programme(costs=[0.0] * len(names), rows=rows), [place[c] for c in asked])
    return {c: (least + low, least + high) for c, (low, high) in zip(asked, found, strict=True)}


def _least_of(cells: Mapping[C, int], ranges: Mapping[C, tuple[int, float]], cell: C) -> int:
    """What the programme takes a cell to be at the least; of a known one its count."""
    return ranges[cell][0] if cell in ranges else cells[cell]


def rounded(number: int) -> int:
    """To the nearest multiple of 5.

    >>> [rounded(n) for n in (1, 2, 3, 7, 8, 12, 13)]
    [0, 0, 5, 5, 10, 10, 15]
    """
    return (number + 2) // 5 * 5


def _rough(shown: int, width: int) -> tuple[int, int]:
    """What a rounded count says: that it is no handful either."""
    return min(shown, max(width, rounded(shown) - 2)), rounded(shown) + 2


def _narrow(
    cells: Mapping[C, int], sums: Sums[C], hidden: Collection[C], loose: Loose[C], width: int, within: Within[C]
) -> list[C]:
    """Hidden cells that can be fewer than `width` apart; people are whole numbers."""
    bounds = audit(cells, sums, hidden, 1, loose, within)
    return [c for c, (low, high) in bounds.items() if _floor(high) - ceil(low - _EXACT) < width]


def _floor(value: float) -> float:
    return value if value == float("inf") else floor(value + _EXACT)


def _cover(
    cells: Mapping[C, int],
    sums: Sums[C],
    hidden: Collection[C],
    free: Collection[C],
    loose: Loose[C],
    cell: C,
    width: int,
    within: Within[C],
) -> set[C] | None:
    """The cheapest cells to hide so that this one might be two numbers that lie `width` apart; None where none do.

    Both are looked for at once: what goes up here goes down there, nothing that is hidden goes below one, and what is
    known loosely moves no further than that.
    """
    names = [c for c, n in cells.items() if n and (c in free or c in hidden or c in loose)]
    size, place = len(names), {c: n for n, c in enumerate(names)}
    # Of either number a cell's way up, then its way down.
    rows = [Row(weights={place[cell] + k * size: s for k, s in enumerate((1.0, -1.0, -1.0, 1.0))}, lower=width)]
    for n, c in enumerate(names):
        low, most = loose.get(c, (1, INFINITE))
        rows += [Row(weights={n + k * size: 1.0}, upper=float(cells[c] - low)) for k in (1, 3)]
        rows += [Row(weights={n + k * size: 1.0}, upper=float(most - cells[c])) for k in (0, 2) if c in loose]
    for total, parts in sums.items():
        signs = {c: -1.0 for c in parts if c in place} | ({total: 1.0} if total in place else {})
        for k in (0, 2) if signs else ():
            change = {place[c] + k * size: sign for c, sign in signs.items()}
            change |= {place[c] + (k + 1) * size: -sign for c, sign in signs.items()}
            rows.append(Row(weights=change, lower=0.0, upper=0.0))
    for parts, wholes in within:
        signs = {c: s for c, s in (dict.fromkeys(wholes, 1.0) | dict.fromkeys(parts, -1.0)).items() if c in place}
        room = sum(cells[c] for c in wholes) - sum(cells[c] for c in parts)
        for k in (0, 2) if signs else ():
            change = {place[c] + k * size: sign for c, sign in signs.items()}
            change |= {place[c] + (k + 1) * size: -sign for c, sign in signs.items()}
            rows.append(Row(weights=change, lower=-float(room)))
    costs = [0.001 if c in hidden or c in loose else float(cells[c]) for c in names]
    found = solve(Programme(costs=costs * 4, rows=rows))
    if found is None:
        return None
    moved = {c for n, c in enumerate(names) if max(found.variables[n + k * size] for k in range(4)) > _EXACT}
    return moved - loose.keys()
