"""Counts that are published again and again: what one table hides, the next to it must not tell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.analysis.publishing.small_cells import SMALL, Published, Sums, publish

C = TypeVar("C", bound=Hashable)
Version = tuple[C, Hashable]
"""A cell with its count, or a total with all its parts and their counts: as long as nothing changes, it is the same."""
SumsOf = Callable[[Collection[C]], Sums[C]]
Joint = tuple[dict[Version[C], int], dict[Version[C], Collection[Version[C]]], frozenset[Version[C]]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication(Generic[C]):
    """A table as it was published: exact counts without totals, and what of counts and totals was hidden."""

    cells: frozenset[tuple[C, int]]
    hidden: frozenset[C]


def publish_again(
    cells: Mapping[C, int], sums: Sums[C], before: Iterable[Publication[C]], sums_of: SumsOf[C], width: int = SMALL
) -> Published[C]:
    """As `publish`, safe as well from whoever lays this table beside all those `before`.

    `cells` without totals; `sums`: which total is the sum of which cells, `sums_of`: the same for cells of before. A
    count that was shown can hide nothing any more, so what hid a handful before goes on hiding it until one of them
    changes. Where a table would tell what one before hid, more of it is hidden, totals if need be.

    Complexity: that of `publish` for all tables as one; what did not change between them counts once.
    """
    joint, parts, open = _joint(before, sums_of)
    mine = versions(cells, sums)
    joint |= {version: _count(cells, sums, c) for c, version in mine.items()}
    parts |= {mine[total]: [mine[c] for c in some] for total, some in sums.items()}
    found = publish(joint, parts, width, open)
    names = {version: c for c, version in mine.items()}
    return Published(
        shown={names[version]: n for version, n in found.shown.items() if version in names},
        hidden=frozenset(names[version] for version in found.hidden if version in names),
        small=frozenset(names[version] for version in found.small if version in names),
    )


def versions(cells: Mapping[C, int], sums: Sums[C]) -> dict[C, Version[C]]:
    """Every cell and total as it is told from itself after a change."""
    mine: dict[C, Version[C]] = {c: (c, n) for c, n in cells.items()}
    return mine | {total: (total, frozenset((c, cells[c]) for c in some)) for total, some in sums.items()}


def _joint(before: Iterable[Publication[C]], sums_of: SumsOf[C]) -> Joint[C]:
    """All tables of before as one: counts, sums, and what of them was shown."""
    joint: dict[Version[C], int] = {}
    parts: dict[Version[C], Collection[Version[C]]] = {}
    open = set[Version[C]]()
    for table in before:
        cells = dict(table.cells)
        sums = sums_of(cells)
        then = versions(cells, sums)
        joint |= {version: _count(cells, sums, c) for c, version in then.items()}
        parts |= {then[total]: [then[c] for c in some] for total, some in sums.items()}
        open |= {version for c, version in then.items() if c not in table.hidden}
    return joint, parts, frozenset(open)


def _count(cells: Mapping[C, int], sums: Sums[C], cell: C) -> int:
    return sum(cells[c] for c in sums[cell]) if cell in sums else cells[cell]
