"""Cells of a list as they are meant: "k. A." says nothing, a ditto mark what stands above, 6618 is 06618."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from importers.files.table import Row, Sheet
from importers.lists.headings import is_idle
from importers.lists.mapping import ADDRESS

_NOTHING = re.compile(
    r"[-–—_./\\?*]{1,5}|k\.\s?a\.?|k\s?a\.|keine\s(?:angaben?|daten)|n\.?\s?n\.?|n/a|nicht\s(?:bekannt|vorhanden|zutreffend)|"
    r"entfällt|unbekannt|s\.\s?o\.?|siehe oben|folgt(?: noch)?|noch offen|wird noch benannt|unbesetzt|vakant|null|none|"
    r"unknown",
    re.I,
)
_DITTO = re.compile(r"[\"'„“”‟″]{1,2}|''|\bdto\.?|dito|ditto|-\s?[\"“”]\s?-", re.I)
_LOST_ZERO = re.compile(r"\d{4}(?:\.0)?")
# A program that takes telephone numbers for numbers drops their first zero, or the plus before 49.
_LOST_PREFIX = re.compile(r"\A[1-9]\d{7,13}(?:\.0)?\Z")
_ABROAD = re.compile(r"49\d{9,}")
_WHOLE = re.compile(r"0\d{4}")
_LOST_ZERO_IN = re.compile(r"(?<![\d-])(\d{4})(?= +[A-ZÄÖÜ][a-zäöüß])")


def says_nothing(cell: str) -> bool:
    """Whether a cell only says that there is nothing to say.

    >>> says_nothing("k. A."), says_nothing("---"), says_nothing("keine Kosten")
    (True, True, False)
    """
    return len(cell) < 30 and bool(_NOTHING.fullmatch(cell.strip()))


def tidied(sheet: Sheet, targets: Sequence[str], knows_postcode: Callable[[str], bool]) -> Sheet:
    """The sheet with its cells as they are meant; postcodes get their zero back where that makes a known one,
    or one like the others of the list. O(cells)."""
    codes = {n for n, target in enumerate(targets) if target == "place.postcode"}
    regions = {row.cells[n].strip()[:2] for n in codes for row in sheet.rows if _WHOLE.fullmatch(row.cells[n].strip())}

    def knows(code: str) -> bool:
        """Whether it is one of the place, or lies where others of the list do."""
        return knows_postcode(code) or code[:2] in regions

    towns = {n for n, target in enumerate(targets) if target in (ADDRESS, "place.street", "place.locality")}
    phones = {n for n, target in enumerate(targets) if target.endswith((".phones", ".mobiles"))}
    idle = {n for n, target in enumerate(targets) if not target and is_idle(sheet.headings[n])}
    above: Sequence[str] = ()
    rows: list[Row] = []
    for row in sheet.rows:
        cells = [_meant(cell, above[n] if n < len(above) else "") for n, cell in enumerate(row.cells)]
        for n in codes & set(range(len(cells))):
            cells[n] = _with_zero(cells[n], knows)
        for n in towns & set(range(len(cells))):
            cells[n] = _LOST_ZERO_IN.sub(lambda found: _with_zero(found[1], knows), cells[n])
        for n in phones & set(range(len(cells))):
            cells[n] = _LOST_PREFIX.sub(lambda found: f"{'+' if _ABROAD.match(found[0]) else '0'}{found[0]}", cells[n])
        for n in idle & set(range(len(cells))):
            cells[n] = ""
        above = cells if sum(map(bool, cells)) > 1 else above
        rows.append(row if tuple(cells) == row.cells else replace(row, cells=tuple(cells)))
    return replace(sheet, rows=tuple(rows))


def _meant(cell: str, above: str) -> str:
    if len(cell) > 30:
        return cell
    if _DITTO.fullmatch(cell.strip()):
        return above
    return "" if says_nothing(cell) else cell


def _with_zero(code: str, knows: Callable[[str], bool]) -> str:
    """A program that takes postcodes for numbers drops the zero of the east."""
    if not _LOST_ZERO.fullmatch(code.strip()):
        return code
    longer = f"0{code.strip()[:4]}"
    return longer if knows(longer) else code
