"""What is left out is counted, never named, and never for a search that could find it."""

from __future__ import annotations

import pytest

from graph.model.fields import Audience
from tests.webapp.conftest import NOW, Place
from webapp.access import Role
from webapp.outputs.withheld import Withheld, told, withheld

TODAY = NOW.date()


@pytest.fixture
def house(place: Place) -> Place:
    place.put("place", "shelter", street="Geheime Gasse", house_number="1", locality="Zeitz", protected=True)
    place.put("actor", "a", name="Frauenberatung", phones=["+4934411"], places=["shelter"])
    place.put("actor", "h", name="Verborgen", audience="coordination", phones=["+4934419"])
    place.put("service", "s", name="Notplatz", provider="a", audience="network", phones=["+4934412"])
    private = {"mobiles": ["+4917139201", "+4917139202"], "mails": ["x@example.org"]}
    place.put("contact", "c", function="Bereitschaft", actor="a", audience="coordination", **private)
    place.put("contact", "o", function="Leitung", actor="a", phones=["+4934413"], review_by="2026-01-01")
    return place


def counted(place: Place, audience: Audience, everything: bool = True) -> Withheld:
    whole = place.services.live.refresh()
    seen = whole.seen_by(audience)
    return withheld(whole, seen, tuple(id for id in ("a", "h") if id in seen), TODAY, everything)


def test_the_public_is_told_what_it_does_not_get(house: Place) -> None:
    found = counted(house, Audience.PUBLIC)
    assert found == Withheld(actors=1, services=1, contacts=1, phones=4, mails=1, addresses=1)


def test_the_network_misses_less(house: Place) -> None:
    found = counted(house, Audience.NETWORK)
    assert found == Withheld(actors=1, contacts=1, phones=3, mails=1, addresses=1)


def test_coordination_misses_only_where_protected_places_are(house: Place) -> None:
    assert counted(house, Audience.COORDINATION) == Withheld(addresses=1)


def test_of_a_search_nothing_is_said_about_those_it_cannot_find(house: Place) -> None:
    assert counted(house, Audience.PUBLIC, everything=False).actors == 0
    page = house.visitor().get("/de/take?q=Verborgen").get_data(as_text=True)
    assert "0 Stellen" in page and "Nicht enthalten" not in page


def test_a_sentence_says_how_many_and_why() -> None:
    found = Withheld(contacts=3, phones=12)
    assert told(found, Audience.NETWORK, "de") == (
        "Nicht enthalten: 3 Kontakte und 12 Telefonnummern, weil das nur die Koordination sieht."
    )
    assert told(Withheld(), Audience.PUBLIC, "de") == ""


def test_every_output_says_it(house: Place) -> None:
    for role in (Role.ANYONE, Role.PARTNER):
        visitor = house.visitor(role)
        for path in ("take", "take/contacts.vcf", "take/offline.html"):
            text = visitor.get(f"/de/{path}").get_data(as_text=True).replace("\r\n ", "")
            assert "Nicht enthalten: 1 Stelle" in text and "23.11.2026" in text, (role, path)


def test_of_a_few_actors_anyone_reads_that_something_is_left_out_and_no_number() -> None:
    found = Withheld(contacts=3)
    assert told(found, Audience.PUBLIC, "de", listed=1) == "Einiges ist nicht enthalten, weil es nicht öffentlich ist."
    assert "3 Kontakte" in told(found, Audience.NETWORK, "de", listed=1)
