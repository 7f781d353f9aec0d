"""A link on time shows a search to whoever holds it: what is public, until its day or until it is withdrawn."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.webapp.conftest import Place, Visitor
from webapp.access import Role


@pytest.fixture
def house(place: Place) -> Place:
    place.put("topic", "open", name="Schulden", heading="money")
    place.put("topic", "hidden", name="Geheimthema", heading="money", audience="coordination")
    place.put("actor", "a", name="Schuldnerberatung", phones=["+4934411230"])
    place.put("actor", "b", name="Tafel")
    place.put("service", "s", name="Rat bei Schulden", provider="a", topics=["open", "hidden"])
    return place


def made(visitor: Visitor, **asked: str) -> str:
    answer = visitor.post("/de/shares", data={"days": "7", **asked})
    assert answer.status_code == 200 and answer.headers["Cache-Control"] == "no-store"
    link = re.search(r"/de/shared/[\w-]+", answer.get_data(as_text=True))
    assert link
    return link[0]


def test_who_holds_it_sees_the_search_without_account(house: Place) -> None:
    link = made(house.visitor(Role.COORDINATOR), q="Schulden")
    said = house.visitor().get(link).get_data(as_text=True)
    assert "Schuldnerberatung" in said and "03441 1230" in said and "Tafel" not in said
    assert "was öffentlich ist" in said and 'content="noindex"' in said


def test_it_shows_what_is_public_now(house: Place) -> None:
    link = made(house.visitor(Role.COORDINATOR))
    assert "Tafel" in house.visitor().get(link).get_data(as_text=True)
    house.hide("actor", "b")
    assert "Tafel" not in house.visitor().get(link).get_data(as_text=True)


def test_it_ends_on_its_day(house: Place) -> None:
    link = made(house.visitor(Role.COORDINATOR))
    house.now += timedelta(days=7)
    answer = house.visitor().get(link)
    assert answer.status_code == 404 and "gilt nicht mehr" in answer.get_data(as_text=True)


def test_any_coordinator_sees_and_ends_it_and_cannot_read_the_link_again(house: Place) -> None:
    link = made(house.visitor(Role.COORDINATOR), topic="open")
    other = house.visitor(Role.COORDINATOR)
    page = other.get("/de/shares").get_data(as_text=True)
    assert "Schulden" in page and link.rpartition("/")[2] not in page
    end = re.search(r'action="(/de/shares/\w+/withdraw)"', page)
    assert end and other.post(end[1]).status_code == 303
    assert house.visitor().get(link).status_code == 404
    assert other.post(end[1]).status_code == 303


def test_a_link_whose_filter_is_gone_does_not_show_everything_instead(house: Place) -> None:
    link = made(house.visitor(Role.COORDINATOR), topic="open")
    house.hide("topic", "open")
    assert house.visitor().get(link).status_code == 404
    assert "zeigt nichts mehr" in house.visitor(Role.COORDINATOR).get("/de/shares").get_data(as_text=True)


def test_a_filter_that_is_not_public_makes_no_link(house: Place) -> None:
    answer = house.visitor(Role.COORDINATOR).post("/de/shares", data={"topic": "hidden"})
    assert answer.status_code == 400 and "nicht öffentlich" in answer.get_data(as_text=True)


def test_a_number_of_days_that_is_not_offered_becomes_the_usual_one(house: Place) -> None:
    link = made(house.visitor(Role.COORDINATOR), days="9999")
    house.now += timedelta(days=15)
    assert house.visitor().get(link).status_code == 404
