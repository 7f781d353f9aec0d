"""The history: read in words, taken back, and looked at as it was."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graph.model.canonical import entries_hash
from graph.model.changes import Change, ChangeSet, EntryId, Kind, OpId, Why
from tests.webapp.conftest import NOW, Place, Visitor
from webapp.access import Role


@pytest.fixture
def coordinator(place: Place) -> Visitor:
    place.put("actor", "a1", name="Ärztehaus", phones=["+497181887717"])
    place.put("service", "s1", name="Sprechstunde", provider="a1", duty="voluntary")
    return place.visitor(Role.COORDINATOR)


def change(place: Place, id: str, before: Any, after: Any, kind: str = "actor", who: str = "") -> int:
    made = Change(kind=Kind(kind), id=EntryId(id), before=before, after=after)
    why = Why(code="why.edit", params={"note": "Anruf am Montag"})
    op = OpId(f"op-{id}-{place.services.store.revision()}")
    found = place.services.store.commit(ChangeSet(op=op, who=who, at=NOW, why=why, source="form", changes=(made,)))
    place.services.live.refresh()
    return found


def take_back(browser: Visitor, revision: int) -> Any:
    page = browser.get(f"/de/history/{revision}/undo").text
    hidden = dict(re.findall(r'type="hidden" name="(op|shown)" value="([^"]*)"', page))
    return browser.post(f"/de/history/{revision}/undo", data=hidden)


def test_the_history_says_who_when_why_and_how_much(place: Place, coordinator: Visitor) -> None:
    who = place.account("ada@example.org", Role.COORDINATOR)
    change(place, "a1", {"about": None}, {"about": "Neu."}, who=who.id)
    page = coordinator.get("/de/history").text
    assert who.name in page and "23.11.2026, 10:30 Uhr" in page
    assert "Eintrag bearbeitet: Ärztehaus" in page and "Anruf am Montag" in page and "Akteure: 1 geändert" in page


def test_a_change_is_told_field_by_field_in_words(place: Place, coordinator: Visitor) -> None:
    place.put("actor", "a2", name="Caritas")
    revision = change(
        place, "s1", {"provider": "a1", "duty": "voluntary"}, {"provider": "a2", "duty": "mandatory"}, "service"
    )
    page = coordinator.get(f"/de/history/{revision}").text
    assert "<del>Ärztehaus</del>" in page and "<ins>Caritas</ins>" in page
    assert "<del>freiwillige Aufgabe</del>" in page and "<ins>Pflichtaufgabe</ins>" in page
    assert "a2</" not in page


def test_a_long_text_is_shortened(place: Place, coordinator: Visitor) -> None:
    revision = change(place, "a1", {"about": None}, {"about": "Wort " * 200})
    assert "Alles zeigen" in coordinator.get(f"/de/history/{revision}").text


def test_a_big_import_shows_its_first_hundred(place: Place, coordinator: Visitor) -> None:
    made = tuple(
        Change(kind=Kind("actor"), id=EntryId(f"n{n}"), before=None, after={"name": f"Nr. {n}"}) for n in range(150)
    )
    why = Why(code="why.import", params={"file": "Liste.xlsx"})
    place.services.store.commit(ChangeSet(op=OpId("i"), who="", at=NOW, why=why, source="import:1", changes=made))
    place.services.live.refresh()
    revision = place.services.store.revision()
    page = coordinator.get(f"/de/history/{revision}").text
    assert "Liste „Liste.xlsx“ eingelesen" in page and "und 50 weitere Einträge" in page
    assert take_back(coordinator, revision).status_code == 303
    assert len(place.services.live.refresh().of_kind("actor")) == 1


def test_undo_and_undo_of_the_undo(place: Place, coordinator: Visitor) -> None:
    before = entries_hash(place.services.live.refresh().entries())
    revision = change(place, "a1", {"about": None}, {"about": "Neu."})
    after = entries_hash(place.services.live.refresh().entries())
    assert take_back(coordinator, revision).status_code == 303
    assert entries_hash(place.services.live.refresh().entries()) == before
    assert take_back(coordinator, revision + 1).status_code == 303
    assert entries_hash(place.services.live.refresh().entries()) == after
    assert f"Änderung {revision} zurückgenommen" in coordinator.get("/de/history").text


def test_what_changed_since_is_listed_and_kept(place: Place, coordinator: Visitor) -> None:
    revision = change(place, "a1", {"about": None, "sector": None}, {"about": "Eins.", "sector": "business"})
    change(place, "a1", {"about": "Eins."}, {"about": "Zwei."})
    page = coordinator.get(f"/de/history/{revision}/undo").text
    assert "Beschreibung: Zwei." in page
    take_back(coordinator, revision)
    fields = place.services.live.refresh().entry("a1").fields
    assert fields["about"] == "Zwei." and "sector" not in fields


def test_an_undo_that_would_do_something_else_by_now_asks_again(place: Place, coordinator: Visitor) -> None:
    revision = change(place, "a1", {"about": None, "sector": None}, {"about": "Eins.", "sector": "business"})
    page = coordinator.get(f"/de/history/{revision}/undo").text
    hidden = dict(re.findall(r'type="hidden" name="(op|shown)" value="([^"]*)"', page))
    change(place, "a1", {"about": "Eins."}, {"about": "Zwei."})
    assert coordinator.post(f"/de/history/{revision}/undo", data=hidden).status_code == 409
    assert place.services.live.refresh().entry("a1").fields["sector"] == "business"


def test_past_states_are_read_as_they_were(place: Place, coordinator: Visitor) -> None:
    revision = change(place, "a1", {"name": "Ärztehaus"}, {"name": "Gesundheitshaus"})
    assert "Akteure" in coordinator.get(f"/de/history?at={revision - 1}").text
    assert "Ärztehaus" in coordinator.get(f"/de/history?at={revision - 1}&kind=actor").text
    assert "07181 887717" in coordinator.get(f"/de/history?at={revision - 1}&entry=a1").text
    assert "Gesundheitshaus" in coordinator.get(f"/de/history?at={revision}&kind=actor").text
    assert coordinator.get("/de/history?at=0").status_code == 200
    assert coordinator.get(f"/de/history?at={revision + 1}").status_code == 404


def test_an_entry_has_its_own_history_also_when_it_is_gone(place: Place, coordinator: Visitor) -> None:
    change(place, "s1", {"name": "Sprechstunde", "provider": "a1", "duty": "voluntary"}, None, "service")
    page = coordinator.get("/en/entry/s1/history").text
    assert "Sprechstunde" in page and "Entry edited" in page
    assert coordinator.get("/de/entry/nothing/history").status_code == 404


def test_what_was_erased_is_said_to_be_erased(place: Place, coordinator: Visitor) -> None:
    place.put("contact", "c1", function="Leitung", actor="a1", person="Ada Beispiel")
    place.services.store.erase([(EntryId("c1"), "person")], OpId("erase"), NOW)
    place.services.live.refresh()
    page = coordinator.get("/de/entry/c1/history").text
    assert "endgültig gelöscht" in page and "Ada" not in page
