"""Reading the workbook back: recognised by its hidden sheet or by its sheets and headings."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from importers.files.content import format_of
from importers.files.grid import Grid, GridRow
from importers.files.limits import UNPACKED_BYTES, ZIP_PARTS
from importers.files.table import Problem, ReadError, Row
from importers.workbook.cells import text_of
from importers.workbook.filled import Filled, FilledSheet, Made, Origin, filled_sheet
from importers.workbook.folder import read_files
from importers.workbook.layout import GUIDE, IN_LONG, KEY, LISTS, LONG, MARKER, folded, sheet_kinds

_WORKBOOKS = frozenset({"xlsx", "xls", "ods"})
_OURS = frozenset(map(folded, (GUIDE, LISTS, LONG, MARKER)))
_HIDDEN = frozenset({MARKER, LONG})
_MADE: dict[str, Made] = {"template": "template", "export": "export"}


def is_ours(content: bytes) -> bool:
    """Whether a file is this project's workbook, or a ZIP of its CSV files. Raises ReadError for what is no list."""
    if _csv_files(content):
        return True
    format = format_of(content)
    if format not in _WORKBOOKS:
        return False
    from importers.files.spreadsheet import sheet_names  # a CSV needs no calamine, and a child starts for each file

    names = sheet_names(content, format)
    known = [name for name in names if folded(name) in sheet_kinds()]
    return MARKER in names or (bool(known) and any(_has_key(g) for g in _grids(content, format) if g.name in known))


def read_workbook(content: bytes, name: str) -> Filled:
    """The rows of a workbook of ours. Raises ReadError. Only in a bounded child: the file is from outside."""
    files = _csv_files(content)
    try:
        filled = read_files(_unpacked(content, files)) if files else _read(content)
    except ReadError as error:
        raise error if error.params["file"] else error.naming(name) from error
    if not any(sheet.rows for sheet in filled.sheets):
        raise ReadError("workbook.empty", file=name)
    return filled


def _read(content: bytes) -> Filled:
    grids = {grid.name: grid for grid in _grids(content, format_of(content))}
    marker = _origin(grids[MARKER].rows if MARKER in grids else ())
    long = _long(grids[LONG].rows if LONG in grids else ())
    problems = [problem for grid in grids.values() for problem in grid.problems]
    sheets = []
    for grid in grids.values():
        if folded(grid.name) in _OURS:
            continue
        sheet = _sheet(grid, long)
        if sheet is None:
            problems.append(Problem(code="workbook.unknown_sheet", params={"sheet": grid.name}))
        else:
            sheets.append(sheet)
    return Filled(origin=marker, sheets=tuple(sheets), problems=tuple(problems))


def _grids(content: bytes, format: str) -> Sequence[Grid]:
    from importers.files.spreadsheet import read_workbook as read_sheets

    return read_sheets(content, format, as_text=text_of, hidden=_HIDDEN)


def _has_key(grid: Grid) -> bool:
    return bool(grid.rows) and folded(KEY) in map(folded, grid.rows[0].cells)


def _sheet(grid: Grid, long: dict[tuple[str, str, str], str]) -> FilledSheet | None:
    if folded(grid.name) not in sheet_kinds():
        return None
    if not grid.rows:
        return filled_sheet(grid.name, (), ())
    headings = tuple(cell.strip() for cell in grid.rows[0].cells)
    rows = [_row(grid.name, headings, row, long) for row in grid.rows[1:]]
    return filled_sheet(grid.name, headings, [row for row in rows if any(row.cells)])


def _row(sheet: str, headings: tuple[str, ...], row: GridRow, long: dict[tuple[str, str, str], str]) -> Row:
    cells = [_text(cell) for cell in row.cells]
    cells += [""] * (len(headings) - len(cells))
    if IN_LONG in cells:
        key = next((c for c, h in zip(cells, headings, strict=False) if folded(h) == folded(KEY)), "")
        for n, heading in enumerate(headings):
            if cells[n] == IN_LONG:
                cells[n] = long.get((folded(sheet), key, folded(heading)), IN_LONG)
    return Row(number=row.number, cells=tuple(cells), struck=row.struck)


def _text(cell: str) -> str:
    """A cell without what programs add at its ends; they write a line break in two ways."""
    return cell.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").strip()


def _origin(rows: Sequence[GridRow]) -> Origin:
    said = [(row.cells[0].strip(), row.cells[1].strip()) for row in rows if len(row.cells) > 1]
    found = dict(said)
    revision = found.get("Stand", "")
    return Origin(
        made=_MADE.get(found.get("Art", ""), ""),
        revision=int(revision) if revision.isdecimal() and len(revision) < 16 else 0,
        op=found.get("Vorgang", ""),
        audience=found.get("Sichtbarkeit", ""),
        day=found.get("Tag", ""),
        ids=frozenset(text for what, text in said if what == KEY and text),
    )


def _long(rows: Sequence[GridRow]) -> dict[tuple[str, str, str], str]:
    """(sheet, key, heading) → the whole text of its parts, as far as they are all there."""
    parts: dict[tuple[str, str, str], dict[int, str]] = {}
    for row in rows[1:]:
        sheet, key, heading, part, text = (*row.cells, "", "", "", "", "")[:5]
        if part.strip().isdecimal() and len(part) < 7:
            parts.setdefault((folded(sheet), key.strip(), folded(heading)), {})[int(part)] = text
    whole = {at: found for at, found in parts.items() if sorted(found) == list(range(1, len(found) + 1))}
    return {at: "".join(found[n] for n in sorted(found)) for at, found in whole.items()}


def _csv_files(content: bytes) -> list[str]:
    """The CSV files of a ZIP that are called as kinds."""
    if not content.startswith(b"PK\x03\x04"):
        return []
    try:
        with ZipFile(BytesIO(content)) as parts:
            names = [info.filename for info in parts.infolist()[:ZIP_PARTS] if not info.is_dir()]
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return []
    csvs = [name for name in names if name.lower().endswith(".csv")]
    return [name for name in csvs if folded(PurePath(name).stem) in sheet_kinds()]


def _unpacked(content: bytes, names: Sequence[str]) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(content)) as parts:
            if sum(parts.getinfo(name).file_size for name in names) > UNPACKED_BYTES:
                raise ReadError("read.bomb", limit=UNPACKED_BYTES // 2**20)
            return {PurePath(name).name: parts.read(name) for name in names}
    except (BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise ReadError("read.damaged_workbook") from error
