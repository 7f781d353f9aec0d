"""The workbook as text: a folder with a CSV file for each kind, in the workbook's columns.

`actor.csv` is one, `service_a.csv` and `service_b.csv` are parts of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from importers.files.cells import clean_text
from importers.files.content import load
from importers.files.csv_file import read_csv
from importers.files.table import Problem, ReadError, Row
from importers.workbook.filled import Filled, FilledSheet, Origin, filled_sheet


def read_folder(path: Path) -> Filled:
    """All CSV files of a folder called as kinds or parts of them; others are told as problems. Raises ReadError."""
    return read_files({each.name: load(each) for each in sorted(path.glob("*.csv"))})


def read_files(files: Mapping[str, bytes]) -> Filled:
    """File name → content. Raises ReadError, naming the file."""
    problems: list[Problem] = []
    sheets = []
    for name, content in files.items():
        try:
            sheet = _sheet(name, content, problems)
        except ReadError as error:
            raise error.naming(name) from error
        if sheet is None:
            problems.append(Problem(code="workbook.unknown_sheet", params={"sheet": name}))
        else:
            sheets.append(sheet)
    return Filled(origin=Origin(made="folder"), sheets=tuple(sheets), problems=tuple(problems))


def _sheet(name: str, content: bytes, problems: list[Problem]) -> FilledSheet | None:
    grid, _, _ = read_csv(content)
    problems.extend(grid.problems)
    rows = [Row(number=r.number, cells=tuple(clean_text(c)[0] for c in r.cells)) for r in grid.rows]
    if not rows:
        return filled_sheet(_kind(name), (), (), name)
    headings = rows[0].cells
    return filled_sheet(_kind(name), headings, [_padded(r, len(headings)) for r in rows[1:] if any(r.cells)], name)


def _kind(name: str) -> str:
    """What a file is called, without the name of its part."""
    return Path(name).stem.partition("_")[0]


def _padded(row: Row, width: int) -> Row:
    """A row with as many cells as there are headings; what stands beyond them has no column, and is kept to tell."""
    return Row(number=row.number, cells=row.cells + ("",) * (width - len(row.cells)))
