"""What one day's opening hours are, and the next day with any."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from graph.model.values.holidays import holiday
from graph.model.values.hours_open import names_holidays, on_holiday
from graph.model.values.hours_osm import parsed

Span = tuple[time, time]


class DayHours(NamedTuple):
    """The times of one day. `certain` is false on a holiday the expression says nothing of, and for mere remarks."""

    spans: tuple[Span, ...]
    remark: str
    certain: bool


@lru_cache(maxsize=8192)
def hours_on(osm: str, day: date, land: str | None) -> DayHours:
    """The open times of a day; an end at midnight stands as 00:00.

    >>> hours_on('Mo-Fr 08:00-12:00', date(2026, 11, 23), 'BW').spans
    ((datetime.time(8, 0), datetime.time(12, 0)),)
    """
    said, feast = names_holidays(osm), holiday(day, land)
    expression = on_holiday(osm, day) if said and feast else parsed(osm)
    if expression is None:
        return DayHours((), "", False)
    start = datetime.combine(day, time())
    spans: list[Span] = []
    remark = ""
    for begin, end, state, comment in expression.intervals(start, start + timedelta(days=1)):
        name = str(state).rpartition(".")[2].lower()
        if name == "open" and not comment:
            spans.append((begin.time(), end.time() if end else time()))
        elif name != "closed":
            remark = remark or comment
    unsaid = feast is None if said else feast is not False
    certain = (not unsaid or osm.startswith("24/7")) and not (remark and not spans)
    return DayHours(tuple(spans), remark, certain)


def next_day(osm: str, after: date, land: str | None, within: int = 7) -> tuple[date, DayHours] | None:
    """The first later day within some days that is certainly open, with its times."""
    for ahead in range(1, within + 1):
        day = after + timedelta(days=ahead)
        found = hours_on(osm, day, land)
        if found.spans and found.certain:
            return day, found
    return None
