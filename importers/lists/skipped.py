"""Rows that are no entries: struck out, headings between rows, sums, the header again, footnotes, lone persons."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from importers.files.table import Row, Sheet
from importers.files.together import ROWS_A_SHEET
from importers.lists.mapping import Mapping

STRUCK = "import.struck"

_SUM = re.compile(r"(?:summe|gesamt|gesamtsumme|insgesamt|total|anzahl|zwischensumme)\b", re.I)
_WIDE = 3
_FEW = 0.25
_MANY, _SIDE_BY_SIDE = 0.5, 0.2
"""Headings over two or three rows each are many, but seldom stand side by side as lone names do."""
_LONGEST_HEADING = 80
_FIRST_COLUMNS = 2
# What is written between and beneath rows and heads nothing: "* nur mit Termin", "Stand: 3.11.2026", whole sentences.
_NO_HEADING = re.compile(
    r"\*+\s?\w.*[^*]$|\(?(?:stand|hinweis|anmerkung|bemerkung|legende|quelle|erstellt|bearbeit|letzte|alle angaben|"
    r"ohne gewähr|seite|fortsetzung|bitte|siehe|vgl)\b.*|.*\d{1,2}\.\d{1,2}\.\d{2,4}.*|"
    r"\S+\s\S+.*[.!?]$|.*@.*|.*\d{5,}.*",
    re.I,
)


def skipper(sheet: Sheet, mapping: Mapping) -> Callable[[Row], str]:
    """What tells of a row why it is no entry: a code, or "" when it may be one. O(rows) once."""
    headings = tuple(h.casefold() for h in sheet.headings)
    lone = sum(_is_lone(row) for row in sheet.rows)
    wide = sum(1 for target in mapping.targets if target) >= _WIDE
    # Where many rows hold a name and nothing else, they are entries of which no more is known.
    pairs = sum(_is_lone(a) and _is_lone(b) for a, b in pairwise(sheet.rows))
    headings_among = 1 < lone <= _MANY * len(sheet.rows) and pairs <= _SIDE_BY_SIDE * lone
    lone_is_none = wide and (lone <= _FEW * len(sheet.rows) or headings_among)
    last = {row.number // ROWS_A_SHEET: row.number for row in sheet.rows if not _is_lone(row)}

    def skip(row: Row) -> str:
        filled = [cell for cell in row.cells if cell.strip()]
        if row.struck and not mapping.struck:
            return STRUCK
        if len(filled) > 1 and tuple(c.casefold() for c in row.cells) == headings:
            return "import.header_again"
        if _SUM.match(filled[0] if filled else "") and all(_is_number(cell) for cell in filled[1:]):
            return "import.sum_row"
        if not lone_is_none or len(filled) != 1:
            return ""
        heads = row.number < last.get(row.number // ROWS_A_SHEET, 0) and _may_head(row, filled[0])
        return "import.group_row" if heads else "import.lone_cell"

    return skip


def _may_head(row: Row, text: str) -> bool:
    first = any(cell.strip() for cell in row.cells[:_FIRST_COLUMNS])
    return first and len(text) <= _LONGEST_HEADING and not _NO_HEADING.fullmatch(" ".join(text.split()))


def _is_lone(row: Row) -> bool:
    return sum(1 for cell in row.cells if cell.strip()) == 1


def _is_number(cell: str) -> bool:
    return not any(c.isalpha() for c in cell)
