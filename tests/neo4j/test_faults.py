"""The server dies, falls silent and comes back: pages read on, writing is answered in time, nothing is half."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from graph.connect import open_store
from graph.model.errors import KnotenpunktError, Unavailable
from graph.store import Store
from tests.contract.making import created, write
from tests.neo4j_server import Server
from tests.neo4j_stores import empty, unhurried, warm_up
from tests.webapp.conftest import Place, Visitor
from webapp.access import Role
from webapp.remembered import KEPT

pytestmark = pytest.mark.needs("java", "maven")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """A server of this file's own."""
    own = Server()
    warm_up(own.url)
    yield own
    own.stop()


@pytest.fixture
def place(server: Server, application: Callable[[Store], Place]) -> Iterator[Place]:
    empty(server.url)
    with unhurried():
        store = open_store(server.url)
        made = application(store)
    yield made
    store.close()


def _coordinator(place: Place) -> Visitor:
    """Somebody whose session this process has seen, however busy the machine is."""
    with unhurried():
        visitor = place.visitor(Role.COORDINATOR)
        assert visitor.get("/de/entries/actor").status_code == 200
    return visitor


def _seconds(action: Callable[[], object]) -> float:
    started = time.monotonic()
    action()
    return time.monotonic() - started


def _until(answer: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not answer():
        assert time.monotonic() < until
        time.sleep(0.2)


def _reads_on_and_writes_later(place: Place, visitor: Visitor, name: str, again: Callable[[], None]) -> None:
    form = {"op": os.urandom(16).hex(), "name": name}
    for _ in range(3):
        answer = visitor.get("/de/entries/actor")  # for coordinators only: the session is remembered
        assert (answer.status_code, "antwortet seit" in answer.text) == (200, True)
    answers = []
    assert _seconds(lambda: answers.append(visitor.post("/de/entries/actor/new", data=form))) < 5
    assert answers[0].status_code == 503 and f'value="{name}"' in answers[0].text
    again()
    _until(lambda: visitor.post("/de/entries/actor/new", data=form).status_code == 303)
    _until(lambda: name in visitor.get("/de/entries/actor").text)
    assert "antwortet seit" not in visitor.get("/de/entries/actor").text
    found = [e for e in place.services.live.refresh().of_kind("actor").values() if e.fields["name"] == name]
    assert len(found) == 1


def test_pages_read_on_while_the_server_is_dead_and_write_when_it_is_back(server: Server, place: Place) -> None:
    visitor = _coordinator(place)
    server.kill()
    _reads_on_and_writes_later(place, visitor, "Nach dem Absturz", server.start)


def test_pages_read_on_while_the_server_is_silent(server: Server, place: Place) -> None:
    visitor = _coordinator(place)
    os.kill(server.pid, signal.SIGSTOP)
    try:
        assert _seconds(lambda: visitor.get("/de/")) < 2
        assert _seconds(lambda: visitor.get("/de/")) < 1
    except BaseException:
        os.kill(server.pid, signal.SIGCONT)
        raise
    _reads_on_and_writes_later(place, visitor, "Nach der Stille", lambda: os.kill(server.pid, signal.SIGCONT))


@pytest.mark.parametrize("remembered", [True, False])
def test_who_writes_first_in_a_silence_is_answered_in_time(server: Server, place: Place, remembered: bool) -> None:
    visitor = _coordinator(place)
    if not remembered:
        place.now += KEPT + timedelta(seconds=1)
    answers: list[object] = []
    os.kill(server.pid, signal.SIGSTOP)
    try:
        form = {"op": os.urandom(16).hex(), "name": "Beratung"}
        seconds = _seconds(lambda: answers.append(visitor.post("/de/entries/actor/new", data=form)))
    finally:
        os.kill(server.pid, signal.SIGCONT)
    print(f"answered after {seconds:.2f} s")
    assert seconds < 5
    assert [(a.status_code, 'value="Beratung"' in a.text) for a in answers] == [(503, True)]  # type: ignore[attr-defined]


def test_a_server_that_is_not_there_is_told_in_time() -> None:
    def ask() -> None:
        with pytest.raises(Unavailable):
            open_store("bolt://neo4j:nothing@127.0.0.1:1")

    assert _seconds(ask) < 5


def test_a_wrong_password_is_told_as_such(server: Server) -> None:
    with pytest.raises(KnotenpunktError) as caught:
        open_store(server.url.replace("nur-zum", "nicht"))
    assert caught.value.code == "store.neo4j_refused"


def test_user_and_password_may_stand_in_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    address = server.url.rpartition("@")[2]
    monkeypatch.setenv("KNOTENPUNKT_NEO4J_USER", "neo4j")
    monkeypatch.setenv("KNOTENPUNKT_NEO4J_PASSWORD", "nur-zum-Testen")
    store = open_store(f"bolt://{address}/neo4j")
    write(store, created("by-environment"))
    store.close()
