"""Rows that are no entries: headings between rows, sums, the header again, footnotes, lone persons."""

from __future__ import annotations

import re
from collections.abc import Callable

from importers.files.table import Row, Sheet
from importers.lists.mapping import Mapping

_SUM = re.compile(r"(?:summe|gesamt|gesamtsumme|insgesamt|total|anzahl|zwischensumme)\b", re.I)
_WIDE = 3
_FEW = 0.25


def skipper(sheet: Sheet, mapping: Mapping) -> Callable[[Row], str]:
    """What tells of a row why it is no entry: a code, or "" when it may be one. O(rows) once."""
    headings = tuple(h.casefold() for h in sheet.headings)
    lone = sum(_is_lone(row) for row in sheet.rows)
    wide = sum(1 for target in mapping.targets if target) >= _WIDE
    # Where many rows hold a name and nothing else, they are entries of which no more is known.
    lone_is_none = wide and lone <= _FEW * len(sheet.rows)

    def skip(row: Row) -> str:
        filled = [cell for cell in row.cells if cell.strip()]
        if len(filled) > 1 and tuple(c.casefold() for c in row.cells) == headings:
            return "import.header_again"
        if _SUM.match(filled[0] if filled else "") and all(_is_number(cell) for cell in filled[1:]):
            return "import.sum_row"
        return "import.lone_cell" if lone_is_none and len(filled) == 1 else ""

    return skip


def _is_lone(row: Row) -> bool:
    return sum(1 for cell in row.cells if cell.strip()) == 1


def _is_number(cell: str) -> bool:
    return not any(c.isalpha() for c in cell)
