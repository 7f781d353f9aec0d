"""Counts that are published again and again: what one table hides, the next to it must not tell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.analysis.publishing.small_cells import SMALL, Published, Sums, Within, publish

C = TypeVar("C", bound=Hashable)
Version = tuple[C, Hashable]
"""A cell with its count, or a total with all its parts and their counts: as long as nothing changes, it is the same."""
SumsOf = Callable[[Collection[C]], Sums[C]]
WithinOf = Callable[[Mapping[C, int]], Within[C]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication(Generic[C]):
    """A table as it was published: exact counts without totals, and what of counts and totals was hidden."""

    cells: frozenset[tuple[C, int]]
    hidden: frozenset[C]


def publish_again(
    cells: Mapping[C, int],
    before: Iterable[Publication[C]],
    sums_of: SumsOf[C],
    within_of: WithinOf[C],
    width: int = SMALL,
) -> Published[C]:
    """As `publish`, safe as well from whoever lays this table beside all those `before`.

    `cells` without totals; `sums_of`: which total is the sum of which cells; `within_of`: which are part of which. A
    count that was shown can hide nothing any more, so what hid a handful before goes on hiding it until one of them
    changes. Where a table would tell what one before hid, more of it is hidden, totals if need be.

    Complexity: that of `publish` for all tables as one; what did not change between them counts once.
    """
    joint = _Joint[C]({}, {}, set())
    shown: set[Version[C]] = set()
    for table in before:
        then = joint.add(dict(table.cells), sums_of, within_of)
        shown |= {version for c, version in then.items() if c not in table.hidden}
    closed = joint.counts.keys() - shown
    mine = joint.add(cells, sums_of, within_of)
    found = publish(joint.counts, joint.sums, width, shown, closed, joint.within)
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


@dataclass(frozen=True)
class _Joint(Generic[C]):
    """All tables as one: counts, sums, and what is part of what."""

    counts: dict[Version[C], int]
    sums: dict[Version[C], Collection[Version[C]]]
    within: set[tuple[Version[C], Version[C]]]

    def add(self, cells: Mapping[C, int], sums_of: SumsOf[C], within_of: WithinOf[C]) -> dict[C, Version[C]]:
        """Take a table in; its cells and totals as they are called here."""
        sums = sums_of(cells)
        mine = versions(cells, sums)
        self.counts.update({version: _count(cells, sums, c) for c, version in mine.items()})
        self.sums.update({mine[total]: [mine[c] for c in some] for total, some in sums.items()})
        self.within.update((mine[part], mine[whole]) for part, whole in within_of(cells))
        return mine


def _count(cells: Mapping[C, int], sums: Sums[C], cell: C) -> int:
    return sum(cells[c] for c in sums[cell]) if cell in sums else cells[cell]
