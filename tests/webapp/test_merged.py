"""What names an actor that went into another: it means the other, and itself again when the merge is undone."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from graph.model.changes import EntryId, Record
from graph.model.errors import KnotenpunktError, RecordConflict
from tests.webapp.conftest import Place, Visitor
from tests.webapp.pages.test_survey import links, text
from tests.webapp.pages.test_survey_without_account import link
from webapp import calling, merged
from webapp.access import Role
from webapp.survey import keeping


@pytest.fixture
def twice(place: Place) -> Place:
    """ "a" and "b" are the same; both send people to "c"."""
    place.put("actor", "a", name="Anker")
    place.put("actor", "b", name="Anker e. V.")
    place.put("actor", "c", name="Café")
    place.put("actor", "d", name="Dach")
    place.put("referral", "ac", sender="a", receiver="c")
    place.put("referral", "bc", sender="b", receiver="c")
    place.put("referral", "bd", sender="b", receiver="d")
    return place


def merge(visitor: Visitor) -> None:
    """Put "b" into "a"."""
    page = text(visitor.get("/de/entry/a/merge?with=b"))
    shown = re.search(r'name="shown" value="(\w+)"', page)
    assert shown and "gelten danach für Anker" in page
    assert visitor.post("/de/entry/a/merge", data={"with": "b", "shown": shown[1]}).status_code == 303


def undo(place: Place, visitor: Visitor) -> None:
    """Take the last change back."""
    revision = place.services.store.revision()
    shown = re.search(r'name="shown" value="(\w+)"', text(visitor.get(f"/de/history/{revision}/undo")))
    assert shown
    assert visitor.post(f"/de/history/{revision}/undo", data={"shown": shown[1]}).status_code == 303


def no_of(place: Place) -> frozenset[tuple[str, str]]:
    """(link, side) of all who said no."""
    return frozenset(keeping.all_refusals(place.services.store, place.services.live.refresh()))


def test_answers_and_denials_follow_and_come_back(twice: Place) -> None:
    keeper, store = twice.visitor(Role.COORDINATOR), twice.services.store
    for who, other in (("bc", "sender"), ("bd", "sender"), ("bc", "receiver")):
        keeper.post(f"/de/survey/tasks/{who}", data={"do": "no", "side": other})
    before = no_of(twice)
    assert before == {("bc", "sender"), ("bd", "sender"), ("bc", "receiver")}
    merge(keeper)
    network = twice.services.live.refresh()
    assert no_of(twice) == {("ac", "sender"), ("bd", "sender"), ("ac", "receiver")}
    assert keeping.of(store, network, "a").answered_how == "phone"
    assert keeping.everyone(store, network).keys() == {"a", "c"}
    undo(twice, keeper)
    assert no_of(twice) == before and keeping.of(store, twice.services.live.refresh(), "a").answered_on == ""


def test_a_handed_link_answers_for_the_kept_one_and_after_undo_for_its_own(twice: Place) -> None:
    keeper, path = twice.visitor(Role.COORDINATOR), link(twice, "b")
    merge(keeper)
    assert "Anker" in text(twice.visitor().get(path))
    twice.visitor().post(path, data={"by": ["d"]})
    assert ("d", "a") in links(twice) and ("d", "b") not in links(twice)
    keeper.post("/de/survey/actor/a/withdraw")
    assert twice.visitor().get(path).status_code == 404


def test_a_link_means_its_own_actor_again_after_undo(twice: Place) -> None:
    keeper, path = twice.visitor(Role.COORDINATOR), link(twice, "b")
    merge(keeper)
    undo(twice, keeper)
    twice.visitor().post(path, data={"by": ["d"]})
    assert ("d", "b") in links(twice)


def test_who_spoke_for_the_one_that_went_speaks_for_the_kept_one_until_undo(twice: Place) -> None:
    partner, keeper = twice.visitor(Role.PARTNER, actor="b"), twice.visitor(Role.COORDINATOR)
    merge(keeper)
    assert partner.get("/de/survey").headers["Location"] == "/de/survey/actor/a"
    assert partner.get("/de/survey/actor/a").status_code == 200
    assert "Partner: Anker" in text(twice.visitor(Role.ADMINISTRATOR).get("/de/accounts")), "and accounts say so"
    undo(twice, keeper)
    assert partner.get("/de/survey/actor/a").status_code == 403
    assert partner.get("/de/survey/actor/b").status_code == 200


def test_a_phone_round_calls_the_kept_one_once(twice: Place) -> None:
    queue = [EntryId(id) for id in ("b", "c", "a")]
    round = calling.begin("who", queue, "", 0)
    merge(twice.visitor(Role.COORDINATOR))
    network = twice.services.live.refresh()
    assert round.within(network, twice.services.store).queue == ("a", "c")


def test_sheets_on_paper_stay_right(twice: Place) -> None:
    keeper = twice.visitor(Role.COORDINATOR)
    keeper.post("/de/survey/sheets", data={"all": "1"})
    merge(keeper)
    keeper.post("/de/survey/enter", data={"sheet": "1d", "line": "b"})
    keeper.post("/de/survey/enter", data={"sheet": "1b", "line": "aD"})
    assert ("d", "a") in links(twice) and ("a", "a") not in links(twice)


def test_several_merges_lead_on_and_a_circle_ends(twice: Place) -> None:
    store, network = twice.services.store, twice.services.live.refresh()
    pairs = (("x", "y"), ("y", "a"), ("p", "q"), ("q", "p"))
    store.commit(None, put=[Record(kind=merged.KIND, id=gone, owner=kept, body={}) for gone, kept in pairs])
    assert merged.now(store, network, "x") == "a" and merged.now(store, network, "p") == "p"
    assert merged.gone_into(store, network, "a") == ["y", "x"] and merged.now(store, network, "") == ""


def test_the_survey_reads_everything_once_until_something_changes(
    twice: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper, store = twice.visitor(Role.COORDINATOR), twice.services.store
    read: list[str] = []
    find = type(store).find

    def counted(self: object, kind: str, *more: object, **named: object) -> object:
        read.append(kind)
        return find(self, kind, *more, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(type(store), "find", counted)
    for path in ("/de/survey", "/de/survey/tasks", "/de/survey?state=missing&q=a", "/de/survey/enter") * 2:
        assert keeper.get(path).status_code == 200
    assert read.count(keeping.KIND) == 1
    keeper.post("/de/survey/actor/c/link")
    assert "gefragt am" in text(keeper.get("/de/survey")) and read.count(keeping.KIND) == 2


def test_a_note_that_never_gets_through_is_told(twice: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    store, network = twice.services.store, twice.services.live.refresh()
    with ThreadPoolExecutor(4) as several:
        ids = ["a", "b", "c", "d"]
        list(several.map(lambda id: keeping.note_asked(store, network, [id], "link", date(2026, 11, 23)), ids))
    assert len(keeping.everyone(store, network)) == 4
    keeper = twice.visitor(Role.COORDINATOR)

    def refuse(*_: object, **__: object) -> None:
        raise RecordConflict("survey", "a")

    monkeypatch.setattr(type(store), "commit", refuse)
    with pytest.raises(KnotenpunktError):
        keeping.note_asked(store, network, ["a"], "link", date(2026, 11, 23))
    answer = keeper.post("/de/survey/actor/a/link")
    assert answer.status_code >= 400 and "nichts ausgehändigt" in text(answer) and "/answer/" not in text(answer)
