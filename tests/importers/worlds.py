"""Small lists and networks for tests of the import."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from graph.model.changes import Change, Entry, EntryId, Kind
from graph.network import Network
from importers.files.table import Row, Sheet
from importers.lists import columns
from importers.lists.mapping import Mapping
from importers.lists.propose import propose
from importers.proposal import Proposal

TODAY = date(2026, 11, 23)


def sheet(text: str, separator: str = ";") -> Sheet:
    """A sheet of lines; "\\n" within a cell is written as "~"."""
    lines = [tuple(c.strip().replace("~", "\n") for c in line.split(separator)) for line in text.strip().splitlines()]
    rows = [Row(number=n, cells=cells) for n, cells in enumerate(lines[1:], start=2) if any(cells)]
    return Sheet(name="Liste", headings=lines[0], rows=tuple(rows), header_row=1)


def guessed(given: Sheet, **more: Any) -> Mapping:
    """The mapping that nobody corrected."""
    targets = columns.guess(given)
    return Mapping(targets=targets, key=columns.guess_key(given, targets), **{"source_name": "Liste", **more})


def ids(prefix: str = "n") -> Callable[[], str]:
    """Ids in order."""
    count = itertools.count(1)
    return lambda: f"{prefix}{next(count)}"


def read(network: Network, given: Sheet, mapping: Mapping | None = None, prefix: str = "n", **more: Any) -> Proposal:
    """The proposal of a sheet, by guess if no mapping is given."""
    stated = mapping or guessed(given, **more)
    return propose(network, given, stated, file="liste.csv", today=TODAY, new_id=ids(prefix))


def imported(text: str, network: Network | None = None, **more: Any) -> Network:
    """The network after a list was taken in as guessed."""
    before = network or Network()
    return before.apply(read(before, sheet(text), **more).changes)


def only(network: Network, kind: str) -> dict[str, Any]:
    """The fields of the one entry of a kind."""
    (entry,) = network.of_kind(kind).values()
    return dict(entry.fields)


def named(network: Network, kind: str, name: str) -> Entry:
    """The entry of a kind with a name."""
    return next(e for e in network.of_kind(kind).values() if e.fields.get("name") == name)


def edited(network: Network, id: str, **fields: Any) -> Network:
    """The network after a person edited an entry."""
    entry = network.entry(id)
    before = {name: entry.fields.get(name) for name in fields}
    return network.apply([Change(kind=entry.kind, id=entry.id, before=before, after=fields)])


def square(west: float, south: float, size: float = 1.0) -> str:
    """The outline of a square, in degrees."""
    east, north = west + size, south + size
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def with_areas(*areas: tuple[str, dict[str, Any]], entries: Iterable[Entry] = ()) -> Network:
    """A network of areas: (id, fields); the level is a municipality's unless it is stated."""
    made = [Entry(kind=Kind("area"), id=EntryId(i), fields={"level": "municipality", **f}) for i, f in areas]
    return Network([*made, *entries])


def outcomes(proposal: Proposal) -> list[str]:
    """The outcome of each row."""
    return [row.outcome for row in proposal.rows]


def codes(proposal: Proposal) -> set[str]:
    """All remarks' codes."""
    return {m.code for row in proposal.rows for m in row.remarks}


def public_text(network: Network) -> str:
    """Everything that anyone sees, as one text."""
    from graph.model.fields import Audience

    seen = network.seen_by(Audience.PUBLIC)
    return json.dumps([dict(e.fields) for e in seen.entries()], ensure_ascii=False)


def targets_of(headings: Sequence[str], *rows: Sequence[str]) -> tuple[str, ...]:
    """What columns are guessed to mean."""
    made = tuple(Row(number=n, cells=tuple(r)) for n, r in enumerate(rows, start=2))
    return columns.guess(Sheet(name="", headings=tuple(headings), rows=made, header_row=1))
