"""Two offices, one network, by the pages alone: decide, merge, tell apart, look again, undo and restore."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest

from graph.model.canonical import entries_hash
from graph.model.changes import Applied, EntryId
from graph.network import Network
from tests.webapp.conftest import Place
from tests.webapp.doing import working
from tests.webapp.importing import Importing
from webapp import likely, reviews, undo_plans
from webapp.access import Role
from webapp.pages.merging import duplicates

A = "Name;Straße;PLZ;Ort;Telefon;Öffnungszeiten\nTafel Zeitz;Markt 1;06712;Zeitz;03441 123456;Mo 8-12 Uhr\n"
B = (
    "Stelle;Straße;PLZ;Ort;Telefon;Sprechzeiten\n"
    "Zeitzer Tafel e.V.;Markt 1;06712;Zeitz;03441 123456, 03441 99;Di 8-12 Uhr\n"
    "Sprachschule Nebra;Weg 2;06642;Nebra;03442 77;\n"
)


@pytest.fixture
def office(place: Place) -> Iterator[Importing]:
    with working(place.services):
        importing = Importing(place=place, visitor=place.visitor(Role.COORDINATOR))
        importing.take_in(A, "Büro A.csv")
        yield importing


def network(office: Importing) -> Network:
    return office.place.services.live.refresh()


def state(office: Importing) -> str:
    return entries_hash(network(office).entries())


def newest(office: Importing) -> Applied:
    return office.place.services.store.history(None, None, 1)[0]


def preview(office: Importing, text: str, name: str = "Büro B.csv", **more: Any) -> Any:
    return office.send(office.upload(text, name), "/columns", **more)


def test_both_sides_stand_in_view_with_source_and_reasons_and_the_choice_counts(office: Importing) -> None:
    page = preview(office, B)
    assert "gleiche Telefonnummer" in page.text and "sicher" in page.text
    assert "Büro A, 23.11.2026" in page.text and "Zeitzer Tafel e.V." in page.text
    _, fields = office.form(page, "/decide")
    (hours,) = [name for name in fields if name.endswith(".hours")]
    done = office.send(page, "/decide", **{hours: "drop"})
    assert "Bei einem Eintrag sagt die Liste etwas anderes" in done.text
    office.send(done, "/apply")
    tafel = next(a for a in network(office).of_kind("actor").values() if "Tafel" in a.fields["name"])
    assert (tafel.fields["name"], tafel.fields["hours"]) == ("Tafel Zeitz", "Tu 08:00-12:00")
    assert len(tafel.fields["phones"]) == 2 and len(network(office).of_kind("actor")) == 2
    edit = office.visitor.get(f"/de/entry/{tafel.id}/edit").text
    assert "Woher die Angaben stammen" in edit and "Büro B, 23.11.2026" in edit


def test_all_sure_ones_are_taken_with_one_button_and_a_conflict_can_still_be_decided(office: Importing) -> None:
    page = office.send(preview(office, B), "/decide", all="sure")
    conflict = office.visitor.get(page.request.path + "?list=conflict")
    number = re.search(r'name="number" value="(\w+)"', conflict.text)
    assert number
    path = page.request.path.replace("/preview", "/decide")
    decided = office.visitor.post(path, data={"number": number[1], "conflicts": "drop"}, follow_redirects=True)
    office.send(decided, "/apply")
    assert "Zeitzer Tafel e.V." in office.names("actor")


def test_a_second_office_is_undone_to_the_very_hash_and_restored_in_one_click(office: Importing) -> None:
    before = state(office)
    done = office.send(office.send(preview(office, B), "/decide", all="same"), "/apply")
    after = state(office)
    office.send(done, "/undo")
    assert state(office) == before
    history = office.visitor.get("/de/history")
    restored = office.send(history, "/restore")
    assert "Wiederhergestellt." in restored.text and state(office) == after
    assert newest(office).changes.why.code == "why.redo"


def test_what_a_later_list_lacks_is_asked_noted_and_struck_off(office: Importing) -> None:
    office.send(office.send(preview(office, B), "/decide", all="new"), "/apply")
    source = next(s.id for s in network(office).of_kind("source").values() if s.fields["name"] == "Büro B")
    before = state(office)
    page = preview(office, "\n".join(B.split("\n")[:2]), source=source)
    assert "Ein Eintrag der letzten Fassung ist jetzt nicht mehr dabei" in page.text
    gone = office.visitor.get(page.request.path + "?list=gone")
    office.send(office.send(gone, "/decide", **{"all-gone": "review"}), "/apply")
    (noted,) = reviews.waiting(office.place.services.store)
    assert network(office).entry(noted.entry).fields["name"] == "Sprachschule Nebra" and state(office) == before
    listed = office.visitor.get("/de/reviews")
    assert "Sprachschule Nebra" in listed.text
    office.send(listed, f"/reviews/{noted.entry}")
    assert reviews.waiting(office.place.services.store) == []


def test_what_a_later_list_lacks_is_deleted_only_on_request(office: Importing) -> None:
    office.send(office.send(preview(office, B), "/decide", all="new"), "/apply")
    source = next(s.id for s in network(office).of_kind("source").values() if s.fields["name"] == "Büro B")
    gone = office.visitor.get(
        preview(office, "\n".join(B.split("\n")[:2]), source=source).request.path + "?list=gone"
    )  # fmt: skip
    assert "Sprachschule Nebra" in office.names("actor")
    office.send(office.send(gone, "/decide", **{"all-gone": "delete"}), "/apply")
    assert "Sprachschule Nebra" not in office.names("actor")


@pytest.fixture
def twice(office: Importing, monkeypatch: pytest.MonkeyPatch) -> Importing:
    monkeypatch.setattr(duplicates, "_WAIT_SECONDS", 60.0)
    office.send(office.send(preview(office, B), "/decide", all="new"), "/apply")
    return office


def forget_what_was_told_apart(office: Importing) -> None:
    store = office.place.services.store
    store.commit(None, drop=store.find(likely.APART))


def test_likely_duplicates_are_found_in_the_background_compared_and_merged(twice: Importing) -> None:
    forget_what_was_told_apart(twice)
    before = state(twice)
    page = twice.visitor.post("/de/duplicates/search", follow_redirects=True)
    assert "Tafel Zeitz" in page.text and "1 Paar" in page.text
    link = re.search(r'href="(/de/entry/\w[\w-]*/merge\?with=[\w-]+)', page.text)
    assert link
    compared = twice.visitor.get(link[1])
    done = twice.send(compared, "/merge", **{"side-.hours": "drop", "side-.name": "keep"})
    assert "aufgegangen" in done.text
    assert len(network(twice).of_kind("actor")) == 2
    asked = twice.visitor.get(f"/de/history/{newest(twice).revision}/undo")
    twice.send(asked, "/undo")
    assert state(twice) == before


def test_who_was_told_apart_at_an_import_is_not_asked_about_again(twice: Importing) -> None:
    assert "0 Paare" in twice.visitor.post("/de/duplicates/search", follow_redirects=True).text


def test_a_pair_told_apart_is_not_shown_again(twice: Importing) -> None:
    forget_what_was_told_apart(twice)
    page = twice.visitor.post("/de/duplicates/search", follow_redirects=True)
    assert "0 Paare" in twice.send(page, "/duplicates/apart").text
    assert "0 Paare" in twice.visitor.post("/de/duplicates/search", follow_redirects=True).text


def test_a_merge_that_was_overtaken_is_shown_again(twice: Importing) -> None:
    ids = [id for id, a in network(twice).of_kind("actor").items() if "Tafel" in a.fields["name"]]
    page = twice.visitor.get(f"/de/entry/{ids[0]}/merge?with={ids[1]}")
    twice.place.hide("actor", ids[1])
    again = twice.send(page, "/merge")
    assert again.status_code == 409 and "Es wurde nichts zusammengeführt" in again.text
    assert ids[1] in network(twice)


def test_the_other_entry_is_found_by_its_name(twice: Importing) -> None:
    id = next(id for id, a in network(twice).of_kind("actor").items() if a.fields["name"] == "Tafel Zeitz")
    page = twice.visitor.get(f"/de/entry/{id}/merge?q=nebra").text
    assert "Sprachschule Nebra" in page and f"/de/entry/{id}/merge?with=" in page


def test_a_very_large_import_is_planned_and_taken_back_by_a_job(
    office: Importing, monkeypatch: pytest.MonkeyPatch
) -> None:
    from webapp.pages.history import undoing

    monkeypatch.setattr(undo_plans, "BIG", 2)
    monkeypatch.setattr(undoing, "_WAIT_SECONDS", 60.0)
    before = state(office)
    done = office.send(office.send(preview(office, B), "/decide", all="new"), "/apply")
    asked = office.send(done, "/undo")
    assert "geschieht im Hintergrund" in asked.text
    planned = office.send(asked, "/undo")
    assert "Akteure: 2 gelöscht" in planned.text and state(office) != before
    office.send(planned, "/undo")
    assert state(office) == before


def test_an_undo_lists_what_stays_and_why(office: Importing) -> None:
    revision = newest(office).revision
    id = next(iter(network(office).of_kind("actor")))
    form = office.visitor.get(f"/de/entry/{id}/edit")
    office.send(form, "/edit", about="Neu.")
    page = office.visitor.get(f"/de/history/{revision}/undo").text
    assert "gehört zu „Tafel Zeitz“" in page
    assert EntryId(id) in network(office)


def test_pairs_are_named_alike_from_both_sides() -> None:
    assert likely.pair_id("b", "a") == likely.pair_id("a", "b") == "a:b"


TWICE = (
    "Name;Straße;PLZ;Ort;Telefon;Angebot\n"
    "Kleiderkammer Nebra e.V.;Weg 9;06642;Nebra;03442 88;Ausgabe\n"
    "Nebraer Kleiderkammer;Weg 9;06642;Nebra;03442 88;Annahme\n"
)


def test_rows_of_one_list_that_say_the_same_stand_beside_each_other_and_become_one(office: Importing) -> None:
    page = preview(office, TWICE, "Doppelt.csv")
    assert "Beide stehen in dieser Liste" in page.text and "in Zeile 2" in page.text and "sicher" in page.text
    office.send(office.send(page, "/decide", all="sure"), "/apply")
    (one,) = [id for id, a in network(office).of_kind("actor").items() if "Kleiderkammer" in a.fields["name"]]
    assert {s.fields["name"] for s in network(office).linking(one, "service", "provider")} == {"Ausgabe", "Annahme"}


def test_what_is_ticked_as_the_same_is_what_taking_the_list_in_does(office: Importing) -> None:
    page = preview(office, B)
    assert "bei der „dieselbe Stelle“ angekreuzt ist" in page.text
    done = office.send(page, "/apply")
    assert "ist eingelesen" in done.text
    assert office.names("actor") == {"Tafel Zeitz", "Sprachschule Nebra"}
    assert any(len(a.fields["phones"]) == 2 for a in network(office).of_kind("actor").values())


def test_what_is_ticked_counts_from_another_list_of_the_preview_too(office: Importing) -> None:
    page = preview(office, TWICE, "Doppelt.csv")
    office.send(office.visitor.get(page.request.path + "?list=new"), "/apply")
    assert len([name for name in office.names("actor") if "Kleiderkammer" in name]) == 1


def test_another_choice_on_the_page_counts_without_a_step_between(office: Importing) -> None:
    page = preview(office, B)
    office.send(page, "/apply", **{"same-2": "new"})
    assert "Zeitzer Tafel e.V." in office.names("actor") and "Tafel Zeitz" in office.names("actor")


def test_after_a_merge_the_list_of_pairs_comes_back_at_the_next_one(twice: Importing) -> None:
    forget_what_was_told_apart(twice)
    page = twice.visitor.post("/de/duplicates/search", follow_redirects=True)
    link = re.search(r'href="(/de/entry/[\w-]+/merge\?with=[^"]+)"', page.text)
    assert link
    address, data = twice.form(twice.visitor.get(unescape(link[1])), "/merge")
    done = twice.visitor.post(address, data=data)
    assert done.location == "/de/duplicates?page=1#paar-1"


def test_all_sure_pairs_are_merged_as_one_change_and_taken_back_as_one(twice: Importing) -> None:
    forget_what_was_told_apart(twice)
    twice.send(preview(twice, TWICE, "Doppelt.csv"), "/apply", **{"same-3": "new"})
    forget_what_was_told_apart(twice)
    before = state(twice)
    page = twice.visitor.post("/de/duplicates/search", follow_redirects=True)
    assert "Alle 2 sicheren zusammenführen" in page.text
    asked = twice.visitor.get("/de/duplicates/sure")
    assert "2 sichere Paare zusammenführen?" in asked.text
    done = twice.send(asked, "/duplicates/sure")
    assert "2 sichere Paare sind zusammengeführt." in done.text and "0 Paare" in done.text
    assert len(network(twice).of_kind("actor")) == 3
    back = re.search(r'href="(/de/history/\d+/undo)"', done.text)
    assert back
    twice.send(twice.visitor.get(back[1]), "/undo")
    assert state(twice) == before


def test_the_sure_pairs_are_asked_about_again_when_they_changed_meanwhile(twice: Importing) -> None:
    forget_what_was_told_apart(twice)
    twice.visitor.post("/de/duplicates/search", follow_redirects=True)
    asked = twice.visitor.get("/de/duplicates/sure")
    id = next(id for id, a in network(twice).of_kind("actor").items() if a.fields["name"] == "Tafel Zeitz")
    twice.place.hide("actor", id)
    again = twice.send(asked, "/duplicates/sure")
    assert again.status_code == 409 and "Es wurde nichts zusammengeführt" in again.text


def test_a_list_that_was_taken_in_leads_to_the_pairs_with_the_search_done(twice: Importing) -> None:
    forget_what_was_told_apart(twice)
    done = twice.send(preview(twice, TWICE, "Doppelt.csv"), "/apply", **{"same-3": "new"})
    assert "Doppelte suchen" in done.text
    found = twice.send(done, "/duplicates/search")
    assert found.request.path == "/de/duplicates" and "1 Paar" in found.text
