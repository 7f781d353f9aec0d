"""A fresh store of every engine for each test.

The unit tests take the embedded engine; the stage `neo4j` runs the same tests on a server.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from graph.connect import open_store
from graph.store import Store
from tests.contract.engines import Engine, chosen

CHOSEN = chosen()


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a store is, to open it more than once."""

    engine: Engine
    url: str

    def open(self) -> Store:
        return open_store(self.url)

    def remains(self) -> bytes:
        return self.engine.remains(self.url)


@pytest.fixture(params=[pytest.param(CHOSEN, id=CHOSEN.name, marks=pytest.mark.needs(*CHOSEN.needs))])
def engine(request: pytest.FixtureRequest) -> Engine:
    chosen: Engine = request.param
    return chosen


@pytest.fixture
def place(engine: Engine) -> Iterator[Place]:
    with engine.unhurried(), engine.fresh() as url:
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
