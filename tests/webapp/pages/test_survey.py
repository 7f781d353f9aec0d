"""The link survey on pages: partners for their own actor, coordinators for all, tasks, sheets."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.model.changes import Entry
from tests.webapp.conftest import Place, Visitor
from webapp.access import Role
from webapp.survey import keeping

UNTIL = "2027-11-23"


@pytest.fixture
def three(place: Place) -> Place:
    """Three actors: b has two services and a number; one link from a list."""
    place.put("actor", "a", name="Anker", sector="administration")
    place.put("actor", "b", name="Brücke", sector="civil_society", phones=["+493023125123"])
    place.put("actor", "c", name="Café", sector="business")
    place.put("service", "s", name="Beratung", provider="b")
    place.put("service", "t", name="Begleitung", provider="b")
    place.put("referral", "r", sender="a", receiver="b")
    return place


def links(place: Place) -> dict[tuple[str, str], tuple[str, str]]:
    """(sender, receiver) → until when each side confirmed."""
    found = place.services.live.refresh().of_kind("referral").values()
    return {(e.fields["sender"], e.fields["receiver"]): _words(e) for e in found}


def _words(e: Entry) -> tuple[str, str]:
    return e.fields.get("sender_confirmed_until", ""), e.fields.get("receiver_confirmed_until", "")


def text(answer: object) -> str:
    return re.sub(r"\s+", " ", answer.get_data(as_text=True))  # type: ignore[attr-defined]


def ticked(page: str) -> set[tuple[str, str]]:
    return set(re.findall(r'name="(to|by)" value="(\w+)" checked', page))


def test_what_is_known_is_ticked_with_who_said_so(three: Place) -> None:
    three.put("referral", "r2", sender="c", receiver="a", sender_confirmed_until="2027-01-31")
    three.put("referral", "r3", sender="a", receiver="c", sender_confirmed_until="2027-01-31")
    page = text(three.visitor(Role.PARTNER, actor="a").get("/de/survey/actor/a"))
    assert ticked(page) == {("to", "b"), ("by", "c"), ("to", "c")}
    assert "Wir an sie: aus einer Liste, noch von niemandem bestätigt" in page
    assert "Sie zu uns: sagt die andere Stelle" in page
    assert "Wir an sie: von Ihnen bestätigt bis 31.1.2027" in page


def test_a_partner_answers_for_the_own_actor_and_it_can_be_undone(three: Place) -> None:
    partner = three.visitor(Role.PARTNER, actor="a")
    assert partner.get("/de/survey").headers["Location"] == "/de/survey/actor/a"
    partner.post("/de/survey/actor/a", data={"to": ["b"], "by": ["c"], "known_to": "b"})
    assert links(three) == {("a", "b"): (UNTIL, ""), ("c", "a"): ("", UNTIL)}
    applied = three.services.store.history(None, None, 1)[0]
    assert applied.changes.source == "survey:partner" and applied.changes.why.params == {"actor": "Anker"}
    keeper = three.visitor(Role.COORDINATOR)
    shown = re.search(r'name="shown" value="(\w+)"', text(keeper.get(f"/de/history/{applied.revision}/undo")))
    assert shown
    keeper.post(f"/de/history/{applied.revision}/undo", data={"shown": shown[1]})
    assert links(three) == {("a", "b"): ("", "")}


def test_a_partner_answers_for_nobody_else(three: Place) -> None:
    partner = three.visitor(Role.PARTNER, actor="a")
    for path in ("/de/survey/actor/b", "/de/survey/actor/b/services"):
        assert partner.get(path).status_code == 403
        assert partner.post(path, data={"to": ["c"]}).status_code == 403
    assert partner.post("/de/survey/tasks/r", data={"do": "yes", "side": "receiver"}).status_code == 403
    assert links(three) == {("a", "b"): ("", "")}


def test_the_same_form_twice_is_one_answer(three: Place) -> None:
    partner = three.visitor(Role.PARTNER, actor="a")
    form = {"to": ["b"], "op": "0" * 32}
    revisions = set()
    for _ in range(2):
        assert partner.post("/de/survey/actor/a", data=form).status_code == 303
        revisions.add(three.services.store.revision())
    assert len(revisions) == 1


def test_who_is_hidden_from_a_partner_is_neither_shown_nor_linked(three: Place) -> None:
    three.hide("actor", "c")
    partner = three.visitor(Role.PARTNER, actor="a")
    assert "Café" not in text(partner.get("/de/survey/actor/a"))
    partner.post("/de/survey/actor/a", data={"to": ["c", "nobody"], "known_by": "c"})
    assert links(three) == {("a", "b"): ("", "")}


def test_where_a_receiver_has_several_services_it_may_be_said_to_which(three: Place) -> None:
    partner = three.visitor(Role.PARTNER, actor="a")
    answer = partner.post("/de/survey/actor/a", data={"to": ["b"]}, follow_redirects=True)
    assert "Zu welchem Angebot?" in text(answer) and "Begleitung" in text(answer)
    partner.post("/de/survey/actor/a/services", data={"to-r": "t"})
    assert links(three) == {("a", "t"): (UNTIL, "")}


def test_one_sided_links_are_tasks_with_a_number_and_done_at_once(three: Place) -> None:
    keeper = three.visitor(Role.COORDINATOR)
    keeper.post("/de/survey/actor/a", data={"to": ["b"]})
    page = text(keeper.get("/de/survey/tasks"))
    assert "Einseitig (1)" in page and "Brücke hat noch nicht bestätigt." in page and "tel:+493023125123" in page
    keeper.post("/de/survey/tasks/r", data={"do": "yes", "side": "receiver"})
    assert links(three) == {("a", "b"): (UNTIL, UNTIL)}
    assert "Einseitig (0)" in text(keeper.get("/de/survey/tasks"))


def test_a_no_makes_a_link_disputed_then_proposed_for_deletion_and_never_deletes_by_itself(three: Place) -> None:
    keeper = three.visitor(Role.COORDINATOR)
    keeper.post("/de/survey/actor/a", data={"to": ["b"]})
    keeper.post("/de/survey/tasks/r", data={"do": "no", "side": "receiver"})
    assert "Widersprüchlich (1)" in text(keeper.get("/de/survey/tasks"))
    keeper.post("/de/survey/tasks/r", data={"do": "delete"})
    assert links(three) == {("a", "b"): (UNTIL, "")}
    keeper.post("/de/survey/actor/a", data={"known_to": "b"})
    page = text(keeper.get("/de/survey/tasks?state=unwanted"))
    assert "Zum Löschen vorgeschlagen (1)" in page and links(three) == {("a", "b"): ("", "")}
    keeper.post("/de/survey/tasks/r", data={"do": "delete"})
    assert links(three) == {}
    assert "gibt es nicht mehr" in text(keeper.post("/de/survey/tasks/r", data={"do": "delete"}, follow_redirects=True))


def test_partners_see_their_own_tasks_alone_and_answer_for_their_side(three: Place) -> None:
    three.put("referral", "r2", sender="c", receiver="a", sender_confirmed_until="2027-01-31")
    three.put("referral", "r3", sender="c", receiver="b", sender_confirmed_until="2027-01-31")
    partner = three.visitor(Role.PARTNER, actor="a")
    page = text(partner.get("/de/survey/tasks"))
    assert "1 Vermittlung<" in page and "Stimmt das?" in page
    partner.post("/de/survey/tasks/r2", data={"do": "yes", "side": "receiver"})
    assert links(three)["c", "a"] == ("2027-01-31", UNTIL)
    assert partner.post("/de/survey/tasks/r2", data={"do": "yes", "side": "sender"}).status_code == 403
    assert partner.post("/de/survey/tasks/r2", data={"do": "delete"}).status_code == 403
    assert partner.post("/de/survey/tasks/r2", data={"do": "?"}).status_code == 400


def test_sheets_carry_a_code_the_roster_and_a_qr_code_and_are_typed_in(three: Place) -> None:
    keeper = three.visitor(Role.COORDINATOR)
    assert "noch keine Bögen" in text(keeper.get("/de/survey/enter"))
    printed = text(keeper.post("/de/survey/sheets", data={"all": "1", "qr": "1"}))
    assert printed.count('class="kp-qr"') == 3 and "<strong>1b</strong>" in printed
    assert '<b class="k"></b>' in printed, "a link that is known carries a dot"
    answer = keeper.post("/de/survey/enter", data={"sheet": "1a", "line": "cB"}, follow_redirects=True)
    assert "1a Anker: Danke. 2 Angaben sind gespeichert." in text(answer)
    assert 'name="sheet" value="1b"' in text(answer) and "Bogen von Brücke" in text(answer), "the next one is awaited"
    assert links(three) == {("a", "b"): ("", ""), ("a", "c"): (UNTIL, ""), ("b", "a"): ("", UNTIL)}
    assert three.services.store.history(None, None, 1)[0].changes.source == "survey:sheet"
    wrong = keeper.post("/de/survey/enter", data={"sheet": "1a", "line": "x"})
    assert wrong.status_code == 422 and "gehört zu keiner Zeile" in text(wrong) and 'value="x"' in text(wrong)


def test_a_sheet_stays_right_when_others_come_and_go(three: Place) -> None:
    keeper = three.visitor(Role.COORDINATOR)
    keeper.post("/de/survey/sheets", data={"actor": ["a"]})
    three.put("actor", "0", name="Aal")
    three.hide("actor", "b")
    assert "kommt 1 Stelle dazu" in text(keeper.get("/de/survey/sheets"))
    keeper.post("/de/survey/sheets", data={"actor": ["a"]})
    assert keeping.roster(three.services.store) == ["a", "b", "c", "0"]
    assert keeper.post("/de/survey/enter", data={"sheet": "1a", "line": "b"}).status_code == 422
    keeper.post("/de/survey/enter", data={"sheet": "1a", "line": "d"})
    assert ("a", "0") in links(three)
    keeper.post("/de/survey/renumber")
    assert keeping.roster(three.services.store) == ["0", "a", "c"]


def test_a_sheet_typed_in_again_adds_and_says_so(three: Place) -> None:
    keeper = three.visitor(Role.COORDINATOR)
    keeper.post("/de/survey/sheets", data={"actor": ["a"]})
    assert "Wer einen Bogen noch einmal eintippt, fügt Kreuze hinzu." in text(keeper.get("/de/survey/enter"))
    first, second = (
        text(keeper.post("/de/survey/enter", data={"sheet": "1a", "line": line}, follow_redirects=True))
        for line in "bc"
    )
    assert "Seine Kreuze bleiben" not in first and "Seine Kreuze bleiben, diese kommen dazu." in second
    assert {("a", "b"), ("a", "c")} <= set(links(three))


def test_the_overview_says_of_actors_who_is_asked_and_who_has_answered(three: Place) -> None:
    keeper = three.visitor(Role.COORDINATOR)
    keeper.post("/de/survey/sheets", data={"actor": ["a"]})
    keeper.post("/de/survey/actor/b/link")
    keeper.post("/de/survey/enter", data={"sheet": "1a", "line": "c"})
    page = text(keeper.get("/de/survey"))
    assert "geantwortet auf dem Bogen am 23.11.2026" in page and "gefragt am 23.11.2026, Antwort fehlt" in page
    for state, names in (("missing", "Brücke"), ("answered", "Anker"), ("unasked", "Café")):
        found = re.findall(r'/survey/actor/\w+">(\w+)', text(keeper.get(f"/de/survey?state={state}")))
        assert found == [names]
    assert "Café" not in text(keeper.get("/de/survey?q=anker"))


def test_how_long_a_word_holds_is_a_setting(three: Place) -> None:
    keeper = three.visitor(Role.COORDINATOR)
    for months in ("6", "7"):
        keeper.post("/de/survey/settings", data={"months": months})
    keeper.post("/de/survey/actor/a", data={"to": ["b"]})
    assert links(three) == {("a", "b"): ("2027-05-23", "")}


def test_an_account_that_speaks_for_nobody_is_told_so(three: Place) -> None:
    assert "spricht noch für keine Stelle" in text(three.visitor(Role.PARTNER).get("/de/survey"))


def test_both_sides_answering_at_once_make_one_link(place: Place) -> None:
    names = [f"a{n}" for n in range(6)]
    for name in names:
        place.put("actor", name, name=name)
    partners = [(name, place.visitor(Role.PARTNER, actor=name)) for name in names]

    def answer(who: tuple[str, Visitor]) -> int:
        others = [name for name in names if name != who[0]]
        return who[1].post(f"/de/survey/actor/{who[0]}", data={"to": others, "by": others}).status_code

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(answer, partners)) == {303}
    found = place.services.live.refresh().of_kind("referral").values()
    assert len(found) == len(links(place)) == 30
    assert set(links(place).values()) == {(UNTIL, UNTIL)}
