"""Public holidays of the German Länder, by law and by computing Easter."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

LANDS = frozenset("BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH".split())
_FIXED_EVERYWHERE = ((1, 1), (5, 1), (10, 3), (12, 25), (12, 26))
_EASTER_EVERYWHERE = (-2, 1, 39, 50)
_FIXED = {
    (1, 6): "BW BY ST",
    (3, 8): "BE MV",
    (8, 15): "SL",
    (9, 20): "TH",
    (10, 31): "BB HB HH MV NI SN ST SH TH",
    (11, 1): "BW BY NW RP SL",
}
_EASTER = {0: "BB", 49: "BB", 60: "BW BY HE NW RP SL"}
# Holidays of a part of a Land only: Mariä Himmelfahrt, Fronleichnam, the peace feast of Augsburg.
_IN_PARTS = {(8, 15): "BY", (8, 8): "BY"}
_CORPUS_CHRISTI_IN_PARTS = "SN TH"


def holiday(day: date, land: str | None) -> bool | None:
    """Whether the day is a public holiday of the Land ("BW"); None where that depends on the town or is not known.

    >>> holiday(date(2026, 1, 6), 'BW'), holiday(date(2026, 1, 6), 'HE')
    (True, False)
    """
    lands = _lands(day)
    if lands == LANDS or (land in LANDS and land in lands):
        return True
    if land in LANDS:
        return None if land in _parts(day) else False
    return None if lands or _parts(day) else False


def since_easter(day: date) -> int:
    """Days since Easter Sunday of that year."""
    return (day - _easter(day.year)).days


@lru_cache(maxsize=1024)
def _lands(day: date) -> frozenset[str]:
    key = (day.month, day.day)
    offset = since_easter(day)
    if key in _FIXED_EVERYWHERE or offset in _EASTER_EVERYWHERE:
        return LANDS
    lands = set(_FIXED.get(key, "").split()) | set(_EASTER.get(offset, "").split())
    # Saxony alone kept the day of repentance: the Wednesday before 23 November.
    if day.month == 11 and 16 <= day.day <= 22 and day.weekday() == 2:
        lands.add("SN")
    return frozenset(lands)


def _parts(day: date) -> set[str]:
    lands = set(_IN_PARTS.get((day.month, day.day), "").split())
    if since_easter(day) == 60:
        lands |= set(_CORPUS_CHRISTI_IN_PARTS.split())
    return lands


@lru_cache(maxsize=64)
def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    days = epact + weekday - 7 * late + 114
    return date(year, days // 31, 1) + timedelta(days=days % 31)
