"""Who is there on a day: deputies, chains, holidays of the Land, whose number, when next."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from graph.analysis.responsibility.on_duty import on_duty
from graph.analysis.responsibility.standing_in import standing_in
from graph.model.changes import Entry
from graph.network import Network
from tests.graph.analysis.offices import contact, network

TODAY = date(2026, 11, 23)
MORNING = datetime(2026, 11, 23, 10, 30)
AWAY = {"absent_until": "2026-12-03"}


def test_who_is_there_speaks() -> None:
    found = standing_in(network(contact("a")), "a", "2026-11-23")
    assert (found.present, found.absent, found.until) == ("a", (), "")


@pytest.mark.parametrize(("day", "speaks"), [("2026-12-03", "b"), ("2026-12-04", "a")])
def test_an_absence_ends_by_itself(day: str, speaks: str) -> None:
    world = network(contact("a", deputy="b", **AWAY), contact("b"))
    assert standing_in(world, "a", day).present == speaks


def test_an_absent_deputy_has_a_deputy_and_the_first_to_come_back_ends_it() -> None:
    world = network(contact("a", deputy="b", **AWAY), contact("b", deputy="c", absent_until="2026-11-27"), contact("c"))
    found = standing_in(world, "a", "2026-11-23")
    assert (found.present, found.until) == ("c", "2026-11-27")


@pytest.mark.parametrize(
    "contacts",
    [
        (contact("a", **AWAY),),
        (contact("a", deputy="a", **AWAY),),
        (contact("a", deputy="b", **AWAY), contact("b", deputy="a", absent_until="2026-12")),
        (contact("a", deputy="b", **AWAY), contact("b", deputy="c", **AWAY), contact("c", deputy="b", **AWAY)),
    ],
)
def test_where_all_are_absent_nobody_stands_in_however_the_deputies_turn_in_circles(
    contacts: tuple[Entry, ...],
) -> None:
    assert standing_in(network(*contacts), "a", "2026-11-23").present is None


def duty(world: Network, contact: str | None = "a", day: date = TODAY, minute: datetime | None = None):  # type: ignore[no-untyped-def]
    return on_duty(world, "office", contact, "asylum-benefits", day, minute)


def test_the_number_is_that_of_who_is_there() -> None:
    world = network(contact("a", deputy="b", **AWAY), contact("b", phones=["+4940669690"]))
    assert (duty(world).line.entry, duty(world).line.phones) == ("b", ("+4940669690",))


def test_without_a_stand_in_the_organisations_number_counts_up_to_what_it_is_part_of() -> None:
    assert duty(network(contact("a", **AWAY))).line.entry == "county-office"


def test_hours_are_those_of_the_number_else_of_what_stands_behind_it() -> None:
    assert duty(network(contact("a"))).line.hours == "Mo 09:00-12:00"
    assert duty(network(contact("a", phone_hours="Tu 08:00-10:00"))).line.on_phone


def test_a_person_whose_review_is_overdue_keeps_the_number_from_others() -> None:
    from graph.model.fields import Audience

    world = network(contact("a", review_by="2026-01-01")).seen_by(Audience.PUBLIC)
    assert duty(world).line.entry == "county-office"


@pytest.mark.parametrize(
    ("day", "ars", "holiday", "next"),
    [
        (date(2026, 1, 6), "15084", "Heilige Drei Könige", date(2026, 1, 7)),
        (date(2025, 10, 31), "15084", "Reformationstag", date(2025, 11, 3)),
        (date(2026, 11, 18), "14713", "Buß- und Bettag", date(2026, 11, 19)),
        (date(2026, 12, 25), "15084", "1. Weihnachtstag", date(2026, 12, 28)),
    ],
)
def test_a_holiday_of_the_land_is_closed_with_its_name_and_the_next_day(
    day: date, ars: str, holiday: str, next: date
) -> None:
    world = _in_land(ars, contact("a", phone_hours="Mo-Fr 08:00-12:00"))
    found = duty(world, day=day).day
    assert (found.state, (found.holiday or ("",))[0]) == ("closed", holiday)
    assert found.next == (next, ((time(8), time(12)),))


@pytest.mark.parametrize(("day", "ars"), [(date(2026, 1, 6), "14713"), (date(2026, 11, 18), "15084")])
def test_a_holiday_of_another_land_is_a_day_like_others(day: date, ars: str) -> None:
    world = _in_land(ars, contact("a", phone_hours="Mo-Fr 08:00-12:00"))
    assert duty(world, day=day).day.state == "later"


def test_hours_that_speak_of_holidays_are_believed() -> None:
    world = _in_land("15084", contact("a", phone_hours="Mo-Fr 08:00-12:00; PH 10:00-11:00"))
    found = duty(world, day=date(2026, 1, 6)).day
    assert found.spans == ((time(10), time(11)),)


@pytest.mark.parametrize(("hour", "state"), [(8, "later"), (10, "now"), (13, "over")])
def test_the_minute_says_whether_somebody_is_there_now(hour: int, state: str) -> None:
    world = network(contact("a", phone_hours="Mo 09:00-12:00"))
    assert duty(world, minute=MORNING.replace(hour=hour)).day.state == state


def test_without_hours_nothing_is_claimed() -> None:
    assert (
        duty(
            Network([each for each in network().entries() if each.id != "office"] + [_office(hours=None)]), None
        ).day.state
        == "unknown"
    )


def _office(**more: object) -> Entry:
    office = network().entry("office")
    return Entry(kind=office.kind, id=office.id, fields={k: v for k, v in {**office.fields, **more}.items() if v})


def _in_land(ars: str, *contacts: Entry) -> Network:
    county = Entry(
        kind=network().entry("county").kind, id=network().entry("county").id, fields={"name": "x", "ars": ars}
    )
    return Network([*network(*contacts).entries(), county])
