"""What reading a table gives: sheets of text cells, and what was odd about the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    struck: bool = False
    """Struck out in the workbook."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A named table. `header_row` is the row (the lower of two) the headings were read from, None if there is none.

    `parts`: names of the sheets that were put together; row numbers then tell which, see `importers.files.together`.
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    header_row: int | None
    parts: tuple[str, ...] = ()


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
            [sheet.name, sheet.headings, [_flat(row) for row in sheet.rows], sheet.header_row, sheet.parts]
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


def _flat(row: Row) -> tuple[Any, ...]:
    return (row.number, row.cells, 1) if row.struck else (row.number, row.cells)


def _sheet(
    name: str, headings: list[str], rows: list[list[Any]], header_row: int | None, parts: Sequence[str] = ()
) -> Sheet:
    return Sheet(
        name=name,
        headings=tuple(headings),
        rows=tuple(Row(number=number, cells=tuple(cells), struck=bool(struck)) for number, cells, *struck in rows),
        header_row=header_row,
        parts=tuple(parts),
    )
