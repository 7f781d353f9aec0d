"""Public holidays of the Länder, by name."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from graph.model.values.holiday_names import holiday_name
from graph.model.values.holidays import LANDS, holiday


@pytest.mark.parametrize(
    ("day", "land", "name"),
    [
        (date(2026, 1, 6), "ST", "Heilige Drei Könige"),
        (date(2026, 10, 31), "ST", "Reformationstag"),
        (date(2026, 11, 18), "SN", "Buß- und Bettag"),
        (date(2026, 4, 6), "ST", "Ostermontag"),
        (date(2026, 5, 14), "BW", "Christi Himmelfahrt"),
    ],
)
def test_a_holiday_of_the_land_has_its_name(day: date, land: str, name: str) -> None:
    assert holiday(day, land) is True
    assert (holiday_name(day, land) or ("",))[0] == name


@pytest.mark.parametrize(
    ("day", "land"),
    [(date(2026, 1, 6), "SN"), (date(2026, 10, 31), "BW"), (date(2026, 11, 18), "ST"), (date(2026, 11, 1), "ST")],
)
def test_a_holiday_of_another_land_is_a_day_like_others(day: date, land: str) -> None:
    assert holiday(day, land) is False and holiday_name(day, land) is None


def test_every_holiday_has_a_name() -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    assert all(holiday_name(day, land) for day in days for land in LANDS if holiday(day, land) is not False)
