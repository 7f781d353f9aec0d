"""A fresh store of every engine for each test.

The unit tests take the embedded engine; the stage `neo4j` runs the same tests on a server.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from graph.connect import open_store
from graph.store import Store
from tests.contract.engines import EMBEDDED, NEO4J, Engine

CHOSEN = [NEO4J] if os.environ.get("KNOTENPUNKT_TEST_ENGINE") == "neo4j" else [EMBEDDED]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a store is, to open it more than once."""

    engine: Engine
    url: str

    def open(self) -> Store:
        return open_store(self.url)

    def remains(self) -> bytes:
        return self.engine.remains(self.url)


@pytest.fixture(params=[pytest.param(e, id=e.name, marks=pytest.mark.needs(*e.needs)) for e in CHOSEN])
def engine(request: pytest.FixtureRequest) -> Engine:
    chosen: Engine = request.param
    return chosen


@pytest.fixture
def place(engine: Engine) -> Iterator[Place]:
    with engine.fresh() as url:
        yield Place(engine=engine, url=url)


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    opened = place.open()
    yield opened
    opened.close()


@pytest.fixture
def other(engine: Engine) -> Iterator[Store]:
    """A second, empty store."""
    with engine.fresh() as url:
        opened = open_store(url)
        yield opened
        opened.close()
