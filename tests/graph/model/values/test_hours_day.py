"""What a day's hours are."""

from __future__ import annotations

from datetime import date, time

from graph.model.values.hours_day import hours_on, next_day

HOURS = "Mo-Fr 08:00-12:00; Th 14:00-18:30"
MONDAY, THURSDAY, SATURDAY = date(2026, 11, 23), date(2026, 11, 26), date(2026, 11, 28)


def test_the_times_of_a_weekday() -> None:
    assert hours_on(HOURS, MONDAY, "BW").spans == ((time(8), time(12)),)
    assert hours_on(HOURS, THURSDAY, "BW").spans == ((time(14), time(18, 30)),)


def test_a_closed_day_is_certain() -> None:
    assert hours_on(HOURS, SATURDAY, "BW") == ((), "", True)


def test_a_holiday_the_hours_say_nothing_of_is_not_certain() -> None:
    epiphany = date(2026, 1, 6)
    assert not hours_on(HOURS, epiphany, "BW").certain
    assert hours_on(HOURS, epiphany, "HE").certain


def test_a_mere_remark_is_no_opening_time() -> None:
    found = hours_on('Mo "nach Vereinbarung"', MONDAY, "BW")
    assert (found.spans, found.remark, found.certain) == ((), "nach Vereinbarung", False)


def test_what_cannot_be_read_is_not_certain() -> None:
    assert not hours_on("???", MONDAY, "BW").certain


def test_the_next_open_day_skips_the_weekend() -> None:
    found = next_day(HOURS, SATURDAY, "BW")
    assert found is not None and found[0] == date(2026, 11, 30)
    assert next_day("Mo off", MONDAY, "BW") is None
