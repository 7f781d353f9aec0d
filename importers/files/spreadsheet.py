"""XLSX, XLS and ODS through calamine. Only inside a bounded child: it aborts the process on some hostile files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import Any

import python_calamine as calamine

from importers.files.cells import value_text
from importers.files.content import is_locked_xls
from importers.files.grid import Grid, GridRow, Merged
from importers.files.limits import CELL_CHARS, CELLS, COLUMNS, ROWS, SHEETS
from importers.files.struck import Cells, struck_cells
from importers.files.table import Problem, ReadError
from importers.files.workbook_parts import check_parts

_TOLD_CHARS = 80


def read_workbook(
    content: bytes,
    format: str,
    wanted: str | None = None,
    as_text: Callable[[Any], str] = value_text,
    hidden: frozenset[str] = frozenset(),
) -> tuple[Grid, ...]:
    """The visible sheets as they stand, or the one called `wanted`; a file's own checks come first.

    `as_text` says how a cell's own value is written as text; `hidden` sheets are read though nobody sees them.
    """
    if format != "xls":
        check_parts(content, format)
    struck = struck_cells(content, format)
    with _opened(content, format) as workbook:
        grids = tuple(_grids(workbook, _chosen(workbook, wanted, hidden), struck, as_text))
    return _told_unseen(grids) if format == "xls" else grids


def sheet_names(content: bytes, format: str) -> tuple[str, ...]:
    """What all sheets are called, hidden ones too."""
    if format != "xls":
        check_parts(content, format)
    with _opened(content, format) as workbook:
        return tuple(workbook.sheet_names)


def _told_unseen(grids: tuple[Grid, ...]) -> tuple[Grid, ...]:
    """The sheets of an old workbook, the first with the word that rows struck out in it look like any other."""
    unseen = Problem(code="read.xls_unstruck")
    return tuple(replace(grid, problems=(unseen, *grid.problems)) if n == 0 else grid for n, grid in enumerate(grids))


@contextmanager
def _opened(content: bytes, format: str) -> Iterator[calamine.CalamineWorkbook]:
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            yield workbook
    except calamine.PasswordError:
        raise ReadError("read.password") from None
    except calamine.CalamineError as error:
        if format == "xls" and is_locked_xls(content):
            raise ReadError("read.password") from None
        raise ReadError("read.damaged_workbook") from error
    except BaseException as error:
        # A Rust panic arrives as an exception that is no Exception; it says the file is damaged.
        if type(error).__name__ == "PanicException":
            raise ReadError("read.damaged_workbook") from None
        raise


def _grids(
    workbook: calamine.CalamineWorkbook, names: list[str], struck: Mapping[str, Cells], as_text: Callable[[Any], str]
) -> Iterator[Grid]:
    if len(names) > SHEETS:
        raise ReadError("read.too_many_sheets", count=len(names), limit=SHEETS)
    for name in names:
        yield _grid(name, workbook.get_sheet_by_name(name), struck.get(name, frozenset()), as_text)


def _chosen(workbook: calamine.CalamineWorkbook, wanted: str | None, hidden: frozenset[str]) -> list[str]:
    sheets = [s for s in workbook.sheets_metadata if s.typ == calamine.SheetTypeEnum.WorkSheet]
    if wanted is None:
        return [s.name for s in sheets if s.visible == calamine.SheetVisibleEnum.Visible or s.name in hidden]
    if wanted not in {s.name for s in sheets}:
        raise ReadError("read.no_such_sheet", sheet=wanted, sheets=", ".join(s.name for s in sheets))
    return [wanted]


def _grid(name: str, sheet: calamine.CalamineSheet, struck: Cells, as_text: Callable[[Any], str]) -> Grid:
    if sheet.start is None or sheet.end is None:
        return Grid(name=name, rows=(), merged=())
    _refuse_beyond_limits(name, sheet.end)
    merged = tuple(_merged(sheet))
    down = _reaching_down(merged)
    problems = [Problem(code="read.merged_cells", params={"sheet": name, "count": len(down)})] if down else []
    rows = _filled_down({row.number: row for row in _rows(sheet, as_text)}, down)
    if struck:
        rows = tuple(_told_struck(row, struck, problems) for row in rows)
    return Grid(name=name, rows=rows, merged=merged, problems=tuple(problems))


def _refuse_beyond_limits(name: str, end: tuple[int, int]) -> None:
    rows, columns = end[0] + 1, end[1] + 1
    if columns > COLUMNS:
        raise ReadError("read.too_many_columns_in_sheet", sheet=name, count=columns, limit=COLUMNS)
    if rows > ROWS:
        raise ReadError("read.too_many_rows", limit=ROWS)
    if rows * columns > CELLS:
        raise ReadError("read.too_many_cells", sheet=name, count=rows * columns, limit=CELLS)


def _rows(sheet: calamine.CalamineSheet, as_text: Callable[[Any], str]) -> Iterator[GridRow]:
    top, left = sheet.start or (0, 0)
    before = ("",) * left
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), top + 1):
        cells = tuple(as_text(value) for value in values)
        if not any(cells):
            continue
        if any(len(cell) > CELL_CHARS for cell in cells):
            raise ReadError("read.cell_too_long", row=number, limit=CELL_CHARS)
        yield GridRow(number=number, cells=before + cells)


def _merged(sheet: calamine.CalamineSheet) -> Iterator[Merged]:
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        yield (top + 1, left), (bottom + 1, right)


def _reaching_down(merged: tuple[Merged, ...]) -> list[Merged]:
    """Cells of one column that hold for several rows, like an office named once beside its five counters."""
    return [(first, last) for first, last in merged if last[0] > first[0] and last[1] == first[1]]


def _filled_down(rows: dict[int, GridRow], down: list[Merged]) -> tuple[GridRow, ...]:
    for (top, column), (bottom, _) in down:
        value = rows[top].cells[column] if top in rows and len(rows[top].cells) > column else ""
        if not value:
            continue
        for number in range(top + 1, min(bottom, top + ROWS) + 1):
            if number in rows and len(rows[number].cells) > column:
                cells = rows[number].cells
                rows[number] = GridRow(number=number, cells=(*cells[:column], value, *cells[column + 1 :]))
    return tuple(rows.values())


def _told_struck(row: GridRow, struck: Cells, problems: list[Problem]) -> GridRow:
    """A row most of which is struck out, its first word included, is struck out; a lone struck cell holds no more."""
    filled = [column for column, cell in enumerate(row.cells) if cell.strip()]
    gone = [column for column in filled if (row.number, column) in struck]
    if not gone:
        return row
    if gone[0] == filled[0] and 2 * len(gone) >= len(filled):
        return GridRow(number=row.number, cells=row.cells, struck=True)
    for column in gone:
        text = " ".join(row.cells[column].split())[:_TOLD_CHARS]
        problems.append(Problem(code="read.struck_cell", params={"text": text}, row=row.number))
    cells = tuple("" if column in gone else cell for column, cell in enumerate(row.cells))
    return GridRow(number=row.number, cells=cells)
