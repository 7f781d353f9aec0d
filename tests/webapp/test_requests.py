"""What holds for every request: which site it came from, its host and size, the headers and words of every answer."""

from __future__ import annotations

import pytest

from tests.webapp.conftest import OWN_SITE, Place
from tests.webapp.routes import ROUTES
from webapp.access import Permission, needs
from webapp.headers import POLICY

LARGE = {"q": "x" * 600_000}


@pytest.mark.parametrize(
    ("headers", "let_in"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://localhost"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Origin": "http://localhost"}, True),
        ({"Origin": "HTTP://LOCALHOST"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.de"}, False),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://localhost:8001"}, False),
        ({"Origin": "http://localhost.evil.de"}, False),
        ({"Origin": "http://evil.de/localhost"}, False),
        ({"Origin": "http://localhost@evil.de"}, False),
        ({"Origin": "http://["}, False),
        ({"Origin": ""}, False),
        ({}, False),
    ],
)
def test_only_the_own_site_may_change_something(place: Place, headers: dict[str, str], let_in: bool) -> None:
    answer = place.visitor().post("/de/sign-in", data={"mail": "x", "password": "x"}, headers=headers)
    assert answer.status_code == (422 if let_in else 403)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_every_unsafe_method_is_looked_at_also_where_no_route_is(place: Place, method: str) -> None:
    assert place.visitor().open("/de/none", method=method, headers={}).status_code == 403


@pytest.mark.parametrize("host", ["evil.de", "localhost.evil.de", "evil.de:80", "localhost@evil.de", ""])
def test_a_forged_host_is_refused(place: Place, host: str) -> None:
    answer = place.visitor().get("/de/sign-in", headers={"Host": host})
    assert answer.status_code == 400 and "evil" not in answer.text


def test_a_form_of_600_kb_is_refused(place: Place) -> None:
    answer = place.visitor().post("/de/sign-in", data=LARGE)
    assert answer.status_code == 413 and "Das ist zu groß" in answer.text


@pytest.mark.parametrize("path", ["/", "/de/", "/de/none", "/de/accounts", "/static/x/none", "/en/about"])
def test_every_answer_carries_the_policy(place: Place, path: str) -> None:
    visitor = place.visitor()
    for answer in (visitor.get(path), visitor.post(path, data=LARGE), visitor.post(path, headers={})):
        assert answer.headers["Content-Security-Policy"] == POLICY, answer.status
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"] == "same-origin"


def test_a_refused_host_gets_the_policy_too(place: Place) -> None:
    assert place.visitor().get("/de/", headers={"Host": "evil.de"}).headers["Content-Security-Policy"] == POLICY


def test_pages_are_not_kept_by_anyone_between(place: Place) -> None:
    for route in ROUTES:
        if route.startswith("GET ") and "<" not in route:
            stated = place.visitor().get("/de" + route.removeprefix("GET ")).headers["Cache-Control"]
            assert stated in ("private, no-cache", "no-store"), route


@pytest.mark.parametrize(
    ("path", "language", "said"),
    [
        ("/de/none", "en", "Diese Seite gibt es nicht"),
        ("/en/none", "de", "There is no such page"),
        ("/none", "en", "There is no such page"),
        ("/none", "uk", "Diese Seite gibt es nicht"),
    ],
)
def test_what_does_not_exist_is_said_in_the_readers_language(place: Place, path: str, language: str, said: str) -> None:
    answer = place.visitor().get(path, headers={"Accept-Language": language})
    assert answer.status_code == 404 and f"<h1>{said}</h1>" in answer.text


def test_a_defect_is_said_without_its_details(place: Place) -> None:
    def broken() -> str:
        raise RuntimeError("secret")

    place = place.with_route("/broken", needs(Permission.READ)(broken))
    place.app.logger.disabled = True
    answer = place.visitor().get("/de/broken")
    assert answer.status_code == 500 and "Hier ist ein Fehler passiert" in answer.text and "secret" not in answer.text
    assert answer.headers["Content-Security-Policy"] == POLICY


def test_the_root_leads_to_the_readers_language(place: Place) -> None:
    assert place.visitor().get("/", headers={"Accept-Language": "en-GB"}).headers["Location"] == "/en/"
    assert place.visitor().get("/", headers=OWN_SITE).headers["Location"] == "/de/"
