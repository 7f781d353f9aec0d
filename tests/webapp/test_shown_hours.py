"""Whether anyone answers now, and else when: in words a caller can use."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from webapp.shown.hours import now, tables, today

HOURS = {"phone_hours": "Mo-Fr 08:00-12:00; Mo 14:00-16:30"}


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("2026-11-23T07:30", "heute 8–12, 14–16:30 Uhr"),
        ("2026-11-23T09:00", "jetzt, bis 12 Uhr"),
        ("2026-11-23T13:00", "heute wieder 14–16:30 Uhr"),
        ("2026-11-24T13:00", "jetzt nicht, wieder Mi 8–12 Uhr"),
        ("2026-11-28T09:00", "jetzt nicht, wieder Mo 8–12, 14–16:30 Uhr"),
        ("2026-12-25T09:00", "heute Feiertag, bitte vorher fragen"),
    ],
)
def test_what_is_said_at_a_minute(at: str, said: str) -> None:
    hours = {"phone_hours": "Mo-Fr 08:00-12:00; Mo 08:00-12:00,14:00-16:30"}
    assert [n.text for n in now(hours, datetime.fromisoformat(at), "BW", "de")] == [said]


def test_hours_that_never_come_and_hours_without_end() -> None:
    at = datetime(2026, 11, 23, 9)
    assert now({"hours": "Mo off"}, at, "BW", "de")[0].text == "heute nicht"
    assert now({"hours": "24/7"}, at, "BW", "de")[0].text == "jetzt"


def test_a_card_says_today_or_that_an_appointment_is_needed() -> None:
    assert today(HOURS, date(2026, 11, 28), "BW", "de") == [("Telefonzeiten", "heute geschlossen")]
    assert today({"by_appointment": True}, date(2026, 11, 28), "BW", "de") == [("Termin", "nach Vereinbarung")]


def test_the_table_shows_the_published_words_where_nothing_was_understood() -> None:
    (table,) = tables({"hours_text": "bei Bedarf"}, "de")
    assert (table.rows, table.text) == ((), "bei Bedarf")


def test_hours_whose_wording_says_more_are_shown_with_it_and_never_as_open_for_sure() -> None:
    hours = {"hours": "Sa 09:00-12:00", "hours_text": "Samstag 9 bis 12 Uhr, am 1. und 3. eines Monats"}
    assert tables(hours, "de")[0].text == "Samstag 9 bis 12 Uhr, am 1. und 3. eines Monats"
    found = now(hours, datetime(2026, 11, 28, 10), "BW", "de")[0]
    assert (found.state, found.text) == ("unknown", "jetzt, bis 12 Uhr (Wortlaut beachten)")
    assert today(hours, date(2026, 11, 28), "BW", "en") == [("Opening hours", "today 9:00–12:00 (mind the wording)")]
