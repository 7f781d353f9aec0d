"""Sessions: begun, ended, and never replayed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from graph.model.errors import Unavailable
from tests.webapp.conftest import OWN_SITE, Place, Visitor
from tests.webapp.routes import ROUTES
from webapp import sessions
from webapp.access import Role

PASSWORD = "lampe wiese motor"


def sign_in(place: Place, mail: str = "anna@example.org", password: str = PASSWORD, to: str = "") -> Visitor:
    visitor = place.visitor()
    visitor.post("/de/sign-in", data={"mail": mail, "password": password, "to": to})
    return visitor


def cookie(visitor: Visitor) -> str:
    found = visitor.get_cookie(sessions.COOKIE)
    return found.value if found else ""


@pytest.fixture
def anna(place: Place) -> None:
    place.account("anna@example.org", Role.COORDINATOR, password=PASSWORD)


def test_the_cookie_of_a_session_is_for_the_server_alone(place: Place, anna: None) -> None:
    answer = place.visitor().post("/de/sign-in", data={"mail": "anna@example.org", "password": PASSWORD})
    stated = answer.headers["Set-Cookie"]
    assert answer.status_code == 303
    assert "HttpOnly" in stated and "SameSite=Lax" in stated and "Path=/" in stated and "Expires" not in stated


def test_the_store_knows_no_token(place: Place, anna: None) -> None:
    token = cookie(sign_in(place))
    assert token.encode() not in b"".join(place.services.store.dump())


def test_a_replayed_cookie_after_sign_out_is_refused(place: Place, anna: None) -> None:
    visitor = sign_in(place)
    old = cookie(visitor)
    assert visitor.get("/de/account").status_code == 200
    visitor.post("/de/sign-out")
    replaying = place.visitor()
    replaying.set_cookie(sessions.COOKIE, old, domain="localhost")
    assert replaying.get("/de/account").status_code == 302


def test_signing_in_again_takes_a_new_token_and_ends_the_old(place: Place, anna: None) -> None:
    visitor = sign_in(place)
    old = cookie(visitor)
    visitor.post("/de/sign-in", data={"mail": "anna@example.org", "password": PASSWORD})
    assert cookie(visitor) != old
    assert len(place.services.store.find(sessions.KIND)) == 1


def test_a_token_brought_along_is_not_taken_over(place: Place, anna: None) -> None:
    visitor = place.visitor()
    visitor.set_cookie(sessions.COOKIE, "chosen-by-somebody-else", domain="localhost")
    visitor.post("/de/sign-in", data={"mail": "anna@example.org", "password": PASSWORD})
    assert cookie(visitor) != "chosen-by-somebody-else"


def test_a_session_ends_when_it_is_idle(place: Place, anna: None) -> None:
    visitor = sign_in(place)
    place.now += sessions.IDLE - timedelta(minutes=1)
    assert visitor.get("/de/account").status_code == 200
    place.now += sessions.IDLE - timedelta(minutes=1)
    assert visitor.get("/de/account").status_code == 200
    place.now += sessions.IDLE
    assert visitor.get("/de/account").status_code == 302


def test_a_session_ends_after_a_week_however_busy(place: Place, anna: None) -> None:
    visitor = sign_in(place)
    for _ in range(28):
        place.now += timedelta(hours=6)
        answer = visitor.get("/de/account")
    assert answer.status_code == 302


def test_a_session_in_use_is_not_written_at_every_request(place: Place, anna: None) -> None:
    visitor = sign_in(place)
    before = place.services.store.find(sessions.KIND)
    visitor.get("/de/account")
    assert place.services.store.find(sessions.KIND) == before


def test_a_new_password_ends_every_other_session(place: Place, anna: None) -> None:
    here, elsewhere = sign_in(place), sign_in(place)
    old = cookie(here)
    new = "vogel dampf kanne"
    answer = here.post("/de/account/password", data={"old": PASSWORD, "password": new, "repeat": new})
    assert answer.status_code == 303
    assert here.get("/de/account").status_code == 200 and cookie(here) != old
    assert elsewhere.get("/de/account").status_code == 302
    assert sign_in(place, password=PASSWORD).get("/de/account").status_code == 302
    assert sign_in(place, password=new).get("/de/account").status_code == 200


def test_a_made_up_remember_cookie_opens_nothing_and_breaks_nothing(place: Place, anna: None) -> None:
    visitor = place.visitor()
    visitor.set_cookie("remember_token", "account-0|" + "0" * 128, domain="localhost")
    assert visitor.get("/de/").status_code == 200
    assert visitor.get("/de/account").status_code == 302


def test_with_a_silent_store_pages_are_read_on_and_nobody_is_told_a_wrong_thing(
    place: Place, anna: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object, **__: object) -> None:
        raise Unavailable

    visitor = sign_in(place)
    for name in ("get", "find", "commit", "revision", "add"):
        monkeypatch.setattr(place.services.store, name, silent)
    assert "antwortet seit" in visitor.get("/de/").text
    for answer in (visitor.get("/de/account"), visitor.post("/de/sign-out"), visitor.post("/de/sign-in")):
        assert answer.status_code == 503
    monkeypatch.undo()
    place.services.live.refresh()
    assert visitor.get("/de/account").status_code == 200


def test_readers_get_no_cookie_whatever_they_open(place: Place) -> None:
    visitor = place.visitor()
    for route in [*ROUTES, "GET /none"]:
        method, path = route.split(" ", 1)
        if method == "GET":
            assert "Set-Cookie" not in visitor.get(f"/de{path}".replace("<", "").replace(">", "")).headers, path
    assert "Set-Cookie" not in visitor.get("/").headers
    wrong = visitor.post("/de/sign-in", data={"mail": "x@example.org", "password": "wrong"}, headers=OWN_SITE)
    assert "Set-Cookie" not in wrong.headers
