"""The first page: asks once, shows how far things are, then is the application."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client

from graph.model.errors import KnotenpunktError
from tests.webapp.conftest import OWN_SITE
from webapp.config import Config, Mode
from webapp.first_page import FirstPage
from webapp.headers import POLICY


def inner(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("200 OK", [])
    return [b"running"]


class Slow:
    """A start that waits to be let go."""

    def __init__(self) -> None:
        self.started: list[Mode] = []
        self.go = threading.Event()
        self.error: Exception | None = None

    def __call__(self, mode: Mode, progress: Callable[[str, int, int], None]) -> Any:
        self.started.append(mode)
        progress("first.begin", 1, 4)
        self.go.wait(5)
        if self.error:
            raise self.error
        return inner


@pytest.fixture
def start() -> Slow:
    return Slow()


@pytest.fixture
def first(tmp_path: Path, start: Slow) -> FirstPage:
    return FirstPage(Config(data=tmp_path), start)


@pytest.fixture
def client(first: FirstPage) -> Client:
    return Client(first)


def choose(client: Client, mode: str, headers: dict[str, str] = OWN_SITE) -> Any:
    return client.post("/de/choose", data={"mode": mode}, headers=headers)


def finish(first: FirstPage, start: Slow) -> None:
    start.go.set()
    first.wait()


def test_it_asks_in_the_readers_language(client: Client) -> None:
    answer = client.get("/", headers={"Accept-Language": "en"})
    assert answer.headers["Location"] == "/en/"
    page = client.get("/de/").text
    assert "Vorführung ansehen" in page and "Eigenes Netzwerk anlegen" in page
    assert client.get("/").headers["Location"] == "/de/"


def test_a_demo_that_exists_is_gone_on_with(client: Client, tmp_path: Path) -> None:
    (tmp_path / "demo.sqlite").touch()
    assert "Vorführung fortsetzen" in client.get("/de/").text


def test_the_own_network_leads_to_its_setup_by_way_of_a_waiting_page(
    client: Client, first: FirstPage, start: Slow
) -> None:
    assert choose(client, "own").headers["Location"] == "/de/setup"
    waiting = client.get("/de/setup")
    assert waiting.status_code == 202 and '<meta http-equiv="refresh"' in waiting.text
    finish(first, start)
    assert client.get("/de/setup").data == b"running"


def test_the_demo_leads_to_its_start(client: Client, first: FirstPage, start: Slow) -> None:
    assert choose(client, "demo").headers["Location"] == "/de/"
    assert 'max="4" value="1"' in client.get("/de/").text
    finish(first, start)
    assert client.get("/de/").data == b"running"


def test_the_first_of_two_choices_holds(client: Client, first: FirstPage, start: Slow) -> None:
    choose(client, "demo")
    choose(client, "own")
    choose(client, "demo")
    finish(first, start)
    assert start.started == ["demo"]


def test_another_site_cannot_choose(client: Client, start: Slow) -> None:
    for headers in ({}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://evil.de"}):
        assert choose(client, "demo", headers).status_code == 403
    assert client.get("/de/", headers={"Host": "evil.de"}).status_code == 400
    assert start.started == []


@pytest.mark.parametrize("mode", ["", "both"])
def test_there_is_no_third_choice(client: Client, mode: str) -> None:
    assert choose(client, mode).status_code == 400


def test_what_failed_is_said_and_may_be_tried_again(client: Client, first: FirstPage, start: Slow) -> None:
    start.error = KnotenpunktError("store.not_ours", path="demo.sqlite")
    choose(client, "demo")
    start.go.set()
    with pytest.raises(KnotenpunktError):
        first.wait()
    assert "demo.sqlite“ ist keine Datenhaltung" in client.get("/de/").text
    start.error = None
    choose(client, "demo")
    first.wait()
    assert client.get("/de/").data == b"running"


def test_it_sets_no_cookie_and_carries_the_policy(client: Client) -> None:
    for path in ("/de/", "/", "/static/x/none"):
        answer = client.get(path)
        assert "Set-Cookie" not in answer.headers and answer.headers["Content-Security-Policy"] == POLICY
