"""Somebody is away: entered with one press, refused for the past, taken back."""

from __future__ import annotations

import pytest

from graph.model.errors import Conflict
from tests.webapp.conftest import Place, Visitor
from webapp.access import Role


@pytest.fixture
def visitor(place: Place) -> Visitor:
    place.put("actor", "office", name="Leistungsstelle")
    place.put("contact", "one", function="Leistungen A–K", actor="office")
    place.put("contact", "two", function="Leistungen L–Z", actor="office")
    return place.visitor(Role.COORDINATOR)


def fields(place: Place) -> dict[str, object]:
    return dict(place.services.live.refresh().entry("one").fields)


def test_one_press_enters_the_end_of_the_week_and_who_stands_in(place: Place, visitor: Visitor) -> None:
    form = visitor.get("/de/contact/one/absence").text
    assert 'name="quick" value="2026-11-27"' in form and 'value="two"' in form
    visitor.post("/de/contact/one/absence", data={"quick": "2026-11-27", "deputy": "two", "absent_until": ""})
    assert (fields(place)["absent_until"], fields(place)["deputy"]) == ("2026-11-27", "two")
    assert place.services.store.history(None, None, 1)[0].changes.why.code == "why.absent"


def test_who_is_back_has_no_entry_any_more_and_keeps_the_deputy(place: Place, visitor: Visitor) -> None:
    visitor.post("/de/contact/one/absence", data={"quick": "2026-11-27", "deputy": "two"})
    visitor.post("/de/contact/one/absence", data={"back": "1", "absent_until": "2026-11-27", "deputy": "two"})
    assert "absent_until" not in fields(place) and fields(place)["deputy"] == "two"


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"absent_until": "2026-11-22"}, "schon vorbei"),
        ({"absent_until": "bald"}, "kein Datum"),
        ({"absent_until": "2026-12-01", "deputy": "office"}, ""),
    ],
)
def test_what_cannot_be_is_refused_with_the_form(
    place: Place, visitor: Visitor, sent: dict[str, str], said: str
) -> None:
    answer = visitor.post("/de/contact/one/absence", data=sent)
    assert answer.status_code == 422 and said in answer.text
    assert "absent_until" not in fields(place)


def test_a_month_lasts_to_its_end(place: Place, visitor: Visitor) -> None:
    place.put("contact", "three", function="Leitung", actor="office", absent_until="2026-11")
    assert "Ist wieder da" in visitor.get("/de/contact/three/absence").text


def test_what_could_not_be_stored_is_not_told_as_stored(
    place: Place, visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overtaken(*args: object, **more: object) -> None:
        raise Conflict([])

    monkeypatch.setattr(place.services.store, "commit", overtaken)
    assert visitor.post("/de/contact/one/absence", data={"quick": "2026-11-27"}).status_code == 409


def test_an_actor_has_no_absence(visitor: Visitor) -> None:
    assert visitor.get("/de/contact/office/absence").status_code == 404
