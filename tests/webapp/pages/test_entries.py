"""Keeping entries: forms made from the vocabulary, saved, refused, overtaken, deleted, erased."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from graph.model.changes import Change, ChangeSet, EntryId, Kind, OpId, Why
from graph.model.schema import kinds
from tests.webapp.conftest import NOW, Place, Visitor
from webapp.access import Role


@pytest.fixture
def coordinator(place: Place) -> Visitor:
    place.put("topic", "t1", name="Deutschkurse", heading="german")
    place.put("area", "zeitz", name="Zeitz", level="municipality")
    place.put("actor", "a1", name="Ärztehaus", phones=["+497181887717"], about="Hilft.", areas=["zeitz"])
    place.put("service", "s1", name="Sprechstunde", provider="a1", hours="Mo-Fr 08:00-12:00", topics=["t1"])
    return place.visitor(Role.COORDINATOR)


def fields(page: str) -> dict[str, list[str]]:
    """What a browser would send for the form of a page as it stands."""
    form = page[page.index('class="kp-entry"') :].split("</form>")[0]
    found: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name = re.search(r'name="([^"]*)"', tag)
        unchecked = re.search(r'type="(checkbox|radio)"', tag) and " checked" not in tag
        if name and not unchecked:
            value = re.search(r' value="([^"]*)"', tag)
            found.setdefault(name[1], []).append(html.unescape(value[1]) if value else "")
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>\n(.*?)</textarea>', form, re.S):
        found.setdefault(name, []).append(html.unescape(text))
    for name, body in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', body)
        found.setdefault(name, []).append(chosen[1] if chosen else "")
    return found


def opened(browser: Visitor, id: str, lang: str = "de") -> dict[str, Any]:
    return fields(browser.get(f"/{lang}/entry/{id}/edit").text)


def stored(place: Place, id: str) -> dict[str, Any]:
    return dict(place.services.live.refresh().entry(id).fields)


def test_every_kind_has_a_list_and_a_form_made_from_the_vocabulary(coordinator: Visitor) -> None:
    for name, spec in kinds().items():
        assert coordinator.get(f"/de/entries/{name}").status_code == 200
        page = coordinator.get(f"/en/entries/{name}/new")
        assert page.status_code == 200
        for field in spec.fields:
            assert (f'id="f-{field.name}"' in page.text) == field.edited, field.name


def test_saving_a_form_as_it_was_opened_changes_nothing(place: Place, coordinator: Visitor) -> None:
    before = place.services.store.revision()
    for lang in ("de", "en"):
        for id in ("a1", "s1", "t1", "zeitz"):
            assert coordinator.post(f"/{lang}/entry/{id}/edit", data=opened(coordinator, id, lang)).status_code == 303
    assert place.services.store.revision() == before


def test_an_entry_is_created_once_however_often_the_form_is_sent(place: Place, coordinator: Visitor) -> None:
    form = fields(coordinator.get("/de/entries/actor/new").text)
    form |= {"name": ["Neuer Verein"], "phones": ["07181 887717"], "entry_point": ["ja"]}
    first = coordinator.post("/de/entries/actor/new", data=form)
    place.services.live.refresh()
    again = coordinator.post("/de/entries/actor/new", data=form)
    assert first.status_code == again.status_code == 303
    assert first.location == again.location
    id = first.location.rsplit("/", 1)[1]
    assert stored(place, id) == {"name": "Neuer Verein", "phones": ["+497181887717"], "entry_point": True}


def test_whoever_wrote_finds_it_on_the_next_page_however_busy_the_machine_is(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.live.PATIENCE", 0)
    monkeypatch.setattr(place.services.live, "_start_refresh", lambda: None)  # so busy that it comes too late
    coordinator = place.visitor(Role.COORDINATOR)
    form = fields(coordinator.get("/de/entries/actor/new").text)
    form["name"] = "Beratungsstelle Zeitz"
    answer = coordinator.post("/de/entries/actor/new", data=form)
    assert answer.status_code == 303
    assert place.services.live.current().network.revision == place.services.store.revision()


def test_who_goes_back_and_types_something_else_is_not_ignored(place: Place, coordinator: Visitor) -> None:
    form = opened(coordinator, "a1")
    coordinator.post("/de/entry/a1/edit", data=form | {"short_name": ["ÄH"]})
    assert coordinator.post("/de/entry/a1/edit", data=form | {"short_name": ["ÄH"]}).status_code == 303
    coordinator.post("/de/entry/a1/edit", data=form | {"short_name": ["ÄH"], "sector": ["business"]})
    assert stored(place, "a1")["sector"] == "business"


def test_only_what_was_touched_is_written(place: Place, coordinator: Visitor) -> None:
    form = opened(coordinator, "a1")
    assert form["phones"] == ["07181 887717"]
    form["short_name"] = ["ÄH"]
    coordinator.post("/de/entry/a1/edit", data=form)
    change = place.services.store.history(EntryId("a1"), None, 1)[0].changes.changes[0]
    assert change.after == {"short_name": "ÄH"}


def test_faults_are_said_above_and_at_the_field_and_nothing_is_saved(place: Place, coordinator: Visitor) -> None:
    form = opened(coordinator, "a1") | {"mails": ["kein-mail"], "short_name": ["ÄH"]}
    answer = coordinator.post("/de/entry/a1/edit", data=form)
    assert answer.status_code == 422
    assert 'href="#f-mails"' in answer.text and 'id="f-mails-error"' in answer.text
    assert "kein-mail" in answer.text and 'value="ÄH"' in answer.text
    assert "short_name" not in stored(place, "a1")


def test_a_named_person_needs_grounds(place: Place, coordinator: Visitor) -> None:
    form = fields(coordinator.get("/de/entries/contact/new?actor=a1").text)
    assert form["actor"] == ["a1"] and form["audience"] == ["coordination"] and form["review_by"] == ["23.11.2027"]
    form |= {"function": ["Leitung"], "person": ["Ada Beispiel"]}
    answer = coordinator.post("/de/entries/contact/new", data=form)
    assert answer.status_code == 422
    assert 'href="#f-basis"' in answer.text and 'href="#f-source"' in answer.text
    form |= {"basis": ["consent"], "source": ["Telefonat"]}
    assert coordinator.post("/de/entries/contact/new", data=form).status_code == 303


def test_a_field_changed_elsewhere_that_was_not_touched_is_kept(place: Place, coordinator: Visitor) -> None:
    mine, theirs = opened(coordinator, "a1"), opened(coordinator, "a1")
    coordinator.post("/de/entry/a1/edit", data=theirs | {"about": ["Neu."]})
    assert coordinator.post("/de/entry/a1/edit", data=mine | {"short_name": ["X"]}).status_code == 303
    assert stored(place, "a1")["about"] == "Neu." and stored(place, "a1")["short_name"] == "X"


@pytest.mark.parametrize(("choice", "left"), [("mine", "Meins."), ("stored", "Ihres.")])
def test_both_versions_are_shown_where_a_touched_field_changed(
    place: Place, coordinator: Visitor, choice: str, left: str
) -> None:
    mine, theirs = opened(coordinator, "a1"), opened(coordinator, "a1")
    coordinator.post("/de/entry/a1/edit", data=theirs | {"about": ["Ihres."]})
    page = coordinator.post("/de/entry/a1/edit", data=mine | {"about": ["Meins."], "short_name": ["X"]})
    assert page.status_code == 409
    assert "Meins." in page.text and "Ihres." in page.text and "Person " in page.text
    again = fields(page.text.replace("kp-stack--loose", '" class="kp-entry"')) | {"about.choice": [choice]}
    assert coordinator.post("/de/entry/a1/edit", data=again).status_code == 303
    assert stored(place, "a1")["about"] == left and stored(place, "a1")["short_name"] == "X"


@pytest.mark.parametrize(("field", "status"), [("sector", 303), ("about", 409)])
def test_what_is_written_in_the_same_moment_is_neither_lost_nor_overwritten(
    place: Place, coordinator: Visitor, monkeypatch: pytest.MonkeyPatch, field: str, status: int
) -> None:
    store = place.services.store
    commit = store.commit
    other = Change(
        kind=Kind("actor"), id=EntryId("a1"), before={"about": "Hilft."}, after={"about": "Im selben Moment."}
    )
    theirs = ChangeSet(op=OpId("other"), who="", at=NOW, why=Why(code="why.edit"), source="form", changes=(other,))

    def first_theirs(changes: ChangeSet | None, *more: Any, **named: Any) -> Any:
        if changes is not None:
            monkeypatch.setattr(store, "commit", commit)
            commit(theirs)
        return commit(changes, *more, **named)

    mine = opened(coordinator, "a1") | {"sector": ["business"]} | ({"about": ["Meins."]} if field == "about" else {})
    monkeypatch.setattr(store, "commit", first_theirs)
    assert coordinator.post("/de/entry/a1/edit", data=mine).status_code == status
    assert stored(place, "a1")["about"] == "Im selben Moment."
    assert stored(place, "a1").get("sector") == ("business" if status == 303 else None)


def test_who_edits_what_was_deleted_keeps_the_text(coordinator: Visitor) -> None:
    form = opened(coordinator, "t1")
    delete(coordinator, "t1")
    page = coordinator.post("/de/entry/t1/edit", data=form | {"name_en": ["German classes"]})
    assert page.status_code == 409
    assert "German classes" in page.text and "/undo" in page.text


def delete(browser: Visitor, id: str) -> Any:
    page = browser.get(f"/de/entry/{id}/delete").text
    hidden = dict(re.findall(r'type="hidden" name="(op|shown)" value="([^"]*)"', page))
    return browser.post(f"/de/entry/{id}/delete", data=hidden)


def test_deleting_says_first_what_goes_with_it(place: Place, coordinator: Visitor) -> None:
    page = coordinator.get("/de/entry/a1/delete").text
    assert "Sprechstunde" in page
    assert delete(coordinator, "a1").status_code == 303
    assert "a1" not in place.services.live.refresh() and "s1" not in place.services.live.current().network


def test_a_deletion_that_would_take_more_than_was_shown_asks_again(place: Place, coordinator: Visitor) -> None:
    page = coordinator.get("/de/entry/a1/delete").text
    hidden = dict(re.findall(r'type="hidden" name="(op|shown)" value="([^"]*)"', page))
    place.put("service", "s2", name="Kurs", provider="a1")
    assert coordinator.post("/de/entry/a1/delete", data=hidden).status_code == 409
    assert "a1" in place.services.live.refresh()


def test_a_long_choice_is_typed_and_asked_back_where_it_is_unclear(place: Place, coordinator: Visitor) -> None:
    for number in range(205):
        place.put("actor", f"n{number}", name=f"Verein {number}")
    place.put("actor", "twin", name="Verein 7", areas=["zeitz"])
    form = opened(coordinator, "s1")
    assert form["provider"] == ["Ärztehaus"] and form["provider.id"] == ["a1"]
    unclear = coordinator.post("/de/entry/s1/edit", data=form | {"provider": ["verein 7"]})
    assert unclear.status_code == 422 and 'value="n7"' in unclear.text and 'value="twin"' in unclear.text
    picked = fields(unclear.text) | {"provider.pick0": ["twin"]}
    assert coordinator.post("/de/entry/s1/edit", data=picked).status_code == 303
    assert stored(place, "s1")["provider"] == "twin"
    assert coordinator.post("/de/entry/s1/edit", data=form | {"provider": ["Gibt es nicht"]}).status_code == 422


def test_long_texts_fit_and_longer_ones_are_refused(place: Place, coordinator: Visitor) -> None:
    form = opened(coordinator, "a1")
    assert coordinator.post("/de/entry/a1/edit", data=form | {"about": ["ä" * 19_000]}).status_code == 303
    assert coordinator.post("/de/entry/a1/edit", data=form | {"about": ["a" * 600_000]}).status_code == 413


def test_more_rows_come_without_saving(place: Place, coordinator: Visitor) -> None:
    form = opened(coordinator, "a1")
    page = coordinator.post("/de/entry/a1/edit", data=form | {"more": ["places"], "name": ["Getippt"]})
    assert page.status_code == 200 and 'value="Getippt"' in page.text
    assert stored(place, "a1")["name"] == "Ärztehaus"


def test_hours_are_read_back_to_whom_typed_them(place: Place, coordinator: Visitor) -> None:
    form = opened(coordinator, "s1")
    assert form["hours"] == ["Mo–Fr 8–12 Uhr"]
    answer = coordinator.post("/de/entry/s1/edit", data=form | {"hours": ["Mo 9-12 und nach Vereinbarung"]})
    assert answer.status_code == 303
    assert "So verstanden" in coordinator.get(answer.location).text
    assert stored(place, "s1")["hours"].endswith("Mo 09:00-12:00")


def test_a_list_sorts_umlauts_with_their_letter_and_narrows(place: Place, coordinator: Visitor) -> None:
    for name in ("Zoo", "Arbeitsamt", "Bäckerei"):
        place.put("actor", name, name=name)
    page = coordinator.get("/de/entries/actor").text
    assert [page.index(n) for n in ("Arbeitsamt", "Ärztehaus", "Bäckerei", "Zoo")] == sorted(
        page.index(n) for n in ("Arbeitsamt", "Ärztehaus", "Bäckerei", "Zoo")
    )
    assert "Zoo" not in coordinator.get("/de/entries/actor?q=backerei").text


def test_erasing_takes_a_name_out_of_the_history_too(place: Place, coordinator: Visitor) -> None:
    place.put("contact", "c1", function="Leitung", actor="a1", person="Ada Beispiel", source="Telefonat mit Ada")
    assert "Name der Person" in coordinator.get("/de/entry/c1/erase").text
    unsure = coordinator.post("/de/entry/c1/erase", data={"field": ["person", "source"]})
    assert unsure.status_code == 422
    done = coordinator.post("/de/entry/c1/erase", data={"field": ["person", "source"], "sure": "1"})
    assert done.status_code == 303
    assert "Ada" not in str(stored(place, "c1"))
    assert "Ada" not in str(place.services.store.history(EntryId("c1"), None, 10))


def test_what_does_not_exist_is_not_found(coordinator: Visitor) -> None:
    for path in ("entries/nothing", "entries/nothing/new", "entry/nothing/edit", "entry/nothing/erase"):
        assert coordinator.get(f"/de/{path}").status_code == 404
