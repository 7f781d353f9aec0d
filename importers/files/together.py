"""Sheets of the same headings as one list: a workbook with a sheet for every municipality."""

from __future__ import annotations

import re

from importers.files.header import folded
from importers.files.table import Problem, Row, Sheet, Table

ROWS_A_SHEET = 1_000_000
"""Rows of the n-th sheet, from 0, are numbered from n × this."""

_ALIKE = 0.7
_YEAR = re.compile(r"(?:stand\s*)?(?:19|20)\d\d(?:\D.*)?", re.I)


def together(table: Table) -> tuple[Sheet, tuple[Problem, ...]]:
    """The list of a table: its first sheet with rows, with all that have its headings; and what was left out.

    Sheets called after years are versions of one list, not its parts: then the first stands alone. O(cells).
    """
    filled = [sheet for sheet in table.sheets if sheet.rows]
    first = max(filled, key=lambda sheet: sum(_share(sheet, other) >= _ALIKE for other in filled))
    alike = [sheet for sheet in filled if sheet is first or _share(first, sheet) >= _ALIKE]
    others = tuple(sheet.name for sheet in filled if sheet not in alike)
    told = (Problem(code="read.other_sheets", params={"sheets": ", ".join(others)}),) if others else ()
    if len(alike) < 2 or sum(bool(_YEAR.fullmatch(sheet.name.strip())) for sheet in alike) > 1:
        return first, told if len(alike) < 2 else ()
    return _joined(first, alike), told


def row_name(number: int, parts: tuple[str, ...] | list[str]) -> str:
    """How a row is called: its number in its sheet, and the sheet where there are several.

    >>> row_name(1_000_005, ["Zeitz", "Weißenfels"])
    '5 (Weißenfels)'
    """
    sheet, row = divmod(number, ROWS_A_SHEET)
    return f"{row} ({parts[sheet]})" if sheet < len(parts) else str(number)


def _share(one: Sheet, other: Sheet) -> float:
    a, b = ({folded(heading) for heading in sheet.headings} for sheet in (one, other))
    return len(a & b) / len(a | b) if a | b else 0.0


def _joined(first: Sheet, sheets: list[Sheet]) -> Sheet:
    headings = {folded(heading): heading for sheet in sheets for heading in reversed(sheet.headings)}
    order = [folded(h) for h in first.headings]
    order += [each for each in dict.fromkeys(folded(h) for s in sheets for h in s.headings) if each not in order]
    own = dict(zip(order, first.headings, strict=False))
    rows = [row for n, sheet in enumerate(sheets) for row in _rows(n, sheet, order)]
    return Sheet(
        name="",
        headings=tuple(own.get(each) or headings[each] for each in order),
        rows=tuple(rows),
        header_row=first.header_row,
        parts=tuple(sheet.name for sheet in sheets),
    )


def _rows(n: int, sheet: Sheet, order: list[str]) -> list[Row]:
    at = {folded(heading): column for column, heading in enumerate(sheet.headings)}
    columns = [at.get(each) for each in order]
    return [
        Row(
            number=n * ROWS_A_SHEET + row.number,
            cells=tuple("" if column is None else row.cells[column] for column in columns),
            struck=row.struck,
        )
        for row in sheet.rows
    ]
