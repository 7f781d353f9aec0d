"""A workbook as read: sheets of text cells by field, and what the file says of itself; JSON between processes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from importers.files.table import Problem, Row
from importers.workbook.layout import KEY, chosen, sheet_kinds
from importers.workbook.layout import folded as heading_folded

Made = Literal["template", "export", "folder", ""]
"""What it was made as: "" where it does not say so any more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Origin:
    """What the hidden sheet says. `ids` are the keys of an export: entries' ids, not keys of somebody's own."""

    made: Made = ""
    revision: int = 0
    op: str = ""
    """What proves the rest to the network that made it."""
    audience: str = ""
    day: str = ""
    """The ISO day it was made on: whom a reader could still see then."""
    ids: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class FilledSheet:
    """One kind's rows. `columns` are what the headings mean, None where nobody knows."""

    kind: str
    name: str
    headings: tuple[str, ...]
    columns: tuple[str | None, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """The whole of it."""

    origin: Origin
    sheets: tuple[FilledSheet, ...]
    problems: tuple[Problem, ...] = ()


def filled_sheet(name: str, headings: Sequence[str], rows: Sequence[Row], shown: str = "") -> FilledSheet | None:
    """A sheet of ours, None when its name is no kind's. `shown`: what people call it, such as a file."""
    kind = sheet_kinds().get(heading_folded(name))
    if kind is None:
        return None
    columns = tuple(chosen(headings, kind))
    return FilledSheet(kind=kind, name=shown or name, headings=tuple(headings), columns=columns, rows=tuple(rows))


def twice(sheet: FilledSheet) -> list[str]:
    """Headings that mean what another one means already."""
    meant = [c for c in sheet.columns if c is not None]
    return [h for h, c in zip(sheet.headings, sheet.columns, strict=True) if c is not None and meant.count(c) > 1]


def keys_of(filled: Filled) -> set[str]:
    """The keys that rows bear."""
    at = [(sheet, sheet.columns.index(KEY)) for sheet in filled.sheets if KEY in sheet.columns]
    return {row.cells[n].strip() for sheet, n in at for row in sheet.rows if len(row.cells) > n}


def has_key(sheet: FilledSheet) -> bool:
    """Whether the sheet has a column of keys."""
    return KEY in sheet.columns


def as_json(filled: Filled) -> dict[str, Any]:
    """The workbook as plain lists and dicts."""
    o = filled.origin
    return {
        "origin": [o.made, o.revision, o.op, o.audience, o.day, sorted(o.ids)],
        "sheets": [
            [s.kind, s.name, s.headings, s.columns, [(r.number, r.cells, r.struck) for r in s.rows]]
            for s in filled.sheets
        ],
        "problems": [[p.code, dict(p.params), p.row, p.column] for p in filled.problems],
    }


def from_json(found: Mapping[str, Any]) -> Filled:
    """The inverse of `as_json`."""
    made, revision, op, audience, day, ids = found["origin"]
    return Filled(
        origin=Origin(made=made, revision=revision, op=op, audience=audience, day=day, ids=frozenset(ids)),
        sheets=tuple(_sheet(*parts) for parts in found["sheets"]),
        problems=tuple(Problem(code=c, params=p, row=r, column=h) for c, p, r, h in found["problems"]),
    )


def _sheet(kind: str, name: str, headings: list[str], columns: list[str | None], rows: list[Any]) -> FilledSheet:
    return FilledSheet(
        kind=kind,
        name=name,
        headings=tuple(headings),
        columns=tuple(columns),
        rows=tuple(Row(number=number, cells=tuple(cells), struck=struck) for number, cells, struck in rows),
    )
