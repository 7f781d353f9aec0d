from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.values.holidays import holiday
from graph.model.values.hours_open import is_open
from graph.model.values.hours_show import show_hours

MONDAY = datetime(2026, 11, 23, 9)
EPIPHANY = datetime(2027, 1, 6, 9)
OFFICE = "Mo-Fr 08:00-12:00,14:00-16:00"


@pytest.mark.parametrize(
    ("osm", "german", "english"),
    [
        (OFFICE, ("Mo–Fr", "8–12 Uhr, 14–16 Uhr"), ("Mon–Fri", "8:00–12:00, 14:00–16:00")),
        ("Mo,We 08:30-12:00", ("Mo, Mi", "8:30–12 Uhr"), ("Mon, Wed", "8:30–12:00")),
        ("Mo 14:00+", ("Mo", "ab 14 Uhr"), ("Mon", "from 14:00")),
        ("We off", ("Mi", "geschlossen"), ("Wed", "closed")),
        ('Mo "nach Vereinbarung"', ("Mo", "nach Vereinbarung"), ("Mon", "by appointment")),
        (
            'Tu "nachmittags nach Vereinbarung", Tu 08:00-12:00',
            ("Di", "8–12 Uhr; nachmittags nach Vereinbarung"),
            ("Tue", "8:00–12:00; afternoons by appointment"),
        ),
        ('Tu 07:00-12:00 "nur Kasse"', ("Di", "7–12 Uhr (nur Kasse)"), ("Tue", "7:00–12:00 (nur Kasse)")),
        (
            "Sa[1,3] 10:00-12:00",
            ("1. und 3. Sa im Monat", "10–12 Uhr"),
            ("1st and 3rd Sat of the month", "10:00–12:00"),
        ),
        ("Fr[-1] 10:00-12:00", ("letzter Fr im Monat", "10–12 Uhr"), ("last Fri of the month", "10:00–12:00")),
        ("2023 Jun 07 09:00-13:00", ("7.6.2023", "9–13 Uhr"), ("7 Jun 2023", "9:00–13:00")),
        ("Su,PH 10:00-12:00", ("So, Feiertage", "10–12 Uhr"), ("Sun, public holidays", "10:00–12:00")),
        ("24/7", ("täglich", "rund um die Uhr"), ("daily", "around the clock")),
        ("Mo unknown", ("Mo", "nicht bekannt"), ("Mon", "not known")),
        ("week 1-3 Mo 10:00-12:00", ("", "week 1-3 Mo 10:00-12:00"), ("", "week 1-3 Mo 10:00-12:00")),
    ],
)
def test_hours_are_shown_as_people_write_them(osm: str, german: tuple[str, str], english: tuple[str, str]) -> None:
    assert show_hours(osm, "de") == (german,)
    assert show_hours(osm, "en") == (english,)


def test_rows_stand_in_the_order_of_the_week() -> None:
    days = [days for days, _ in show_hours("Mo,Fr 08:00-12:00; We 09:00-10:00; Tu off", "de")]
    assert days == ["Mo, Fr", "Di", "Mi"]


def test_no_hours_have_no_rows() -> None:
    assert show_hours("", "de") == ()


def test_open_and_closed_say_until_when() -> None:
    assert is_open(OFFICE, MONDAY, "BW") == ("open", MONDAY.replace(hour=12))
    assert is_open(OFFICE, MONDAY.replace(hour=13), "BW") == ("closed", MONDAY.replace(hour=14))
    assert is_open("2023 Jun 07 09:00-13:00", MONDAY, "BW") == ("closed", None)


def test_an_aware_moment_is_read_as_german_time() -> None:
    answer = is_open(OFFICE, datetime(2026, 11, 23, 7, 30, tzinfo=UTC), "BW")
    assert answer == ("open", datetime(2026, 11, 23, 11, tzinfo=UTC))


def test_appointments_and_broken_hours_are_unknown() -> None:
    assert is_open('Mo "nach Vereinbarung"', MONDAY, "BW").state == "unknown"
    assert is_open("kaputt", MONDAY, "BW") == ("unknown", None)


@pytest.mark.parametrize(
    ("osm", "land", "state"),
    [
        (OFFICE, "BW", "unknown"),
        (OFFICE, "HE", "open"),
        (OFFICE, None, "unknown"),
        (OFFICE + "; PH off", "BW", "closed"),
        (OFFICE + "; PH off", None, "unknown"),
        ("Su,PH 08:00-12:00", "BW", "open"),
        ("24/7", "BW", "open"),
        ("Sa 08:00-12:00", "BW", "closed"),
    ],
)
def test_a_holiday_of_the_land_is_open_only_if_the_hours_say_so(osm: str, land: str | None, state: str) -> None:
    assert is_open(osm, EPIPHANY, land).state == state


@pytest.mark.parametrize(
    ("day", "land", "expected"),
    [
        (date(2026, 12, 25), None, True),
        (date(2026, 4, 3), "BE", True),
        (date(2026, 6, 4), "BW", True),
        (date(2026, 6, 4), "SN", None),
        (date(2026, 6, 4), "BE", False),
        (date(2026, 10, 31), "ST", True),
        (date(2026, 11, 18), "SN", True),
        (date(2026, 11, 18), None, None),
        (date(2026, 8, 15), "BY", None),
        (date(2026, 11, 23), None, False),
    ],
)
def test_holidays_follow_the_land(day: date, land: str | None, expected: bool | None) -> None:
    assert holiday(day, land) is expected


@given(st.text(max_size=40) | st.text('MoTuPH[1] 08:-12;,off"+', max_size=40))
def test_any_text_is_shown_and_asked(text: str) -> None:
    show_hours(text, "de")
    assert is_open(text, MONDAY, "BW").state in ("open", "closed", "unknown")
