"""While the store is silent whoever was seen lately reads on, everyone else reads what is public, no typing is lost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from graph.model.errors import Unavailable
from tests.webapp.conftest import Place
from webapp.access import Role
from webapp.remembered import KEPT

Silence = Callable[[], None]


@pytest.fixture
def silence(place: Place, monkeypatch: pytest.MonkeyPatch) -> Silence:
    """Lets the store fall silent."""

    def silent(*_: object, **__: object) -> None:
        raise Unavailable

    def fall() -> None:
        for name in ("get", "find", "commit", "revision", "add", "applied", "history", "feed"):
            monkeypatch.setattr(place.services.store, name, silent)

    return fall


def test_whoever_was_seen_lately_reads_on_as_before(place: Place, silence: Silence) -> None:
    place.put("actor", "a", name="Amt", audience="coordination")
    visitor = place.visitor(Role.COORDINATOR)
    assert visitor.get("/de/actor/a").status_code == 200
    silence()
    place.now += KEPT
    answer = visitor.get("/de/actor/a")
    assert (answer.status_code, "antwortet seit" in answer.text) == (200, True)


def test_after_a_quarter_of_an_hour_one_reads_what_is_public(place: Place, silence: Silence) -> None:
    place.put("actor", "a", name="Amt", audience="coordination")
    place.put("actor", "b", name="Rat")
    visitor = place.visitor(Role.COORDINATOR)
    visitor.get("/de/actor/a")
    silence()
    place.now += KEPT + timedelta(seconds=1)
    assert [visitor.get(f"/de/actor/{id}").status_code for id in "ab"] == [404, 200]


def test_whoever_was_not_seen_reads_what_is_public(place: Place, silence: Silence) -> None:
    place.put("actor", "a", name="Amt", audience="coordination")
    visitor = place.visitor(Role.COORDINATOR)
    silence()
    assert visitor.get("/de/actor/a").status_code == 404


def test_a_session_that_ended_before_is_not_remembered(place: Place, silence: Silence) -> None:
    place.put("actor", "a", name="Amt", audience="coordination")
    visitor, replaying = place.visitor(Role.COORDINATOR), place.visitor()
    visitor.get("/de/actor/a")
    cookie = visitor.get_cookie("knotenpunkt")
    assert cookie is not None
    visitor.post("/de/sign-out")
    silence()
    replaying.set_cookie("knotenpunkt", cookie.value, domain="localhost")
    assert replaying.get("/de/actor/a").status_code == 404


def test_what_was_typed_is_still_there_and_one_click_sends_it_again(
    place: Place, silence: Silence, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = place.visitor(Role.COORDINATOR)
    typed = {"op": "0" * 32, "name": "Sprachcafé „Süd“", "about": "<b>"}
    visitor.get("/de/")
    silence()
    answer = visitor.post("/de/entries/actor/new", data=typed)
    assert answer.status_code == 503
    assert 'action="/de/entries/actor/new"' in answer.text
    assert 'value="Sprachcafé „Süd“"' in answer.text and 'value="&lt;b&gt;"' in answer.text
    monkeypatch.undo()
    assert visitor.post("/de/entries/actor/new", data=typed).status_code == 303


def test_a_password_is_not_kept_in_a_page(place: Place, silence: Silence) -> None:
    silence()
    answer = place.visitor().post("/de/sign-in", data={"mail": "anna@example.org", "password": "lampe wiese motor"})
    assert answer.status_code == 503
    assert "lampe wiese motor" not in answer.text


@pytest.mark.parametrize("path", ["/", "/search?q=amt", "/areas", "/about", "/privacy", "/accessibility"])
def test_a_public_page_neither_waits_nor_fails_in_a_silence(place: Place, silence: Silence, path: str) -> None:
    asked: list[str] = []
    silence()
    place.services.store.written_at = lambda: asked.append("written_at")  # type: ignore[method-assign, func-returns-value]
    answer = place.visitor().get(f"/de{path}")
    assert (answer.status_code, asked) == (200, [])
