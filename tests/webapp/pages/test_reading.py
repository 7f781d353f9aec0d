"""The pages people read: what they say, what they hide, and what they never run."""

from __future__ import annotations

import pytest

from graph.model.changes import Change, ChangeSet, EntryId, Kind, OpId, Why
from tests.webapp.conftest import Place
from webapp.access import Role


@pytest.fixture
def town(place: Place) -> Place:
    """A county with a town, three actors, a referral between two of them, and a contact who calls back."""
    made: list[Change] = []

    def put(kind: str, id: str, /, **fields: object) -> None:
        made.append(Change(kind=Kind(kind), id=EntryId(id), before=None, after=fields))

    put("area", "k", name="Musterkreis", level="county", ags="08119")
    put("area", "x", name="Xdorf", level="municipality", parent="k", population=7177)
    put("topic", "t", name="Mietschulden", name_en="Rent arrears", heading="housing")
    put("source", "q", name="Alte Liste", licence="CC BY 4.0", received_on="2023-06-01")
    put("place", "p", street="Lange Gasse", house_number="7", postcode="73553", locality="Xdorf", area="x")
    put(
        "actor", "a", name="Wohnhilfe", sector="civil_society", places=["p"], phones=["+497181887717"],
        phone_hours="Mo-Fr 09:00-11:00", hours="Mo 14:00-16:00", languages=["uk:interpreter:3"],
        websites=["https://example.org/hilfe", "javascript:alert(1)"], origin={"q": {"key": "1", "fields": {}}},
    )  # fmt: skip
    put("actor", "b", name="Rathaus <script>", confirmed_on="2026-11-02", entry_point=True)
    put("service", "s", name="Mietberatung", provider="a", topics=["t"], documents="Mietvertrag")
    put("service", "s2", name="Wohngeld", provider="b", topics=["t"])
    put("referral", "r", sender="b", receiver="s", kind="refers", sender_confirmed_until="2027-01-01")
    put("contact", "c", function="Leitung", actor="a", person="Erika Muster", audience="callback")
    op, why = OpId("town"), Why(code="why.test")
    place.services.store.commit(ChangeSet(op=op, who="", at=place.now, why=why, source="form", changes=tuple(made)))
    place.services.live.refresh()
    return place


def _get(place: Place, path: str, role: Role = Role.ANYONE) -> str:
    answer = place.visitor(role).get(path)
    assert answer.status_code == 200, path
    return answer.get_data(as_text=True)


def test_an_empty_network_says_what_comes_next(place: Place) -> None:
    assert "/de/import" in _get(place, "/de/", Role.COORDINATOR)
    anyone = _get(place, "/de/")
    assert "Hier steht noch nichts" in anyone and "/de/import" not in anyone


def test_the_first_page_counts_and_says_how_fresh_all_is(town: Place) -> None:
    text = _get(town, "/de/")
    assert "/de/search?heading=housing" in text and "2 Stellen" in text
    assert "Zuletzt geändert am 23.11.2026" in text


def test_a_card_says_who_what_where_when_and_whom_to_call(town: Place) -> None:
    text = _get(town, "/de/search?q=Mietschulden")
    for said in ("Wohnhilfe", "Mietberatung", "Lange Gasse 7, 73553 Xdorf", "heute 9–11 Uhr", "Ukrainisch"):
        assert said in text
    assert 'href="tel:+497181887717"' in text and "07181 887717" in text
    assert "aus einer Liste vom 1.6.2023" in text and "von der Stelle bestätigt am 2.11.2026" in text


def test_telephone_hours_stand_before_opening_hours(town: Place) -> None:
    text = _get(town, "/de/actor/a")
    assert text.index("Telefonzeiten") < text.index("Öffnungszeiten")
    assert "jetzt, bis 11 Uhr" in text and "heute 14–16 Uhr" in text


def test_an_actor_page_names_its_source_without_its_origin(town: Place) -> None:
    text = _get(town, "/de/actor/a")
    assert "Alte Liste" in text and "CC BY 4.0" in text


def test_only_web_addresses_become_links(town: Place) -> None:
    text = _get(town, "/de/actor/a")
    assert 'href="https://example.org/hilfe"' in text
    assert "javascript:" not in text


def test_names_are_escaped_everywhere(town: Place) -> None:
    for path in (
        "/de/search",
        "/de/actor/b",
        "/de/actor/a",
        "/de/service/s2",
        "/de/area/x",
        "/de/search?q=%3Cscript%3E",
    ):
        assert "Rathaus <script>" not in _get(town, path)
        assert "<script>" not in _get(town, path)


def test_a_referral_is_shown_on_both_sides_with_who_confirmed_it(town: Place) -> None:
    receiver, sender = _get(town, "/de/actor/a"), _get(town, "/de/actor/b")
    assert "Hierher vermitteln" in receiver and "von einer Seite bestätigt" in receiver
    assert "Von hier wird vermittelt an" in sender
    assert "Noch sind keine Vermittlungen bekannt." in _get(town, "/de/service/s2")


def test_who_calls_back_is_announced_and_not_named(town: Place) -> None:
    text = _get(town, "/de/actor/a")
    assert "über diese Nummer; sie rufen zurück" in text
    assert "Erika Muster" not in text and "Leitung" not in text
    assert "Erika Muster" in _get(town, "/de/actor/a", Role.COORDINATOR)


def test_coordinators_find_the_way_to_edit(town: Place) -> None:
    for path, id in (("/de/actor/a", "a"), ("/de/service/s", "s"), ("/de/area/x", "x")):
        assert f"/de/entry/{id}/edit" in _get(town, path, Role.COORDINATOR)
        assert f"/de/entry/{id}/edit" not in _get(town, path)


def test_a_service_says_what_its_provider_says_where_it_is_silent(town: Place) -> None:
    text = _get(town, "/de/service/s")
    for said in ("Wohnhilfe", "07181 887717", "Mietvertrag", "Lange Gasse 7", "Mietschulden"):
        assert said in text


def test_an_area_names_who_is_there_by_heading(town: Place) -> None:
    text = _get(town, "/de/area/k")
    assert "1 Stelle sitzt hier oder ist zuständig" in text and "/de/search?heading=housing&amp;area=k" in text
    assert "Xdorf" in text and "7.177 Menschen leben hier" in _get(town, "/de/area/x")


def test_every_filter_has_an_address_and_a_way_out(town: Place) -> None:
    text = _get(town, "/de/search?heading=housing&area=x&language=uk")
    assert 'href="/de/search?heading=housing&amp;language=uk"' in text
    assert "Wohnhilfe" in text and "Rathaus" not in text


def test_nothing_found_offers_ways_on(town: Place) -> None:
    text = _get(town, "/de/search?q=Wohngelt&sector=business")
    assert "/de/search?q=Wohngeld" in text
    assert "ohne Wirtschaft" in text
    assert "Erste Anlaufstellen" in text and "/de/actor/b" in text


@pytest.mark.parametrize(
    "query", ["page=0", "page=999999", "page=x", "q=" + "a" * 900, "q=%00", "area=a&topic=k&sector=y"]
)
def test_any_query_is_answered(town: Place, query: str) -> None:
    _get(town, f"/de/search?{query}")


@pytest.mark.parametrize("path", ["/de/actor/s", "/de/service/a", "/de/area/a", "/de/actor/nobody"])
def test_an_id_of_another_kind_is_no_page(town: Place, path: str) -> None:
    assert town.visitor().get(path).status_code == 404


def test_every_reading_page_speaks_english(town: Place) -> None:
    for path in ("", "search", "areas", "actor/a", "service/s", "area/x"):
        assert '<html lang="en"' in _get(town, f"/en/{path}")
    assert "Rent arrears" in _get(town, "/en/service/s")


def test_a_person_not_reviewed_in_time_is_hidden_from_all_but_coordination(town: Place) -> None:
    person = {"person": "Dora Quast", "mobiles": ["+4915199887766"], "basis": "consent", "source": "Brief"}
    town.put("contact", "late", function="Beratung", actor="a", review_by="2026-11-22", **person)
    for role in (Role.ANYONE, Role.PARTNER):
        text = _get(town, "/de/actor/a", role)
        assert "Beratung" in text and "Quast" not in text and "99887766" not in text
    assert "Quast" in _get(town, "/de/actor/a", Role.COORDINATOR)
    assert "Zu prüfen bis: 22.11.2026" in _get(town, "/de/actor/a", Role.COORDINATOR)
    town.put("contact", "today", function="Leitung", actor="a", review_by="2026-11-23", **person)
    assert "Quast" in _get(town, "/de/actor/a")


def test_an_area_and_an_actor_can_be_taken_along(town: Place) -> None:
    visitor = town.visitor()
    assert 'href="/de/take?area=x"' in visitor.get("/de/area/x").text
    assert 'href="/de/take?q=Wohnhilfe"' in visitor.get("/de/actor/a").text
    assert "Wohnhilfe" in visitor.get("/de/take/contacts.vcf?q=Wohnhilfe").get_data(as_text=True)


def test_the_sources_are_read_aloud_as_german_on_an_english_page(town: Place) -> None:
    visitor = town.visitor()
    assert '<span lang="de">Alte Liste (CC BY 4.0)</span>' in visitor.get("/en/search").text
    assert '<span lang="de">Alte Liste</span>' in visitor.get("/en/actor/a").text
