"""When two ways of writing a street or opening hours say the same."""

from __future__ import annotations

import re

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")


def street(text: object) -> str:
    """A street with its ending written out."""
    return str(text).replace("Str.", "Straße").replace("str.", "straße")


def weekly(osm: str) -> dict[str, list[str]]:
    """The open spans of each day of OSM opening hours without dates."""
    week: dict[str, list[str]] = {}
    for rule in filter(None, (r.strip() for r in re.split(r";|,\s(?=[A-Z])", re.sub(r'"[^"]*"', "", osm)))):
        days, _, times = rule.partition(" ")
        spans = sorted(re.findall(r"\d\d:\d\d-\d\d:\d\d", times))
        for day in _days(days) if spans else ():
            week.setdefault(day, [])
            week[day] = sorted([*week[day], *spans])
    return week


def _days(text: str) -> list[str]:
    found: list[str] = []
    for part in re.split(r",(?![^\[]*\])", text):
        first, _, last = part.partition("-")
        found.extend(DAYS[DAYS.index(first) : DAYS.index(last) + 1] if last else [part])
    return found
