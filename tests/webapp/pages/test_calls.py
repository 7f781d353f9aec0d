"""A phone round: one entry after the other, resumed where one stopped."""

from __future__ import annotations

import html

import pytest

from tests.webapp.conftest import Place, Visitor
from tests.webapp.pages.test_survey import text
from webapp.access import Role


@pytest.fixture
def three(place: Place) -> Place:
    """a confirmed long ago, b lately, c never; b has services."""
    place.put("actor", "a", name="Anker", confirmed_on="2024-01-01", phones=["+493023125123"])
    place.put("actor", "b", name="Brücke", confirmed_on="2026-11-01", sector="business")
    place.put("actor", "c", name="Café", sector="business")
    place.put("service", "s", name="Beratung", provider="b", phones=["+493023125124"])
    place.put("service", "t", name="Begleitung", provider="b")
    return place


@pytest.fixture
def caller(three: Place) -> Visitor:
    return three.visitor(Role.COORDINATOR)


def act(caller: Visitor, at: str, do: str, *services: str) -> str:
    """Send the form of a call; the page that follows."""
    data = {"at": at, "do": do, "service": list(services)}
    return text(caller.post("/de/calls/next", data=data, follow_redirects=True))


def confirmed(place: Place, id: str) -> str:
    return str(place.services.live.refresh().entry(id).fields.get("confirmed_on", ""))


def test_the_never_confirmed_come_first_and_what_is_confirmed_is_dated_today(three: Place, caller: Visitor) -> None:
    page = text(caller.post("/de/calls", data={"query": ""}, follow_redirects=True))
    assert "<h1" in page and "Café</h1>" in page and "1 von 3" in page and "nicht bekannt" in page
    page = act(caller, "c", "confirmed")
    assert "Anker</h1>" in page and "2 von 3" in page and "tel:+493023125123" in page
    assert confirmed(three, "c") == "2026-11-23" and confirmed(three, "a") == "2024-01-01"
    act(caller, "a", "later")
    page = act(caller, "b", "confirmed", "s")
    assert [confirmed(three, id) for id in ("b", "s", "t")] == ["2026-11-23", "2026-11-23", ""]
    assert "Anker</h1>" in page and "3 von 3" in page
    assert "Die Runde ist geschafft" in act(caller, "a", "confirmed")
    assert three.services.store.history(None, None, 1)[0].changes.why.code == "why.called"


def test_who_was_not_reached_comes_again_at_the_end(caller: Visitor) -> None:
    caller.post("/de/calls", data={"query": ""})
    assert "Anker</h1>" in act(caller, "c", "unreached")
    act(caller, "a", "confirmed")
    page = act(caller, "b", "confirmed")
    assert "Café</h1>" in page and "1 Mal niemand erreicht" in page and "3 von 3" in page


def test_a_round_is_made_of_a_search_and_goes_on_where_it_stopped(three: Place, caller: Visitor) -> None:
    page = text(caller.post("/de/calls", data={"query": "sector=business"}, follow_redirects=True))
    assert "1 von 2" in page and "Auswahl" in page
    act(caller, "c", "unreached")
    page = text(caller.get("/de/calls"))
    assert "Brücke</h1>" in page and "030 23125124" in page, "the number of a service where the actor has none"
    assert "Angefangene Runde" in text(caller.get("/de/calls?new"))
    assert "Angefangene Runde" not in text(three.visitor(Role.COORDINATOR).get("/de/calls"))


def test_the_never_confirmed_alone_make_a_round(caller: Visitor) -> None:
    assert "1 von 1" in text(caller.post("/de/calls", data={"never": "1"}, follow_redirects=True))


def test_a_form_that_comes_twice_does_nothing_more(three: Place, caller: Visitor) -> None:
    caller.post("/de/calls", data={"query": ""})
    act(caller, "c", "confirmed")
    revision = three.services.store.revision()
    assert "Anker</h1>" in act(caller, "c", "confirmed")
    assert three.services.store.revision() == revision
    assert caller.post("/de/calls/next", data={"at": "a", "do": "?"}).status_code == 400


def test_changed_leads_to_the_form_and_back_into_the_round(three: Place, caller: Visitor) -> None:
    page = text(caller.post("/de/calls", data={"query": ""}, follow_redirects=True))
    assert 'href="/de/entry/c/edit?to=/de/calls"' in page
    form = text(caller.get("/de/entry/c/edit?to=/de/calls"))
    assert 'name="to" value="/de/calls"' in form
    seen = html.unescape(form.split('name="seen" value="', 1)[1].split('"', 1)[0])
    typed = {"to": "/de/calls", "name": "Café", "sector": "business", "about": "Neu", "seen": seen}
    assert caller.post("/de/entry/c/edit", data=typed).headers["Location"] == "/de/calls"
    hours = caller.post("/de/entry/c/edit", data=typed | {"hours": "Mo 8-12"}).headers["Location"]
    assert hours == "/de/entry/c/edit?to=%2Fde%2Fcalls", "hours are read back first"
    elsewhere = text(caller.get("/de/entry/c/edit?to=https://example.com/"))
    assert "example.com" not in elsewhere.split("<main", 1)[1].split("</main>", 1)[0]


def test_who_is_no_more_is_deleted_after_a_question_and_the_round_goes_on(three: Place, caller: Visitor) -> None:
    caller.post("/de/calls", data={"query": ""})
    asked = text(caller.get("/de/entry/c/delete?to=/de/calls"))
    shown = asked.split('name="shown" value="', 1)[1].split('"', 1)[0]
    answer = caller.post("/de/entry/c/delete", data={"shown": shown, "to": "/de/calls"}, follow_redirects=True)
    assert "Anker</h1>" in text(answer) and "2 von 3" in text(answer)


def test_a_round_of_nobody_is_not_offered(place: Place) -> None:
    place.put("actor", "a", name="Anker", confirmed_on="2024-01-01")
    caller = place.visitor(Role.COORDINATOR)
    assert 'name="never"' not in text(caller.get("/de/calls"))
    place.put("actor", "c", name="Café")
    assert 'name="never"' in text(caller.get("/de/calls"))
