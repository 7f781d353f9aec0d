"""Signing in: who gets in, who has to wait, and where it leads."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from tests.webapp.conftest import CHEAP, OWN_SITE, Place
from webapp.access import Role
from webapp.accounts import throttle
from webapp.addresses import own_path
from webapp.app import create_app

PASSWORD = "lampe wiese motor"


@pytest.fixture
def anna(place: Place) -> dict[str, str]:
    place.account("anna@example.org", Role.COORDINATOR, password=PASSWORD)
    return {"mail": " Anna@Example.org ", "password": PASSWORD}


def test_the_right_password_leads_where_one_wanted_to_go(place: Place, anna: dict[str, str]) -> None:
    answer = place.visitor().post("/de/sign-in", data={**anna, "to": "/de/entries?page=2"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/de/entries?page=2")


def test_wrong_password_and_unknown_mail_get_the_same_answer(place: Place, anna: dict[str, str]) -> None:
    visitor = place.visitor()
    wrong = visitor.post("/de/sign-in", data={**anna, "password": "x"})
    unknown = visitor.post("/de/sign-in", data={**anna, "mail": "x@example.org", "password": "x"})
    assert wrong.status_code == unknown.status_code == 422
    assert "E-Mail-Adresse und Passwort passen nicht zusammen." in wrong.text
    assert wrong.text.replace(anna["mail"], "x@example.org") == unknown.text


def test_an_unknown_mail_costs_a_verification_too(
    place: Place, anna: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    verify = type(CHEAP._hasher).verify
    monkeypatch.setattr(type(CHEAP._hasher), "verify", lambda self, h, p: seen.append(p) or verify(self, h, p))
    place.visitor().post("/de/sign-in", data={"mail": "x@example.org", "password": "tried"})
    assert seen == ["tried"]


def test_an_account_without_a_password_yet_lets_nobody_in(place: Place) -> None:
    account = place.account("neu@example.org", Role.PARTNER)
    record = place.services.store.get("account", account.id)
    assert record
    body = {**record.body, "password": ""}
    place.services.store.commit(None, put=[type(record)(kind="account", id=account.id, body=body, version=1)])
    for password in ("", "x", "nobody's password"):
        answer = place.visitor().post("/de/sign-in", data={"mail": "neu@example.org", "password": password})
        assert answer.status_code == 422


def test_a_flood_on_one_account_is_stopped_and_told_until_when(place: Place, anna: dict[str, str]) -> None:
    visitor = place.visitor()
    for _ in range(throttle.PER_ACCOUNT_FROM_ONE_ADDRESS):
        assert visitor.post("/de/sign-in", data={**anna, "password": "x"}).status_code == 422
    answer = visitor.post("/de/sign-in", data=anna)
    assert answer.status_code == 429 and "Ab 10:45 Uhr" in answer.text  # 9:30 UTC is 10:30 at the place
    assert answer.headers["Retry-After"] == "900"
    place.now += throttle.WINDOW
    assert visitor.post("/de/sign-in", data=anna).status_code == 303


def test_a_flood_from_one_network_is_stopped_whatever_the_account(place: Place) -> None:
    visitor, statuses = place.visitor(), []
    for number in range(throttle.PER_ADDRESS + 1):
        data = {"mail": f"a{number}@example.org", "password": "x"}
        origin = {"REMOTE_ADDR": f"2001:db8:1:2::{number:x}"}
        statuses.append(visitor.post("/de/sign-in", data=data, environ_base=origin).status_code)
    assert statuses[-2:] == [422, 429]
    other = {"REMOTE_ADDR": "2001:db8:1:3::1"}
    assert visitor.post("/de/sign-in", data={"mail": "b@example.org"}, environ_base=other).status_code == 422


def test_who_guesses_at_an_account_shuts_nobody_out_elsewhere(place: Place, anna: dict[str, str]) -> None:
    for _ in range(2 * throttle.PER_ACCOUNT):
        throttle.attempt(place.services.store, "anna@example.org", "10.0.0.1", place.now)
    assert place.visitor().post("/de/sign-in", data=anna).status_code == 303


def test_a_stopped_flood_hashes_nothing(place: Place, anna: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(throttle.PER_ACCOUNT):
        throttle.attempt(place.services.store, "anna@example.org", f"10.0.0.{number}", place.now)
    monkeypatch.setattr(type(CHEAP), "matches", lambda *_: pytest.fail("looked at the password"))
    assert place.visitor().post("/de/sign-in", data=anna).status_code == 429


def test_an_office_that_signs_in_each_morning_is_not_a_flood(place: Place, anna: dict[str, str]) -> None:
    for _ in range(throttle.PER_ACCOUNT_FROM_ONE_ADDRESS + 5):
        assert place.visitor().post("/de/sign-in", data=anna).status_code == 303


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", "unknown"),
    ],
)
def test_a_neighbourhood_is_what_one_customer_has(address: str, expected: str) -> None:
    assert throttle.neighbourhood(address) == expected


@pytest.mark.parametrize(("proxies", "statuses"), [(0, {429}), (1, {422})])
def test_the_header_of_a_proxy_is_believed_only_where_one_stands(
    place: Place, monkeypatch: pytest.MonkeyPatch, proxies: int, statuses: set[int]
) -> None:
    monkeypatch.setattr(throttle, "PER_ADDRESS", 0 if proxies == 0 else 1)
    config = dataclasses.replace(place.services.config, proxies=proxies)
    app = create_app(dataclasses.replace(place.services, config=config), CHEAP)
    headers = [{**OWN_SITE, "X-Forwarded-For": f"192.0.2.{number}"} for number in (1, 2)]
    assert {app.test_client().post("/de/sign-in", headers=each).status_code for each in headers} == statuses


def test_attempts_are_kept_without_mail_and_address(place: Place) -> None:
    throttle.attempt(place.services.store, "anna@example.org", "192.0.2.7", place.now)
    dump = b"".join(place.services.store.dump())
    assert b"anna@example.org" not in dump and b"192.0.2.7" not in dump


def test_attempts_are_forgotten_after_a_quarter_of_an_hour(place: Place) -> None:
    throttle.attempt(place.services.store, "anna@example.org", "192.0.2.7", place.now)
    assert place.services.store.purge(place.now + timedelta(minutes=15)) == 3


@pytest.mark.parametrize(
    "wanted",
    [
        "", "/", "//evil.de", "///evil.de", "/\\evil.de", "\\/evil.de", "https:evil.de", "https://evil.de", "//de/",
        "javascript:alert(1)", "/de\\@evil.de", "/de/\tx", "/de/\nx", "/de/\x00x", "/de/ x", "\t//evil.de", "evil.de",
        "/de/ä", "/dex", "/static/x", "http://[", "/\t/evil.de", "de/",
    ],
)  # fmt: skip
def test_no_address_of_another_site_is_followed(place: Place, anna: dict[str, str], wanted: str) -> None:
    assert own_path(wanted, "/de/") == "/de/"


@pytest.mark.parametrize("wanted", ["/de/", "/en", "/de/actor/x?a=b&c=%20d#e", "/en/search?q=a//b"])
def test_own_addresses_are_followed(wanted: str) -> None:
    assert own_path(wanted, "/") == wanted


def test_a_foreign_address_leads_to_the_start(place: Place, anna: dict[str, str]) -> None:
    answer = place.visitor().post("/en/sign-in", data={**anna, "to": "//evil.de"})
    assert answer.headers["Location"] == "/en/"


def test_a_council_begins_with_the_overview_and_whoever_does_more_with_the_search(place: Place) -> None:
    for mail, role, start in (("r@example.org", Role.COUNCIL, "/de/overview"), ("p@example.org", Role.PARTNER, "/de/")):
        place.account(mail, role, password=PASSWORD)
        answer = place.visitor().post("/de/sign-in", data={"mail": mail, "password": PASSWORD})
        assert answer.headers["Location"] == start
