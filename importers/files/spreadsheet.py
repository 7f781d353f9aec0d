"""XLSX, XLS and ODS through calamine. Only inside a bounded child: it aborts the process on some hostile files."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import python_calamine as calamine

from importers.files.cells import value_text
from importers.files.content import is_locked_xls
from importers.files.grid import Grid, GridRow, Merged
from importers.files.limits import CELL_CHARS, CELLS, COLUMNS, ROWS, SHEETS
from importers.files.table import Problem, ReadError
from importers.files.workbook_parts import check_parts


def read_workbook(content: bytes, format: str, wanted: str | None = None) -> tuple[Grid, ...]:
    """The visible sheets as they stand, or the one called `wanted`; a file's own checks come first."""
    if format != "xls":
        check_parts(content, format)
    try:
        with calamine.CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            return tuple(_grids(workbook, wanted))
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


def _grids(workbook: calamine.CalamineWorkbook, wanted: str | None) -> Iterator[Grid]:
    names = _chosen(workbook, wanted)
    if len(names) > SHEETS:
        raise ReadError("read.too_many_sheets", count=len(names), limit=SHEETS)
    for name in names:
        yield _grid(name, workbook.get_sheet_by_name(name))


def _chosen(workbook: calamine.CalamineWorkbook, wanted: str | None) -> list[str]:
    sheets = [s for s in workbook.sheets_metadata if s.typ == calamine.SheetTypeEnum.WorkSheet]
    if wanted is None:
        return [s.name for s in sheets if s.visible == calamine.SheetVisibleEnum.Visible]
    if wanted not in {s.name for s in sheets}:
        raise ReadError("read.no_such_sheet", sheet=wanted, sheets=", ".join(s.name for s in sheets))
    return [wanted]


def _grid(name: str, sheet: calamine.CalamineSheet) -> Grid:
    if sheet.start is None or sheet.end is None:
        return Grid(name=name, rows=(), merged=())
    _refuse_beyond_limits(name, sheet.end)
    merged = tuple(_merged(sheet))
    down = _reaching_down(merged)
    problems = [Problem(code="read.merged_cells", params={"sheet": name, "count": len(down)})] if down else []
    rows = _filled_down({row.number: row for row in _rows(sheet)}, down)
    return Grid(name=name, rows=rows, merged=merged, problems=tuple(problems))


def _refuse_beyond_limits(name: str, end: tuple[int, int]) -> None:
    rows, columns = end[0] + 1, end[1] + 1
    if columns > COLUMNS:
        raise ReadError("read.too_many_columns_in_sheet", sheet=name, count=columns, limit=COLUMNS)
    if rows > ROWS:
        raise ReadError("read.too_many_rows", limit=ROWS)
    if rows * columns > CELLS:
        raise ReadError("read.too_many_cells", sheet=name, count=rows * columns, limit=CELLS)


def _rows(sheet: calamine.CalamineSheet) -> Iterator[GridRow]:
    top, left = sheet.start or (0, 0)
    before = ("",) * left
    for number, values in enumerate(sheet.to_python(skip_empty_area=True), top + 1):
        cells = tuple(value_text(value) for value in values)
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
