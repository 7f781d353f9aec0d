"""What reading a table gives: sheets of text cells, and what was odd about the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model.errors import KnotenpunktError


class ReadError(KnotenpunktError):
    """A file that can't be read. `params` always holds `file`, the name the user knows it by."""

    def __init__(self, code: str, *, file: str = "", **params: object) -> None:
        super().__init__(code, file=file, **params)

    def naming(self, file: str) -> ReadError:
        """The same error about a named file, raised where the name is known."""
        return ReadError(self.code, file=file, **{key: self.params[key] for key in self.params if key != "file"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Something odd that did not stop the reading; `row` as a spreadsheet program numbers it, `column` a heading."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    row: int | None = None
    column: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row with as many cells as its sheet has headings; `number` as a spreadsheet program shows it, from 1."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A named table. `header_row` is the row (the lower of two) the headings were read from, None if there is none."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    header_row: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Table:
    """A file as read. `encoding` and `separator` are empty for workbooks; `format` is csv, xlsx, xls or ods."""

    sheets: tuple[Sheet, ...]
    format: str
    encoding: str = ""
    separator: str = ""
    problems: tuple[Problem, ...] = ()


def table_as_json(table: Table) -> dict[str, Any]:
    """The table as plain lists and dicts, small enough to send from a child process."""
    return {
        "sheets": [
            [sheet.name, sheet.headings, [(row.number, row.cells) for row in sheet.rows], sheet.header_row]
            for sheet in table.sheets
        ],
        "format": table.format,
        "encoding": table.encoding,
        "separator": table.separator,
        "problems": [[p.code, dict(p.params), p.row, p.column] for p in table.problems],
    }


def table_from_json(found: Mapping[str, Any]) -> Table:
    """The inverse of `table_as_json`."""
    return Table(
        sheets=tuple(_sheet(*parts) for parts in found["sheets"]),
        format=found["format"],
        encoding=found["encoding"],
        separator=found["separator"],
        problems=tuple(Problem(code=c, params=p, row=r, column=h) for c, p, r, h in found["problems"]),
    )


def _sheet(name: str, headings: list[str], rows: list[tuple[int, list[str]]], header_row: int | None) -> Sheet:
    return Sheet(
        name=name,
        headings=tuple(headings),
        rows=tuple(Row(number=number, cells=tuple(cells)) for number, cells in rows),
        header_row=header_row,
    )
