"""Reading a table of travel times: the sheet and the columns that hold it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from importers.files.header import folded
from importers.files.read import read as read_file
from importers.files.table import ReadError, Sheet
from importers.files.together import row_name, together

COLUMNS: dict[str, tuple[str, ...]] = {
    "from": ("von", "from", "start", "origin", "wohnort", "gebiet", "von gebiet", "ausgangsort"),
    "to": ("nach", "to", "ziel", "dest", "destination", "zielort", "nach ort"),
    "minutes": ("minuten", "minutes", "min", "fahrzeit", "reisezeit", "dauer", "fahrzeit in minuten", "cost"),
    "means": ("verkehrsmittel", "mode", "means", "mittel", "womit"),
}
"""What a column means → its headings. The last may be missing: then a time holds whatever the means."""
NEEDED = ("from", "to", "minutes")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One row as it stands; `number` as a spreadsheet program shows it, with its sheet where there are several."""

    number: str
    start: str
    goal: str
    minutes: str
    means: str


def read(source: Path | bytes, name: str) -> tuple[Line, ...]:
    """The rows of a CSV, XLSX, XLS or ODS file. In this process; jobs run it in a bounded child. Raises ReadError."""
    known = frozenset(word for words in COLUMNS.values() for word in words)
    sheet, _ = together(read_file(source, name, known=known))
    at = {column: _column(sheet, column) for column in COLUMNS}
    missing = [COLUMNS[column][0].capitalize() for column in NEEDED if at[column] is None]
    if missing:
        raise ReadError("travel.no_columns", file=name, columns=", ".join(missing), number=len(missing))
    return tuple(_lines(sheet, at))


def _column(sheet: Sheet, column: str) -> int | None:
    headings = [folded(heading) for heading in sheet.headings]
    return next((headings.index(word) for word in COLUMNS[column] if word in headings), None)


def _lines(sheet: Sheet, at: dict[str, int | None]) -> Iterator[Line]:
    for row in sheet.rows:
        start, goal, minutes, means = ("" if n is None else row.cells[n] for n in at.values())
        if not row.struck and (start or goal or minutes):
            number = row_name(row.number, sheet.parts)
            yield Line(number=number, start=start, goal=goal, minutes=minutes, means=means)
