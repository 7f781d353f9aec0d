"""A link without account answers for one actor, until its day, and tells nothing but public names."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.webapp.conftest import Place, Visitor
from tests.webapp.pages.test_survey import UNTIL, links, text, ticked
from webapp import handed
from webapp.access import Role
from webapp.pages.survey import without_account
from webapp.pages.survey.handing import LASTS, PURPOSE


@pytest.fixture
def three(place: Place) -> Place:
    """Three actors and one that only the network sees."""
    place.put("actor", "a", name="Anker")
    place.put("actor", "b", name="Brücke", phones=["+493023125123"], note="streng intern")
    place.put("actor", "c", name="Café")
    place.put("actor", "n", name="Nur im Netz", audience="network")
    place.put("contact", "k", function="Leitung", actor="a", person="Erika Muster", mobiles=["+491713920099"])
    place.put("referral", "r", sender="a", receiver="b", sender_confirmed_until="2027-01-31")
    place.put("referral", "r2", sender="c", receiver="a", sender_confirmed_until="2027-01-31")
    place.put("referral", "r3", sender="a", receiver="n", sender_confirmed_until="2027-01-31")
    return place


def link(place: Place, actor: str = "a") -> str:
    """The path of a link that the coordinator was shown."""
    page = place.visitor(Role.COORDINATOR).post(f"/de/survey/actor/{actor}/link")
    found = re.search(r'value="http://localhost(/de/answer/[\w-]+)"', text(page))
    assert found and page.headers["Cache-Control"] == "no-store"
    return found[1]


def test_it_shows_public_names_and_the_own_answers_alone(three: Place) -> None:
    page = three.visitor().get(link(three))
    shown = text(page)
    assert ticked(shown) == {("to", "b")} and "von Ihnen bestätigt bis 31.1.2027" in shown
    for secret in ("Nur im Netz", "streng intern", "Muster", "39200", "2312", "andere Stelle", "einer Liste"):
        assert secret not in shown, secret
    assert "Set-Cookie" not in page.headers and page.headers["Cache-Control"] == "no-store"


def test_its_answer_counts_as_that_sides_word(three: Place) -> None:
    path, visitor = link(three), three.visitor()
    answer = visitor.post(path, data={"by": ["c"], "known_to": "b"})
    assert answer.status_code == 303 and "Set-Cookie" not in answer.headers
    assert links(three) == {
        ("a", "b"): ("", ""), ("c", "a"): ("2027-01-31", UNTIL), ("a", "n"): ("2027-01-31", ""),
    }  # fmt: skip
    applied = three.services.store.history(None, None, 1)[0]
    assert (applied.changes.who, applied.changes.source) == ("", "survey:link")
    thanks = visitor.get(answer.headers["Location"])
    assert "ist gespeichert" in text(thanks) and "Set-Cookie" not in thanks.headers


def test_it_writes_for_no_other_actor_and_names_nobody_hidden(three: Place) -> None:
    path = link(three)
    three.visitor().post(path, data={"to": ["a", "n", "k", "nobody"], "actor": "b", "id": "b", "known_to": "n a"})
    assert links(three)["a", "n"] == ("2027-01-31", "") and len(links(three)) == 3


def test_another_visitors_session_makes_no_difference(three: Place) -> None:
    path = link(three)
    assert "Nur im Netz" not in text(three.visitor(Role.COORDINATOR).get(path))


def test_an_expired_link_opens_nothing(three: Place) -> None:
    path = link(three)
    three.now += LASTS
    _opens_nothing(three.visitor(), path)
    assert links(three)["a", "b"] == ("2027-01-31", "")


def test_a_withdrawn_link_opens_nothing(three: Place) -> None:
    path, other = link(three), link(three, "b")
    three.visitor(Role.COORDINATOR).post("/de/survey/actor/a/withdraw")
    _opens_nothing(three.visitor(), path)
    assert three.visitor().get(other).status_code == 200


def test_a_link_of_a_deleted_actor_or_made_for_something_else_opens_nothing(three: Place) -> None:
    store, now = three.services.store, three.now
    for purpose, owner in ((PURPOSE, "gone"), (PURPOSE, "k"), ("share", "a")):
        token = handed.make(store, purpose, {}, owner, now, timedelta(days=1))
        _opens_nothing(three.visitor(), f"/de/answer/{token}")


def test_guessing_is_slowed_by_address_while_a_right_link_still_opens(
    three: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed, "WRONG_LINKS", 3)
    path, visitor = link(three), three.visitor()
    answers = [visitor.get(f"/de/answer/guess{n}").status_code for n in range(5)]
    assert answers == [404, 404, 404, 429, 429]
    assert visitor.get(path).status_code == 200
    three.now += timedelta(minutes=16)
    assert visitor.get("/de/answer/guess").status_code == 404


def test_every_link_that_opens_nothing_looks_the_same_and_counts_together(
    three: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handed, "WRONG_LINKS", 3)
    visitor = three.visitor()
    pages = [visitor.get("/de/answer/guess"), visitor.post("/de/answer/guess"), visitor.get("/de/shared/guess")]
    assert [page.status_code for page in pages] == [404, 404, 404]
    assert len({text(page)[text(page).index("<main") : text(page).index("</main")] for page in pages}) == 1
    assert visitor.get("/de/shared/guess").status_code == visitor.get("/de/answer/guess").status_code == 429


def test_one_link_answers_only_so_often_at_a_time(three: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(without_account, "ANSWERS", 2)
    path, visitor = link(three), three.visitor()
    assert [visitor.post(path, data={"to": ["c"]}).status_code for _ in range(3)] == [303, 303, 429]


def test_from_another_site_nothing_is_taken(three: Place) -> None:
    answer = three.visitor().post(link(three), data={"to": ["c"]}, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403 and ("a", "c") not in links(three)


def _opens_nothing(visitor: Visitor, path: str) -> None:
    for answer in (visitor.get(path), visitor.post(path, data={"to": ["c"]})):
        assert answer.status_code == 404 and "gilt nicht" in text(answer) and "Brücke" not in text(answer)
