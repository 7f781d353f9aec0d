"""What the public holidays of Germany are called."""

from __future__ import annotations

from datetime import date

from graph.model.values.holidays import holiday, since_easter

_FIXED: dict[tuple[int, int], tuple[str, str]] = {
    (1, 1): ("Neujahr", "New Year's Day"),
    (1, 6): ("Heilige Drei Könige", "Epiphany"),
    (3, 8): ("Internationaler Frauentag", "International Women's Day"),
    (5, 1): ("Tag der Arbeit", "Labour Day"),
    (8, 8): ("Augsburger Friedensfest", "Augsburg Peace Festival"),
    (8, 15): ("Mariä Himmelfahrt", "Assumption Day"),
    (9, 20): ("Weltkindertag", "World Children's Day"),
    (10, 3): ("Tag der Deutschen Einheit", "Day of German Unity"),
    (10, 31): ("Reformationstag", "Reformation Day"),
    (11, 1): ("Allerheiligen", "All Saints' Day"),
    (12, 25): ("1. Weihnachtstag", "Christmas Day"),
    (12, 26): ("2. Weihnachtstag", "Boxing Day"),
}
_EASTER: dict[int, tuple[str, str]] = {
    -2: ("Karfreitag", "Good Friday"),
    0: ("Ostersonntag", "Easter Sunday"),
    1: ("Ostermontag", "Easter Monday"),
    39: ("Christi Himmelfahrt", "Ascension Day"),
    49: ("Pfingstsonntag", "Whit Sunday"),
    50: ("Pfingstmontag", "Whit Monday"),
    60: ("Fronleichnam", "Corpus Christi"),
}
_REPENTANCE = ("Buß- und Bettag", "Day of Repentance and Prayer")


def holiday_name(day: date, land: str | None) -> tuple[str, str] | None:
    """(German, English) name of a day that is a public holiday of the Land, or may be one; None for any other day.

    >>> holiday_name(date(2026, 10, 31), "ST")
    ('Reformationstag', 'Reformation Day')
    """
    if holiday(day, land) is False:
        return None
    return _EASTER.get(since_easter(day)) or _FIXED.get((day.month, day.day), _REPENTANCE)
