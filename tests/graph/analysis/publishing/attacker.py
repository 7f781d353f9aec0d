"""Whoever wants to know a hidden count: lays all published tables side by side and asks how few, how many it can be.

Knows more than any reader: totals exactly, not rounded, and which counts did not change from table to table; of one
table alone every count that is shown exactly.
Whole numbers are asked for, so no bound is wider than the truth. Shares no code with what protects the counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np

Cell = tuple[str, ...]
Table = tuple[Mapping[Cell, int], frozenset[Cell]]
"""Exact counts, and the cells and totals of them that were not shown."""


def bounds(tables: Sequence[Table]) -> dict[tuple[Cell, int], tuple[int, int]]:
    """(cell, count) that some table hid → the least and the most it can be."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # slow to import, and every unit run collects this file

    names = sorted({pair for cells, _ in tables for pair in cells.items()})
    place = {pair: n for n, pair in enumerate(names)}
    told = {pair for cells, hidden in tables for pair in cells.items() if pair[0] not in hidden}
    rough = 0 if len(tables) == 1 else 2  # as they are published: to the nearest five
    near = {pair: round(pair[1] / 5) * 5 if rough else pair[1] for pair in told}
    lower = np.array([near[pair] - rough if pair in told else 1 for pair in names])
    upper = np.array([near[pair] + rough if pair in told else 10_000 for pair in names])
    rows, sums = [], []
    for cells, hidden in tables:
        for some in totals(cells, hidden).values():
            row = np.zeros(len(names))
            row[[place[c, cells[c]] for c in some]] = 1
            rows.append(row)
            sums.append(sum(cells[c] for c in some))
    known = [LinearConstraint(np.array(rows), sums, sums)] if rows else []
    for cells, _ in tables:
        for part, whole in parts(cells):
            row = np.zeros(len(names))
            row[place[whole, cells[whole]]] += 1
            row[place[part, cells[part]]] -= 1
            known.append(LinearConstraint(row, 0, np.inf))
    found = {}
    for pair in names:
        if pair not in told:
            costs = np.zeros(len(names))
            costs[place[pair]] = 1
            ends = [milp(s * costs, integrality=1, bounds=Bounds(lower, upper), constraints=known) for s in (1, -1)]
            found[pair] = round(ends[0].fun), round(-ends[1].fun)
    return found


def parts(cells: Mapping[Cell, int]) -> list[tuple[Cell, Cell]]:
    """(target group, everyone) of one area where the group must be among them."""
    return [
        (part, whole)
        for part in cells
        for whole in cells
        if part[3] and not whole[3] and part[0] == whole[0] and cells[part] <= cells[whole]
        and all("" in pair or pair[0] == pair[1] for pair in zip(part[1:3], whole[1:3], strict=True))
    ]  # fmt: skip


def totals(cells: Mapping[Cell, int], hidden: frozenset[Cell]) -> dict[Cell, list[Cell]]:
    """Every total that was shown, and what it is the sum of."""
    found: dict[Cell, list[Cell]] = {}
    counted = {part for part, _ in parts(dict.fromkeys(cells, 0))}
    for cell in cells.keys() - counted:
        for total in (("all",), *zip(("unit", "status", "language"), cell, strict=False)):
            found.setdefault(total, []).append(cell)
        found.setdefault(("cell", *cell[:3]), []).append(cell)
    return {total: some for total, some in found.items() if total not in hidden and (total[0] != "cell" or some[1:])}


def narrowest(tables: Sequence[Table]) -> int:
    """How far apart the least and the most of the best known hidden count are; 10,000 where none is hidden."""
    return min((most - least for least, most in bounds(tables).values()), default=10_000)


def cells(units: int, statuses: int, languages: int, counts: Sequence[int]) -> dict[Cell, int]:
    """A table of these counts in order; nobody where they end or say 0."""
    names = product(*(map(str, range(n)) for n in (units, statuses, languages)))
    return {(*map("".join, name), ""): n for name, n in zip(names, counts, strict=False) if n}
