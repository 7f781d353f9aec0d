"""A fresh store of every engine for each test."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from graph.connect import open_store
from graph.store import Store
from tests.contract.engines import ENGINES, Engine, memory_folder


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where a store is, to open it more than once."""

    engine: Engine
    url: str

    def open(self) -> Store:
        return open_store(self.url)

    def remains(self) -> bytes:
        if self.engine.remains is None:
            pytest.skip(f"{self.engine.name} shows no bytes")
        return self.engine.remains(self.url)


@pytest.fixture(params=[pytest.param(e, id=e.name, marks=pytest.mark.needs(*e.needs)) for e in ENGINES])
def engine(request: pytest.FixtureRequest) -> Engine:
    chosen: Engine = request.param
    return chosen


@pytest.fixture
def place(engine: Engine) -> Iterator[Place]:
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        yield Place(engine=engine, url=engine.fresh(Path(folder)))


@pytest.fixture
def store(place: Place) -> Iterator[Store]:
    opened = place.open()
    yield opened
    opened.close()


@pytest.fixture
def other(engine: Engine) -> Iterator[Store]:
    """A second, empty store."""
    with tempfile.TemporaryDirectory(dir=memory_folder()) as folder:
        opened = open_store(engine.fresh(Path(folder)))
        yield opened
        opened.close()
