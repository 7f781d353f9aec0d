"""Reading a list: from a file's bytes to sheets with headings and rows. The first of read → transform → propose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from importers.child.bounded import run
from importers.child.stopped import Stopped
from importers.files.cells import clean_text
from importers.files.content import fits_ending, format_of, load
from importers.files.csv_file import read_csv
from importers.files.grid import Grid, GridRow
from importers.files.header import Header, find_header
from importers.files.table import Problem, ReadError, Row, Sheet, Table, table_as_json, table_from_json
from importers.vcard.table import read_vcard

# What a stopped child means when it was reading; everything else is a damaged file that took the process with it.
STOPPED = {
    "child.memory": "read.memory",
    "child.cpu": "read.too_slow",
    "child.wall": "read.too_slow",
    "child.output": "read.memory",
    "child.crashed": "read.crashed",
}


def read(
    source: Path | bytes,
    name: str,
    *,
    encoding: str | None = None,
    separator: str | None = None,
    sheet: str | None = None,
    header: int | None = None,
    known: frozenset[str] = frozenset(),
) -> Table:
    """The sheets of a CSV, XLSX, XLS, ODS or vCard file. In this process: trusted files and tests; else `read_bounded`.

    `name` is what the user calls the file; `header` is a row number (0: the file has no header), `known` are words
    the vocabulary knows as headings. Raises only ReadError.
    """
    try:
        content = load(source)
        format = format_of(content)
        if format == "geojson":
            raise ReadError("read.kind_geojson")
        told = () if fits_ending(format, name) else (Problem(code="read.other_format", params={"format": format}),)
        if format == "vcf":
            cards = read_vcard(content, encoding)
            return replace(cards, problems=(*told, *cards.problems))
        grids, encoding, separator = _grids(content, format, encoding, separator, sheet)
        return _table(grids, format, encoding, separator, header, known, told)
    except ReadError as error:
        raise error.naming(name) from error


def read_bounded(
    source: Path | bytes,
    name: str,
    *,
    encoding: str | None = None,
    separator: str | None = None,
    sheet: str | None = None,
    header: int | None = None,
    known: frozenset[str] = frozenset(),
    cancelled: Callable[[], bool] | None = None,
) -> Table:
    """As `read`, in a child process with limits: for every file from outside."""
    arguments: dict[str, Any] = {"name": name, "encoding": encoding, "separator": separator, "sheet": sheet}
    arguments |= {"header": header, "known": sorted(known)}
    return table_from_json(run_reading("importers.files.read:task", source, name, arguments, cancelled=cancelled))


def run_reading(
    task: str,
    source: Path | bytes,
    name: str,
    arguments: Mapping[str, Any],
    *,
    cancelled: Callable[[], bool] | None = None,
) -> Any:
    """Runs a reading task in a bounded child; whatever stops it becomes a ReadError that names the file."""
    try:
        return run(task, load(source), arguments=arguments, cancelled=cancelled)
    except ReadError as error:
        raise error.naming(name) from error
    except Stopped as stopped:
        params = {key: value for key, value in stopped.params.items() if key != "file"}
        raise ReadError(STOPPED.get(stopped.code, stopped.code), file=name, **params) from stopped


def task(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> dict[str, Any]:
    """What the child does."""
    return table_as_json(read(payload, **{**arguments, "known": frozenset(arguments["known"])}))


def _grids(
    content: bytes, format: str, encoding: str | None, separator: str | None, sheet: str | None
) -> tuple[tuple[Grid, ...], str, str]:
    if format == "csv":
        grid, encoding, separator = read_csv(content, encoding=encoding, separator=separator)
        return (grid,), encoding, separator
    from importers.files.spreadsheet import read_workbook  # a CSV needs no calamine, and a child starts for each file

    return read_workbook(content, format, sheet), "", ""


def _table(
    grids: tuple[Grid, ...],
    format: str,
    encoding: str,
    separator: str,
    header: int | None,
    known: frozenset[str],
    told: tuple[Problem, ...],
) -> Table:
    problems = list(told)
    sheets = []
    for grid in grids:
        problems.extend(grid.problems)
        clean = _clean(grid, problems)
        if clean.rows:
            sheets.append(_sheet(clean, header, known, problems))
    if not sheets:
        raise ReadError("read.empty_table")
    if not any(sheet.rows for sheet in sheets):
        raise ReadError("read.only_header")
    return Table(sheets=tuple(sheets), format=format, encoding=encoding, separator=separator, problems=tuple(problems))


def _clean(grid: Grid, problems: list[Problem]) -> Grid:
    """The grid with clean text, without empty rows; each kind of thing taken out is told once per row."""
    rows = []
    for row in grid.rows:
        cleaned = [clean_text(cell) for cell in row.cells]
        codes = {code for _, code in cleaned if code}
        problems.extend(Problem(code=code, row=row.number) for code in sorted(codes))
        cells = tuple(text for text, _ in cleaned)
        if any(cells):
            rows.append(GridRow(number=row.number, cells=cells, struck=row.struck))
    return Grid(name=grid.name, rows=tuple(rows), merged=grid.merged)


def _sheet(grid: Grid, header: int | None, known: frozenset[str], problems: list[Problem]) -> Sheet:
    found = find_header(grid, known, header)
    if found.last is None:
        problems.append(Problem(code="read.no_header", params={"sheet": grid.name}))
    body = grid.rows if found.last is None else grid.rows[found.last + 1 :]
    columns = _columns(found, body)
    rows = tuple(Row(number=row.number, cells=_picked(row.cells, columns), struck=row.struck) for row in body)
    headings = tuple(found.headings[column] for column in columns)
    problems.extend(_ragged(grid, found, body))
    number = None if found.last is None else grid.rows[found.last].number
    return Sheet(name=grid.name, headings=headings, rows=tuple(r for r in rows if any(r.cells)), header_row=number)


def _columns(found: Header, body: tuple[GridRow, ...]) -> list[int]:
    """The columns that have a heading of their own or a value beneath."""
    filled = {column for row in body for column, cell in enumerate(row.cells) if cell}
    return [column for column in range(len(found.headings)) if column in filled or column in found.named]


def _picked(cells: tuple[str, ...], columns: list[int]) -> tuple[str, ...]:
    return tuple(cells[column] if column < len(cells) else "" for column in columns)


def _ragged(grid: Grid, found: Header, body: tuple[GridRow, ...]) -> list[Problem]:
    """Rows of a CSV with more cells than the header: a separator stands in a value, the cells are off by one."""
    if found.last is None:
        return []
    width = len(grid.rows[found.last].cells)
    usual = Counter(len(row.cells) for row in body).most_common(1)
    if not usual or usual[0][0] > width:
        return []
    return [
        Problem(code="read.too_many_cells_in_row", params={"count": len(row.cells), "expected": width}, row=row.number)
        for row in body
        if len(row.cells) > width and any(row.cells[width:])
    ]
