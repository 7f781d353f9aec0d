"""Dates as Germans write them, to ISO 8601."""

from __future__ import annotations

import re
from datetime import date

from graph.model.values.problem import Problem, problem
from graph.model.values.text import one_line

_MONTH_NAMES = (
    "januar jan january jänner|februar feb february|märz mär mrz march mar maerz|april apr|mai may|juni jun june|"
    "juli jul july|august aug|september sep sept|oktober okt oct october|november nov|dezember dez dec december"
)
MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_MONTH_NAMES.split("|"), 1) for name in names.split()
}
_DAY_MONTH = re.compile(r"(\d{1,2})\s?[./]\s?(\d{1,2})\s?[./]\s?(\d{4}|\d{2})")
_NAMED = re.compile(r"(?:(\d{1,2})\.?\s*)?([^\W\d_]+)\.?\s+(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[./]\s?(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?)?")
_WEEKDAY = re.compile(
    r"^(?:(?:mo|di|mi|do|fr|sa|so)[a-zäöü]*\.?,?\s+(?:den\s+)?|(?:ab|seit|bis|am|vom|stand:?)\s+)+", re.I
)


def clean_date(raw: str) -> tuple[str | None, list[Problem]]:
    """Return a day as "2026-11-03", a month as "2026-11", a year as "2026"."""
    text = _WEEKDAY.sub("", one_line(raw)).rstrip(".")
    if not text:
        return None, []
    for year, month, day in _readings(text):
        shown = iso(year, month, day)
        if shown:
            return shown, []
    return None, [problem("date_not_understood", text=one_line(raw))]


def iso(year: int, month: int, day: int) -> str | None:
    """The date as ISO text; month or day 0 = not given; None where there is no such day."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if not month:
        return f"{year:04d}" if 1900 <= year <= 2199 else None
    return f"{year:04d}-{month:02d}-{day:02d}" if day else f"{year:04d}-{month:02d}"


def full_year(text: str) -> int:
    """The year of two or four digits; lists of contact points speak of this century."""
    return int(text) if len(text) == 4 else 2000 + int(text)


def _readings(text: str) -> list[tuple[int, int, int]]:
    if match := _ISO.fullmatch(text):
        return [(int(match[1]), int(match[2]), int(match[3] or 0))]
    if match := _DAY_MONTH.fullmatch(text):
        return [(full_year(match[3]), int(match[2]), int(match[1]))]
    if match := _MONTH_YEAR.fullmatch(text):
        return [(int(match[2]), int(match[1]), 0)]
    if (match := _NAMED.fullmatch(text)) and match[2].lower() in MONTHS:
        return [(int(match[3]), MONTHS[match[2].lower()], int(match[1] or 0))]
    return [(int(text), 0, 0)] if re.fullmatch(r"(?:19|20|21)\d\d", text) else []
