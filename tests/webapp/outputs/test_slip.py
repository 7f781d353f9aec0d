"""A Merkzettel holds up to five public contacts, and is one sheet however much they say."""

from __future__ import annotations

import re

import pytest

from tests.webapp.conftest import Place, Visitor
from webapp.access import Role
from webapp.outputs.listing import Number, Postal
from webapp.outputs.slip import Noted, Way, asked_ids
from webapp.outputs.slip_size import points


@pytest.fixture
def house(place: Place) -> Place:
    place.put(
        "place",
        "p",
        street="Markt",
        house_number="1",
        locality="Zeitz",
        directions="Hof, 2. Tür",
        latitude=51.05,
        longitude=12.13,
    )
    place.put("place", "shelter", street="Geheim", locality="Naumburg", protected=True, latitude=51.1, longitude=11.8)
    reach = {"phones": ["+4934411230"], "phone_hours": "Mo 09:00-11:00", "hours": "Fr 08:00-12:00"}
    place.put("actor", "a", name="Beratung", places=["p"], languages=["uk"], **reach)
    place.put("service", "s", name="Sprechstunde", provider="a", documents="Ausweis", phones=["+49344155501"])
    place.put("service", "t", name="Kurs", provider="a", documents="Ausweis")
    place.put("actor", "w", name="Frauenhaus", places=["shelter"])
    place.put("actor", "h", name="Verborgen", audience="network")
    return place


def text(visitor: Visitor, address: str) -> str:
    answer = visitor.get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_it_says_whom_to_call_when_where_and_what_to_bring(house: Place) -> None:
    said = text(house.visitor(), "/de/merkzettel?e=a")
    for part in (
        "03441 1230",
        "Mo 9–11 Uhr",
        "Fr 8–12 Uhr",
        "Markt 1, Zeitz",
        "Hof, 2. Tür",
        "Ukrainisch",
        "Stand 23.11.2026",
    ):
        assert part in said, part
    assert said.count("Ausweis") == 1 and 'href="geo:51.05,12.13' in said
    assert said.index("Mo 9–11 Uhr") < said.index("Fr 8–12 Uhr")


def test_a_service_says_what_its_provider_does_where_it_says_nothing(house: Place) -> None:
    said = text(house.visitor(), "/en/merkzettel?e=s")
    assert "3441 55501" in said and "3441 1230" not in said and "Mon 9:00" in said and "Markt 1" in said


def test_a_protected_place_is_not_on_the_map(house: Place) -> None:
    said = text(house.visitor(Role.COORDINATOR), "/de/merkzettel?e=w")
    assert "Naumburg" in said and "Geheim" not in said and "geo:" not in said


def test_what_is_not_public_stays_off_whoever_opens_it(house: Place) -> None:
    for role in Role:
        said = text(house.visitor(role), "/de/merkzettel?e=a,h,gone,p")
        assert "Verborgen" not in said and "3 Einträge fehlen" in said


def test_each_can_be_taken_off_and_the_other_language_has_the_same(house: Place) -> None:
    said = text(house.visitor(), "/de/merkzettel?e=a,s")
    assert re.findall(r'href="(/de/merkzettel\?e=[^"]*)" data-slip="drop"', said) == [
        "/de/merkzettel?e=s",
        "/de/merkzettel?e=a",
    ]
    assert 'href="/en/merkzettel?e=a,s"' in said


def test_the_code_leads_to_the_page_of_the_public_entries(house: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr("webapp.pages.slip.views.qr_svg", lambda address, title: drawn.append(address) or "")
    house.visitor().get("/de/merkzettel?e=a,h", base_url="https://localhost")
    assert drawn == ["https://localhost/de/merkzettel?e=a"]


def test_an_empty_slip_tells_how_it_is_filled(house: Place) -> None:
    assert "Noch steht nichts darauf" in text(house.visitor(), "/de/merkzettel")


def test_it_sets_no_cookie_and_no_search_engine_keeps_it(house: Place) -> None:
    answer = house.visitor().get("/de/merkzettel?e=a")
    assert "Set-Cookie" not in answer.headers and 'content="noindex"' in answer.get_data(as_text=True)


def test_an_address_names_five_at_most_and_nothing_but_ids() -> None:
    assert asked_ids("a,b,a,,<x>,c,d,e,f,g") == ["a", "b", "c", "d", "e"]


def noted(much: int) -> Noted:
    way = Way(postal=Postal(street="Markt 1", town="Zeitz"), directions="Hof, " * much, point=None, step_free=True)
    return Noted(
        id="a", path="", name="Beratungsstelle", of="", sector="", numbers=(Number(dial="1", text="03441 1230"),),
        phone_hours="Mo 9–11 Uhr", hours="", by_appointment=True, ways=(way,), documents=(("", "Ausweis, " * much),),
        languages="Ukrainisch, Arabisch", mails=(),
    )  # fmt: skip


def test_few_contacts_are_printed_large_and_many_wordy_ones_small() -> None:
    assert points([noted(1)]) == 16
    sizes = [points([noted(much)] * 5) for much in (1, 5, 15, 60)]
    assert sizes == sorted(sizes, reverse=True) and sizes[0] >= 10 and sizes[-1] == 8
