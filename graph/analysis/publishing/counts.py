"""Counts of people as everyone may see them: small cells hidden before anything is computed from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import Final

from graph.analysis.council.plain import Data
from graph.analysis.coverage.need import People, holds, people
from graph.analysis.publishing.moves import Part
from graph.analysis.publishing.over_time import Publication, publish_again
from graph.analysis.publishing.small_cells import SMALL, Published, Within, rounded
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

Cell = tuple[str, ...]
"""(unit, status, language, target group), or ("unit", …), ("status", …), ("language", …), ("all",) for a total, or
("cell", unit, status, language) for all target groups of it."""
Before = tuple[Publication[Cell], ...]
_MINORS: Final = "unaccompanied_minors"
_MINOR_AGES: Final = ("children", "youth")
_AGES: Final = frozenset({*_MINOR_AGES, "elderly"})


def published(network: Network, before: Before = (), width: int = SMALL) -> Published[Cell]:
    """Which counts per unit, status, language and group may be shown, and as what (method 27).

    Totals by unit, status and language and of all count as known to an attacker: such statistics are printed elsewhere.
    So do those of all target groups together, which are not shown. `before`: every table that was published, whoever it
    was published to: this one tells nothing that they hid.

    Complexity: that of `publish_again`.
    """
    cells = frozenset(network.memo(_counts))
    last = next((table for table in before if table.cells == cells), None)
    if last is None:
        return publish_again(cells, before, _sums, _within, width)
    counts = _added(cells)
    every = counts | {total: sum(counts[c] for c in some) for total, some in _sums(counts).items()}
    return Published(
        shown={c: rounded(n) for c, n in every.items() if c not in last.hidden},
        hidden=last.hidden,
        small=frozenset(c for c, n in every.items() if 0 < n < width),
        known=last.known,
    )


def publication(network: Network, before: Before = ()) -> Publication[Cell]:
    """What is to be remembered of `published`."""
    found = network.memo(published, before)
    return Publication(cells=frozenset(network.memo(_counts)), hidden=found.hidden, known=found.known)


def _counts(network: Network) -> list[tuple[Cell, Part]]:
    return [(_cell(one), part) for one in network.memo(people) for part in one.entries if part[1] >= 1]


def _added(cells: Iterable[tuple[Cell, Part]]) -> Counter[Cell]:
    added = Counter[Cell]()
    for cell, (_, persons) in cells:
        added[cell] += persons
    return added


def _sums(cells: Collection[Cell]) -> dict[Cell, list[Cell]]:
    """Total → its cells. Who is counted as a target group and among everyone counts once."""
    sums: dict[Cell, list[Cell]] = {}
    wholes = _wholes(cells)
    for cell in sorted(cells):
        unit, status, language, _ = cell
        if not _holding(wholes, cell):
            for total in (("unit", unit), ("status", status), ("language", language), ("all",), ("cell", *cell[:3])):
                sums.setdefault(total, []).append(cell)
    return {total: some for total, some in sums.items() if total[0] != "cell" or len(some) > 1}


def _within(cells: Mapping[Cell, int]) -> Within[Cell]:
    """Which target groups are together no more than others; such as can't be are left out.

    Each is part of the counts of everyone that have it in them, and so are several of which nobody is in two: groups
    of one kind in several languages or statuses, children, young and older people. Unaccompanied minors are children
    or young people.
    """
    wholes, inside = _wholes(cells), dict[Cell, list[Cell]]()
    for cell in cells:
        for whole in _holding(wholes, cell):
            inside.setdefault(whole, []).append(cell)
    found = [([cell], [whole]) for whole, some in inside.items() for cell in some]
    for whole, some in inside.items():
        apart: dict[Hashable, list[Cell]] = {}
        for cell in some:
            group = "age" if cell[3] in _AGES else cell[3]
            apart.setdefault((group, bool(cell[1]), bool(cell[2])), []).append(cell)
        found += [(each, [whole]) for each in apart.values() if len(each) > 1]
    for cell in cells:
        if cell[3] == _MINORS and all((*cell[:3], age) in cells for age in _MINOR_AGES):
            found.append(([cell], [(*cell[:3], age) for age in _MINOR_AGES]))
    return [pair for pair in found if sum(cells[c] for c in pair[0]) <= sum(cells[c] for c in pair[1])]


def _wholes(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    """Unit → its counts of everyone."""
    found: dict[str, list[Cell]] = {}
    for cell in cells:
        if not cell[3]:
            found.setdefault(cell[0], []).append(cell)
    return found


def _holding(wholes: Mapping[str, list[Cell]], cell: Cell) -> list[Cell]:
    if not cell[3]:
        return []
    return [whole for whole in wholes.get(cell[0], ()) if holds(whole[1:3], cell[1:3])]


def with_published(seen: Network, whole: Network, before: Before = ()) -> Network:
    """What an audience sees, with the counts that may be shown in the place of those they may not see.

    Whatever is computed from this Network rests on published numbers alone, so no result can give away more. Counts of
    which everyone may not even see that they exist stay out.
    """
    counted = known_to(seen, whole)
    days = {_cell(one): one.counted_on for one in counted.memo(people)}
    shown = counted.memo(published, before).shown
    made = [_entry(cell, n, days[cell]) for cell, n in sorted(shown.items()) if cell in days and n]
    kept = (entry for entry in seen.entries() if entry.kind != "demand")
    return Network([*kept, *made], revision=seen.revision, scope=seen.scope, audience=seen.audience)


def people_part(seen: Network, whole: Network, before: Before = ()) -> Data:
    """The published counts as plain data: what a page shows of them, and all that is kept of them for it.

    `cells`: [unit, status, language, group, persons]; `units`, `statuses`, `languages`: [of what, persons]; `all`.
    Persons are rounded to 5; None: hidden. `counted`: the days they stand for. Cells of nobody are left out. `known`:
    handfuls, also of tables before, of which all tables together tell more than they should.
    """
    exact = known_to(seen, whole)
    found, some = exact.memo(published, before), exact.memo(people)

    def shown(cell: Cell) -> int | None:
        return None if cell in found.hidden else found.shown[cell]

    known = [_cell(one) for one in some if one.persons >= 1]
    counted = _sums(known)  # of a group that is among everyone elsewhere no total of its own
    totals = {
        name: [[of, shown((name, of))] for of in sorted({cell[place] for cell in known}) if (name, of) in counted]
        for place, name in enumerate(("unit", "status", "language"))
    }
    return {
        "cells": [[*cell, shown(cell)] for cell in sorted(known)],
        "units": totals["unit"],
        "statuses": totals["status"],
        "languages": totals["language"],
        "all": shown(("all",)) if known else None,
        "known": sorted(map(list, found.known)),
        "counted": sorted({one.counted_on for one in some if one.counted_on}),
    }


def known_to(seen: Network, whole: Network) -> Network:
    """The exact counts of which an audience may know that they exist."""
    return whole.memo(_counts_known_to, frozenset(seen.of_kind("demand")))


def _counts_known_to(whole: Network, known: frozenset[EntryId]) -> Network:
    entries = (entry for entry in whole.entries() if entry.kind != "demand" or entry.id in known)
    return Network(entries, revision=whole.revision, scope=whole.scope)


def _cell(one: People) -> Cell:
    return one.unit, one.status, one.language, one.group


def _entry(cell: Cell, persons: int, day: str) -> Entry:
    """A count in the place of the entries that make it up."""
    names = ("area", "status", "language", "target_group")
    said = {name: value for name, value in zip(names, cell, strict=True) if value}
    dated = {"counted_on": day} if day else {}
    id = EntryId("published:" + ":".join(cell))
    return Entry(kind=Kind("demand"), id=id, fields={**said, **dated, "persons": persons})
