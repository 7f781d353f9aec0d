"""Counts of people as everyone may see them: small cells hidden before anything is computed from them."""

from __future__ import annotations

from graph.analysis.council.plain import Data
from graph.analysis.coverage.need import People, people
from graph.analysis.publishing.small_cells import SMALL, Published, publish
from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

Cell = tuple[str, ...]
"""(unit, status, language, target group), or ("unit", …), ("status", …), ("language", …), ("all",) for a total."""


def published(network: Network, width: int = SMALL) -> Published[Cell]:
    """Which counts per unit, status, language and group may be shown, and as what (method 27).

    Totals by unit, status and language and of all count as known to an attacker: such statistics are printed elsewhere.
    Equal counts are published equally, so a second report tells no more of them. A limit: where a few counts changed
    between two reports, each is safe for itself; what somebody who lays them side by side can say of the unchanged ones
    is bounded by the rounding alone.

    Complexity: that of `publish`.
    """
    cells = {_cell(one): int(one.persons) for one in network.memo(people) if one.persons >= 1}
    sums: dict[Cell, list[Cell]] = {}
    for cell in cells:
        for total in (("unit", cell[0]), ("status", cell[1]), ("language", cell[2]), ("all",)):
            sums.setdefault(total, []).append(cell)
    totals = {total: sum(cells[cell] for cell in some) for total, some in sums.items()}
    return publish(cells | totals, sums, width)


def with_published(seen: Network, whole: Network) -> Network:
    """What everyone sees, with the counts that may be shown in the place of those they may not see.

    Whatever is computed from this Network rests on published numbers alone, so no result can give away more. Counts of
    which everyone may not even see that they exist stay out.
    """
    counted = _counted(seen, whole)
    days = {_cell(one): one.counted_on for one in counted.memo(people)}
    shown = counted.memo(published).shown
    made = [_entry(cell, n, days[cell]) for cell, n in sorted(shown.items()) if cell in days and n]
    kept = (entry for entry in seen.entries() if entry.kind != "demand")
    return Network([*kept, *made], revision=seen.revision, scope=seen.scope, audience=seen.audience)


def people_part(seen: Network, whole: Network) -> Data:
    """The published counts as plain data: what a page shows of them, and all that is kept of them for it.

    `cells`: [unit, status, language, group, persons]; `units`, `statuses`, `languages`: [of what, persons]; `all`.
    Persons are rounded to 5; None: hidden. `counted`: the days they stand for. Cells of nobody are left out.
    """
    counted = _counted(seen, whole)
    found, some = counted.memo(published), counted.memo(people)

    def shown(cell: Cell) -> int | None:
        return None if cell in found.hidden else found.shown[cell]

    known = [_cell(one) for one in some if one.persons >= 1]
    totals = {
        name: [[of, shown((name, of))] for of in sorted({cell[place] for cell in known})]
        for place, name in enumerate(("unit", "status", "language"))
    }
    return {
        "cells": [[*cell, shown(cell)] for cell in sorted(known)],
        "units": totals["unit"],
        "statuses": totals["status"],
        "languages": totals["language"],
        "all": shown(("all",)) if known else None,
        "counted": sorted({one.counted_on for one in some if one.counted_on}),
    }


def _counted(seen: Network, whole: Network) -> Network:
    """The exact counts of which everyone may know that they exist."""
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
