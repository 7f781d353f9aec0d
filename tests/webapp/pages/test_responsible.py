"""Who is responsible: the answer at once, in an address of its own, and nothing that a reader may not see."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import Place
from webapp.access import Role


@pytest.fixture
def county(place: Place) -> Place:
    """A benefits office whose contacts share surnames; one is away, one is hidden."""
    place.put("area", "county", name="Burgenlandkreis", ars="15084")
    place.put("area", "zeitz", name="Zeitz", parent="county")
    place.put("topic", "benefits", name="Asylbewerberleistungen", heading="money", synonyms=["Leistungen"])
    place.put("actor", "office", name="Leistungsstelle", areas=["zeitz"], phones=["+493023125105"])
    place.put("service", "money", name="Grundleistungen", provider="office", topics=["benefits"], areas=["county"])
    common = {"actor": "office", "services": ["money"], "phone_hours": "Mo-Fr 09:00-12:00"}
    place.put("contact", "s-z", function="Leistungen S–Z", letters="S–Z", phones=["+498999998047"], **common)
    place.put("contact", "l-r", function="Leistungen L–R", letters="L–R", phones=["+498999998045"], **common)
    place.put(
        "contact",
        "a-k",
        function="Leistungen A–K",
        letters="A–K",
        audience="coordination",
        phones=["+498999998042"],
        **common,
    )
    return place


def ask(place: Place, query: str, role: Role = Role.ANYONE) -> str:
    answer = place.visitor(role).get(f"/de/responsible?{query}")
    assert answer.status_code == 200
    return str(answer.text)


def test_the_question_of_the_issue_is_answered_with_the_number(county: Place) -> None:
    page = ask(county, "name=M&area=zeitz&topic=money")
    assert "tel:+498999998045" in page and "tel:+498999998047" not in page
    assert "Heute zuständig" in page and "jetzt, bis 12 Uhr" in page


def test_who_stands_in_is_said_with_its_end(county: Place) -> None:
    _away(county, deputy="s-z")
    page = ask(county, "name=M&topic=benefits")
    assert "Leistungen S–Z vertritt bis 3.12.2026" in page
    assert "tel:+498999998047" in page and "tel:+498999998045" not in page
    assert "vertritt" not in ask(county, "name=M&topic=benefits&day=2026-12-04")


def test_without_anybody_standing_in_the_organisations_number_stands_there(county: Place) -> None:
    _away(county)
    page = ask(county, "name=M&topic=benefits")
    assert "Eine Vertretung ist nicht genannt." in page and "tel:+493023125105" in page


def test_a_holiday_of_the_land_is_named_with_the_next_day(county: Place) -> None:
    page = ask(county, "name=M&topic=benefits&day=2025-10-31")
    assert "geschlossen (Reformationstag), wieder Mo 9–12 Uhr" in page


def test_who_is_hidden_is_in_no_byte_for_others(county: Place) -> None:
    hidden = ask(county, "name=B&topic=benefits")
    assert "A–K" not in hidden and "99998042" not in hidden and "tel:+493023125105" in hidden
    assert "tel:+498999998042" in ask(county, "name=B&topic=benefits", Role.COORDINATOR)


def test_no_more_than_the_first_letters_are_taken(county: Place) -> None:
    page = ask(county, "name=Mustermann&topic=benefits")
    assert "Must…" in page and "Mustermann" not in page.replace("name=Mustermann", "")


def test_letters_of_another_script_are_asked_for_in_latin_ones(county: Place) -> None:
    assert "Bitte lateinische Buchstaben eingeben" in ask(county, "name=Ш&topic=benefits")


@pytest.mark.parametrize(
    "query", ["name=%00&day=x&time=99:99&area=nowhere&topic=x&status=y", "day=0001-01-01&name=A", ""]
)
def test_what_means_nothing_is_dropped(county: Place, query: str) -> None:
    ask(county, query)


def test_where_nobody_is_named_a_way_on_is_offered(county: Place) -> None:
    county.put("contact", "other", function="Rat", actor="office", topics=["benefits"], areas=["zeitz"])
    page = ask(county, "name=M&status=eu&area=zeitz")
    assert "Zuständigkeit" not in page or "Eine Einschränkung weglassen" in page


def test_a_search_with_a_letter_leads_to_the_page(county: Place) -> None:
    page = county.visitor().get("/de/search?q=Leistungen+Zeitz+M").text
    assert "/de/responsible?name=M&amp;area=zeitz&amp;topic=benefits" in page
    assert "/de/responsible?" not in county.visitor().get("/de/search?q=Leistungen+Zeitz").text


def test_gaps_and_absences_are_listed_for_coordination(county: Place) -> None:
    county.put(
        "contact",
        "twice",
        function="Zweite",
        letters="S",
        actor="office",
        services=["money"],
        absent_until="2026-12-03",
    )
    page = county.visitor(Role.COORDINATOR).get("/de/responsible/gaps").text
    assert "Zwei für S: Leistungen S–Z und Zweite" in page
    assert "Leistungsstelle, bis 3.12.2026" in page


def test_the_actors_page_says_who_is_there_today(county: Place) -> None:
    _away(county, deputy="s-z")
    page = county.visitor().get("/de/actor/office").text
    assert "abwesend bis 3.12.2026" in page and "auch für Leistungen L–R" in page
    assert "abwesend" not in _later(county).visitor().get("/de/actor/office").text


def _away(place: Place, **more: str) -> None:
    visitor = place.visitor(Role.COORDINATOR)
    answer = visitor.post("/de/contact/l-r/absence", data={"absent_until": "2026-12-03", **more})
    assert answer.status_code == 303
    place.services.live.refresh()


def _later(place: Place) -> Place:
    place.now = place.now.replace(month=12, day=4)
    return place


def test_what_a_search_knows_of_the_question_can_be_taken_along(county: Place) -> None:
    page = ask(county, "name=M&topic=benefits&area=zeitz")
    assert "/de/take?heading=money&amp;topic=benefits&amp;area=zeitz" in page
    assert "Mitnehmen: Asylbewerberleistungen · Zeitz" in page
    assert "/de/take" not in ask(county, "name=M") + ask(county, "")
