"""What is missing: the matrix live, topics from figures, and what to collect where too little is known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import timedelta
from html import unescape
from typing import Any

from graph.model.changes import Change, ChangeSet, EntryId, Kind, OpId, Why
from tests.webapp.conftest import NOW, Place
from tests.webapp.doing import inline
from webapp.access import Role
from webapp.figures import assumed, renewing
from webapp.figures.assumed import Assumed
from webapp.worker import Worker


def square(lon: float) -> str:
    corners = [[lon, 51.0], [lon + 0.1, 51.0], [lon + 0.1, 51.1], [lon, 51.1], [lon, 51.0]]
    return json.dumps({"type": "Polygon", "coordinates": [corners]})


def county(place: Place, services: Iterable[dict[str, Any]] = ()) -> None:
    """Two municipalities with 100 people each, of whom 60 need a course; services in the west."""
    entries: list[tuple[str, str, dict[str, Any]]] = [
        ("area", "county", {"name": "Landkreis", "level": "county"}),
        ("area", "west", {"name": "Westfeld", "level": "municipality", "parent": "county", "outline": square(12.0)}),
        ("area", "east", {"name": "Ostheim", "level": "municipality", "parent": "county", "outline": square(13.0)}),
        ("topic", "course", {"name": "Deutschkurs", "heading": "german"}),
        ("topic", "idle", {"name": "Sprachcafé", "heading": "german"}),
        ("share", "share", {"topic": "course", "percent": 60, "status": "temporary_protection"}),
        ("actor", "hall", {"name": "Rathaus West", "entry_point": True, "areas": ["west"], "places": ["house"]}),
        ("place", "house", {"name": "Haus", "latitude": 51.05, "longitude": 12.05}),
        ("absence", "none", {"topic": "idle", "area": "east", "stated_on": "2026-10-01", "stated_by": "Frau Geheim"}),
    ]
    entries += [
        ("demand", area, {"area": area[2:], "persons": 100, "status": "temporary_protection", "language": "uk"})
        for area in ("d-west", "d-east")
    ]
    entries += [
        ("service", f"s{n}", {"name": f"Kurs {n}", "provider": "hall", "topics": ["course"], "areas": ["west"]} | more)
        for n, more in enumerate(services)
    ]
    changes = tuple(Change(kind=Kind(k), id=EntryId(i), before=None, after=f) for k, i, f in entries)
    whole = ChangeSet(op=OpId("all"), who="", at=NOW, why=Why(code="why.test"), source="form", changes=changes)
    place.services.store.commit(whole)
    place.services.live.refresh()
    place.now = NOW + timedelta(minutes=2)


def figured(place: Place) -> None:
    renewing.start(place.services, "anna")
    Worker(place.services, inline).work_off()


def read(text: str) -> str:
    """The words of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", re.sub(r"(?s)<script.*?</script>", "", text)))


def test_offered_confirmed_none_and_unknown_are_kept_apart(place: Place) -> None:
    county(place, [{}])
    text = place.visitor().get("/de/missing?heading=german").text
    assert "Von 4 Feldern aus Thema und Gebiet ist bei 1 ein Angebot bekannt, bei 1 steht fest" in text
    cells = re.findall(r'<td class="kp-cell kp-cell--(\w+)"><a href="([^"]+)"', text)
    assert ("offered", "/de/search?topic=course&amp;area=west") in cells
    assert ("unknown", "/de/missing/course/east") in cells and ("none", "/de/missing/idle/east") in cells


def test_filters_have_an_address_and_count_languages_with_or_without_interpreters(place: Place) -> None:
    county(place, [{"languages": ["uk:interpreter:2"]}])
    visitor = place.visitor()
    cell = re.compile(r'kp-cell--(\w+)"><a href="[^"]*course[^"]*west')
    assert cell.findall(visitor.get("/de/missing?heading=german&language=uk").text) == ["offered"]
    assert cell.findall(visitor.get("/de/missing?heading=german&language=uk&interpreters=no").text) == ["otherwise"]
    assert visitor.get("/de/missing?heading=x&language=%00&status=y&county=z").status_code == 200


def test_a_field_says_what_is_known_where_else_it_is_and_whom_to_ask(place: Place) -> None:
    county(place, [{}])
    text = read(place.visitor().get("/de/missing/course/east").text)
    assert "nichts bekannt" in text and "Westfeld 1 Angebot" in text
    none = place.visitor().get("/de/missing/idle/east").text
    assert "Nachweislich kein Angebot, 1.10.2026" in read(none) and "Frau Geheim" not in none
    assert "Frau Geheim" in place.visitor(Role.PARTNER).get("/de/missing/idle/east").text
    assert "Rathaus West" in place.visitor().get("/de/missing/idle/west").text


def test_what_is_no_topic_or_area_is_not_found(place: Place) -> None:
    county(place)
    for path in ("hall", "nothing", "course/hall", "west/west", "course/county"):
        assert place.visitor().get(f"/de/missing/{path}").status_code == 404, path


def test_without_figures_pages_say_so_and_what_happens_next(place: Place) -> None:
    county(place, [{}])
    for path in ("/de/missing", "/de/missing/course"):
        text = place.visitor().get(path).text
        assert "Noch sind keine Zahlen berechnet" in text and "sobald eine Minute lang" in text
        assert "/de/figures" not in text
    assert "/de/figures" in place.visitor(Role.COORDINATOR).get("/de/missing").text


def test_the_largest_gaps_and_topics_come_from_the_last_figures(place: Place) -> None:
    county(place, [{}])
    figured(place)
    text = read(place.visitor().get("/de/missing").text)
    assert "Deutschkurs in Ostheim: Für rund 60 Menschen (vorübergehender Schutz (§ 24), Ukrainisch) ist" in text
    assert "ist kein Angebot bekannt; ob es eins gibt, ist offen." in text
    assert "Deutschkurs rund 120 rund 60" in text and "Zahlen vom 23.11.2026" in text
    place.put("actor", "new", name="Neu")
    assert "neue Zahlen folgen" in read(place.visitor().get("/de/missing").text)


def test_a_topic_shows_cascade_gaps_and_what_other_assumptions_give(place: Place) -> None:
    county(place, [{"languages": ["uk:interpreter"], "capacity": 40, "capacity_unit": "persons"}])
    figured(place)
    page = place.visitor().get("/de/missing/course").text
    text = read(page)
    assert "Von rund 120 Menschen mit Bedarf werden rund 40 erreicht" in text
    assert "ohne Dolmetschen 0" in text and "45 Minuten rund 40" in text
    assert "rund 60 Menschen passen nur zu Angeboten, die zusammen 40 Plätze haben" in text
    assert "Für rund 20 Menschen fehlt ein Platz" in text and "rund 60 Menschen sind hier nicht mitgezählt" in text
    assert "Westfeld rund 60 65 % 65 65 65" in text
    data = re.search(r'(?s)<script type="application/json">(.*?)</script>', page)
    assert data and json.loads(data[1])["data"][0]["type"] == "waterfall"


def test_with_12_of_300_capacities_known_no_gap_of_places_is_claimed_and_with_250_it_is(place: Place) -> None:
    county(place, [{"capacity": 0, "capacity_unit": "persons"} if n < 12 else {} for n in range(300)])
    figured(place)
    text = read(place.visitor().get("/de/missing/course").text)
    assert "12 von 300 Angeboten nennen ihre Kapazität; für eine Aussage braucht es 60 %." in text
    assert "Ob die Plätze reichen, lässt sich noch nicht sagen." in text and "Zu sammeln ist" in text
    assert "werden rund 60 erreicht" in text and "kein Platz" not in text


def test_with_250_of_300_capacities_known_a_gap_of_places_names_its_basis(place: Place) -> None:
    stated = [{"capacity": int(n < 20), "capacity_unit": "persons"} for n in range(250)]
    county(place, [*stated, *[{} for _ in range(50)]])
    figured(place)
    text = read(place.visitor().get("/de/missing/course").text)
    assert "250 von 300 Angeboten nennen ihre Kapazität" in text
    assert "werden rund 20 erreicht" in text and "rund 60 Menschen passen nur zu Angeboten, die zusammen 20" in text
    assert "50 Angebote nennen keine Plätze. Gerechnet ist dort mit je 0 Plätzen, dem Median der übrigen." in text
    assert "zählen wie das mittlere rund 20" in text and "gelten als nie voll rund 60" in text


def test_services_without_stated_places_are_never_full_where_they_are_not_estimated(place: Place) -> None:
    county(place, [{"capacity": 10, "capacity_unit": "persons"}, {"capacity": 15, "capacity_unit": "persons"}, {}])
    assumed.save(place.services.store, Assumed(estimated=False))
    figured(place)
    text = read(place.visitor().get("/de/missing/course").text)
    assert "Höchstens so viele: 1 Angebot nennt keine Plätze und gilt als nie voll." in text
    assert "werden rund 60 erreicht" in text and "Ob alle Platz finden, ist offen." in text
    assert "Angebote ohne Platzzahl gelten als nie voll" in text


def test_where_hardly_anyone_states_languages_no_gap_of_languages_is_claimed_but_what_to_collect(place: Place) -> None:
    county(place, [{"languages": ["ar"]} if n < 12 else {} for n in range(300)])
    figured(place)
    text = read(place.visitor().get("/de/missing/course").text)
    assert "12 von 300 Angeboten nennen ihre Sprachen; für eine Aussage braucht es 60 %." in text
    assert "Zu sammeln ist: welche Sprachen jedes Angebot spricht" in text
    assert "werden rund 60 erreicht" in text and "ohne Dolmetschen" not in text and "Sprache oder Status" in text


def test_where_nobody_is_marked_as_an_entry_point_nobody_is_said_to_refer_nowhere(place: Place) -> None:
    county(place, [{}])
    hall = place.services.live.refresh().entry("hall").fields
    place.put("actor", "other", name="Verein")
    change = Change(kind=Kind("actor"), id=EntryId("hall"), before={"entry_point": True}, after={"entry_point": None})
    place.services.store.commit(
        ChangeSet(op=OpId("un"), who="", at=NOW, why=Why(code="why.test"), source="form", changes=(change,))
    )
    assert hall["entry_point"] and place.services.live.refresh()
    figured(place)
    text = read(place.visitor().get("/de/missing/course").text)
    assert "Keine Stelle ist als Anlaufstelle gekennzeichnet" in text and "niemand vermittelt dorthin" not in text
    assert "werden rund 60 erreicht" in text


def test_in_charts_and_tables_what_is_unknown_stands_apart_from_what_is_confirmed_none(place: Place) -> None:
    county(place, [{}])
    figured(place)
    page = place.visitor().get("/de/missing/course").text
    assert "Wo nichts bekannt ist" in page and "nachweislich kein Angebot" not in page
    assert "Wer nicht erreicht wird" not in page
    start = read(place.visitor().get("/de/missing").text)
    assert "Festgestellt ist keine Lücke" in start and "zählt nicht als Lücke. Am meisten Menschen betrifft:" in start
    place.put("absence", "stated", topic="course", area="east", stated_on="2026-11-01")
    figured(place)
    page = place.visitor().get("/de/missing/course").text
    assert "nachweislich kein Angebot" in page and "Wo nichts bekannt ist" not in page
    assert 'class="kp-gaps"' in page
    assert "Am meisten brächte ein weiterer Ort in Ostheim" in read(page)


def test_a_heading_of_which_one_topic_is_confirmed_none_is_not_drawn_as_none(place: Place) -> None:
    county(place)
    cells = re.findall(r'id="german".*?</tr>', place.visitor().get("/de/missing").text, re.S)[0]
    assert "kp-cell--unknown" in cells and "kp-cell--none" not in cells
    place.put("absence", "too", topic="course", area="east")
    cells = re.findall(r'id="german".*?</tr>', place.visitor().get("/de/missing").text, re.S)[0]
    assert cells.count("kp-cell--none") == 1


def test_a_field_keeps_for_whom_it_was_asked_and_its_forms_know_what_it_is_about(place: Place) -> None:
    county(place, [{"languages": ["uk:interpreter:2"]}])
    asked = "status=temporary_protection&language=uk&interpreters=no"
    text = place.visitor().get(f"/de/missing?heading=german&{asked}").text
    link = re.search(r'href="(/de/missing/course/west[^"]*)"', text)
    assert link and link[1] == f"/de/missing/course/west?{asked}".replace("&", "&amp;")
    visitor = place.visitor(Role.COORDINATOR)
    field = visitor.get(f"/de/missing/course/west?{asked}").text
    assert "vorübergehender Schutz (§ 24), Ukrainisch, ohne Dolmetschen" in field
    assert "nach eigener Angabe keins davon in dieser Sprache" in field
    service, absence = (
        unescape(found[1]) for kind in ("service", "absence")
        if (found := re.search(rf'href="(/de/entries/{kind}/new[^"]*)"', field))
    )  # fmt: skip
    form = visitor.get(service).text
    assert re.search(r'name="topics"[^>]*value="course"[^>]*checked', form)
    assert re.search(r'name="statuses"[^>]*value="temporary_protection"[^>]*checked', form)
    assert "Westfeld" in form and "uk" in form
    form = visitor.get(absence).text
    assert "Deutschkurs" in form and "Westfeld" in form and re.search(r'name="language"[^>]*value="uk"', form)


def test_supply_of_neighbours_is_marked_also_beside_the_countys_own(place: Place) -> None:
    county(place, [{}])
    for kind, id, fields in (
        ("area", "next", {"name": "Nachbarkreis", "level": "county"}),
        ("actor", "far", {"name": "Fern", "areas": ["next"]}),
        ("service", "beyond", {"name": "Kurs", "provider": "far", "topics": ["course"], "areas": ["county"]}),
    ):
        place.put(kind, id, **fields)
    text = place.visitor().get("/de/missing?heading=german").text
    assert "2 Angebote, davon 1 aus Nachbarkreisen" in text and "1 Angebot, nur aus Nachbarkreisen" in text


def test_the_pages_beneath_are_marked_in_the_main_menu(place: Place) -> None:
    county(place)
    for path in ("missing", "missing/course", "ways", "structure"):
        assert re.search(r'href="/de/missing" aria-current="page"', place.visitor().get(f"/de/{path}").text), path


def test_services_that_are_full_are_named_to_coordinators_only(place: Place) -> None:
    county(place, [{"capacity": 40, "capacity_unit": "persons"}])
    figured(place)
    assert "Kurs 0" in place.visitor(Role.COORDINATOR).get("/de/missing/course").text
    for role in (Role.ANYONE, Role.COUNCIL, Role.PARTNER):
        assert "Kurs 0" not in place.visitor(role).get("/de/missing/course").text


def test_a_topic_nobody_is_known_to_need_says_what_to_collect(place: Place) -> None:
    county(place, [{}])
    figured(place)
    text = read(place.visitor().get("/de/missing/idle").text)
    assert "lässt sich zu diesem Thema noch nicht sagen" in text and "welcher Anteil von ihnen" in text


def test_an_empty_network_has_a_page_that_explains_itself(place: Place) -> None:
    text = read(place.visitor().get("/de/missing").text)
    assert "Sobald Gebiete und Themen bekannt sind" in text
    assert place.visitor().get("/en/missing").status_code == 200


def test_both_maps_of_a_topic_have_their_own_hatching(place: Place) -> None:
    county(place, [{"capacity": 40, "capacity_unit": "persons"}])
    place.put("absence", "none-east", topic="course", area="east", stated_on="2026-10-01")
    figured(place)
    page = place.visitor().get("/de/missing/course").text
    assert re.findall(r'pattern id="([\w-]+)"', page) == ["schraffur-anteil", "schraffur-plaetze"]
    assert page.count("url(#schraffur-anteil)") == 1 and page.count("url(#schraffur-plaetze)") == 1


def test_where_nothing_is_known_no_share_is_claimed(place: Place) -> None:
    county(place, [{}])
    figured(place)
    text = read(place.visitor().get("/de/missing/course").text)
    assert "Ostheim rund 60 –" in text and "Westfeld rund 60 100 %" in text
