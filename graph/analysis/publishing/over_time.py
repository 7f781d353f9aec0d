"""Counts that are published again and again: what one table hides, the next to it must not tell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.analysis.publishing.moves import Part, made_of
from graph.analysis.publishing.small_cells import SMALL, Published, Sums, Within, publish

C = TypeVar("C", bound=Hashable)
Coordinates = tuple[str, ...]
Version = frozenset[Part]
"""A cell or total by all the counts that make it up: as long as none of them changes it is the same, whatever it is
called and wherever it stands."""
SumsOf = Callable[[Collection[C]], Sums[C]]
WithinOf = Callable[[Mapping[C, int]], Within[C]]
_COMPARED = 2
"""Tables before one in which what is new in it is looked for under another name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Publication(Generic[C]):
    """A table as it was published: (cell, a count in it) without totals; what of cells and totals was hidden; what of
    all that was ever hidden could be told nevertheless."""

    cells: frozenset[tuple[C, Part]]
    hidden: frozenset[C]
    known: frozenset[C] = frozenset()


def publish_again(
    cells: Iterable[tuple[Coordinates, Part]],
    before: Sequence[Publication[Coordinates]],
    sums_of: SumsOf[Coordinates],
    within_of: WithinOf[Coordinates],
    width: int = SMALL,
) -> Published[Coordinates]:
    """As `publish`, safe as well from whoever lays this table beside all those `before`.

    `cells` without totals; `sums_of`: which total is the sum of which cells; `within_of`: which are part of which. A
    count that was shown can hide nothing any more, so what hid a handful before goes on hiding it until one of them
    changes. Where a table would tell what one before hid, more of it is hidden, totals if need be. A count that came
    under another name, and what areas that were joined add up to, is looked for in the tables just before.
    `known`: what cannot be taken back, of every table.

    Complexity: that of `publish` for all tables as one; what did not change between them counts once.
    """
    joint = _Joint({}, {}, set())
    shown, names = set[Version](), dict[Version, Coordinates]()
    for n, table in enumerate(before):
        then = joint.add(table.cells, sums_of, within_of)
        shown |= {version for c, version in then.items() if c not in table.hidden}
        names |= {version: c for c, version in reversed(then.items())}
        joint.compare(table.cells, before[max(0, n - _COMPARED) : n])
    old, now = set(joint.counts), frozenset(cells)
    mine = joint.add(now, sums_of, within_of)
    names |= {version: c for c, version in reversed(mine.items())}  # cells stand before totals
    joint.compare(now, before[-_COMPARED:])
    closed = (old | (joint.counts.keys() - mine.values())) - shown
    found = publish(joint.counts, joint.sums, width, shown, closed, joint.within)
    return Published(
        shown={c: found.shown[version] for c, version in mine.items() if version in found.shown},
        hidden=frozenset(c for c, version in mine.items() if version in found.hidden),
        small=frozenset(c for c, version in mine.items() if version in found.small),
        known=frozenset(names[version] for version in found.known if version in names),
    )


@dataclass(frozen=True)
class _Joint:
    """All tables as one: counts, sums, and what is part of what."""

    counts: dict[Version, int]
    sums: dict[Version, Collection[Version]]
    within: set[tuple[frozenset[Version], frozenset[Version]]]

    def add(
        self,
        cells: Iterable[tuple[Coordinates, Part]],
        sums_of: SumsOf[Coordinates],
        within_of: WithinOf[Coordinates],
    ) -> dict[Coordinates, Version]:
        """Take a table in; its cells and totals as they are called here."""
        parts: dict[Coordinates, set[Part]] = {}
        for cell, part in cells:
            parts.setdefault(cell, set()).add(part)
        mine = {cell: frozenset(some) for cell, some in parts.items()}
        mine |= {total: frozenset().union(*(mine[c] for c in some)) for total, some in sums_of(mine).items()}
        for version in set(mine.values()):
            single = [frozenset([part]) for part in version]
            self.counts.update({one: n for one, (_, n) in zip(single, version, strict=True)})
            self.counts[version] = sum(n for _, n in version)
            if len(single) > 1:
                self.sums[version] = single
        for some, wholes in within_of({cell: self.counts[mine[cell]] for cell in parts}):
            self.within.add((frozenset(mine[c] for c in some), frozenset(mine[c] for c in wholes)))
        return mine

    def compare(self, cells: Iterable[tuple[Coordinates, Part]], before: Iterable[Publication[Coordinates]]) -> None:
        """What is the same count, or the sum of such, as in tables before this one."""
        now = {part: cell for cell, part in cells}
        for table in before:
            then = {part: cell for cell, part in table.cells}
            for one, some in (*made_of(then, now), *made_of(now, then)):
                version = frozenset([one])
                if version not in self.sums:
                    self.sums[version] = [frozenset([part]) for part in some]
