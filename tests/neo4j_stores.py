"""Fresh databases for tests: one server for the whole run, a second one when a test needs two stores at once."""

from __future__ import annotations

import atexit
import contextlib
import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager

import neo4j

from graph.connect import open_store
from graph.engines.neo4j import driver
from graph.engines.neo4j import store as neo4j_store
from graph.model.errors import Unavailable
from tests import neo4j_server
from tests.contract.making import created, write

_free: list[str] = []
_all: list[str] = []


def needs() -> tuple[str, ...]:
    """What of tests/system.py this takes: nothing when two servers are given."""
    return () if len(neo4j_server.given()) > 1 else ("java", "maven")


@contextmanager
def fresh() -> Iterator[str]:
    """The URL of an empty database that nobody else uses meanwhile."""
    url = _free.pop() if _free else _another()
    empty(url)
    try:
        yield url
    finally:
        _free.append(url)


@contextmanager
def unhurried() -> Iterator[None]:
    """The contract asks what a store answers; when it does is tested apart, not on a machine busy with other things."""
    before = driver.PATIENCE, neo4j_store.GLANCE
    driver.PATIENCE, neo4j_store.GLANCE = 60.0, 30.0
    try:
        yield
    finally:
        driver.PATIENCE, neo4j_store.GLANCE = before


def empty(url: str) -> None:
    """Take everything out of a database that is there for tests."""
    with connected(url) as server, server.session(database="neo4j") as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


def everything(url: str) -> bytes:
    """Every value of every property."""
    text = "MATCH (n) RETURN properties(n) AS found UNION ALL MATCH ()-[n]->() RETURN properties(n) AS found"
    with connected(url) as server, server.session(database="neo4j") as session:
        return b"\n".join(repr(row[0].values()).encode() for row in session.run(text))


def _another() -> str:
    given = neo4j_server.given()
    if len(_all) < len(given):
        url = given[len(_all)]
    else:
        server = neo4j_server.Server()
        atexit.register(server.stop)
        url = server.url
    warm_up(url)
    _all.append(url)
    return url


def warm_up(url: str) -> None:
    """A server that has just started is slow at first."""
    empty(url)
    until = time.monotonic() + 60
    store = open_store(url)
    for number in itertools.count():
        started = time.monotonic()
        with contextlib.suppress(Unavailable):
            write(store, created(f"warm-{number}"))
            store.revision()
            list(store.dump())
            if time.monotonic() - started < 0.3 or started > until:
                break
    store.close()


def connected(url: str) -> neo4j.Driver:
    """A driver of the tests' own, to look behind the store."""
    scheme, _, rest = url.partition("://")
    credentials, _, host = rest.rpartition("@")
    user, _, password = credentials.partition(":")
    return neo4j.GraphDatabase.driver(
        f"{scheme}://{host}", auth=(user, password) if user else None, notifications_min_severity="OFF"
    )
