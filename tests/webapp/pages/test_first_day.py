"""The sheet for a first day: what a colleague needs, and open items only for whom they concern."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import Place
from webapp.access import Role

ADDRESS = "/de/actor/office/first-day"


@pytest.fixture
def office(place: Place) -> Place:
    place.put("actor", "office", name="Leistungsstelle", phones=["+493023125105"])
    place.put("actor", "partner", name="Jobcenter", phones=["+493023125166"])
    place.put("service", "money", name="Grundleistungen", provider="office", legal_basis="§ 3 AsylbLG",
              legal_to="2026-01-31", documents="Gestattung", phone_hours="Tu 09:00-11:00")  # fmt: skip
    place.put("contact", "two", function="Leitung", actor="office", mobiles=["+491712039200"], audience="coordination")
    place.put(
        "contact", "one", function="Leistungen A–K", actor="office", letters="A–K", deputy="two", services=["money"]
    )
    place.put("referral", "to", sender="office", receiver="partner", sender_confirmed_until="2027-01-01")
    place.put("referral", "from", sender="partner", receiver="money", sender_confirmed_until="2027-01-01")
    place.put("agreement", "paper", name="Kooperation", parties=["office", "partner"])
    place.put("group", "group", name="AG Geld", members=["office"])
    place.put("event", "past", name="Vorbei", starts="2026-11-01T10:00", group="group")
    place.put("event", "soon", name="Treffen", starts="2026-12-01T14:00", group="group")
    return place


def test_hours_are_told_as_published_where_that_says_more(office: Place) -> None:
    published = "Di 9–11 Uhr, in den Ferien nur nach Anmeldung"
    office.put("actor", "other", name="Amt", hours="Tu 09:00-11:00", hours_text=published)
    assert published in office.visitor(Role.COORDINATOR).get("/de/actor/other/first-day").text


def test_it_tells_duties_services_partners_and_dates(office: Place) -> None:
    page = office.visitor(Role.COORDINATOR).get(ADDRESS).text
    told = (
        "Nachnamen: A–K", "Vertretung: Leitung", "§ 3 AsylbLG, gilt bis 31.1.2026", "Gestattung", "Di 9–11 Uhr",
        "030 23125166", "mit Jobcenter", "Treffen, 1.12.2026, 14:00 Uhr", "Stand 23.11.2026",
    )  # fmt: skip
    for text in told:
        assert text in page, text
    assert "Vorbei" not in page


def test_open_items_are_told_to_coordination_and_to_the_actor_itself(office: Place) -> None:
    own = office.visitor(Role.PARTNER, actor="office").get(ADDRESS).text
    other = office.visitor(Role.PARTNER, actor="partner").get(ADDRESS).text
    for text in (
        "Jobcenter → Leistungsstelle (Grundleistungen)",
        "niemand genannt für L–Z",
        "Rechtsgrundlage abgelaufen",
    ):
        assert text in own and text not in other


def test_what_a_reader_may_not_see_is_in_no_byte(office: Place) -> None:
    other = office.visitor(Role.PARTNER, actor="partner").get(ADDRESS).text
    assert "Leitung" not in other and "2039200" not in other
    assert "2039200" in office.visitor(Role.PARTNER, actor="office").get(ADDRESS).text


def test_the_actors_page_leads_there_for_members_of_the_network(office: Place) -> None:
    assert ADDRESS in office.visitor(Role.PARTNER).get("/de/actor/office").text
    assert ADDRESS not in office.visitor().get("/de/actor/office").text
    assert office.visitor(Role.COUNCIL).get(ADDRESS).status_code == 403
    assert office.visitor(Role.COORDINATOR).get("/de/actor/one/first-day").status_code == 404
