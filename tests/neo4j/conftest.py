"""An empty database for each test. Nothing here runs without a server: see tests/neo4j_server.py."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.connect import open_store
from graph.live import Live
from graph.store import Store
from tests import neo4j_stores
from tests.webapp.conftest import CHEAP, NOW, Place, Visitor
from webapp.app import create_app
from webapp.config import Config
from webapp.services import Services


@pytest.fixture
def url() -> Iterator[str]:
    """Where an empty database is."""
    with neo4j_stores.fresh() as fresh:
        yield fresh


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(url)
    yield opened
    opened.close()


@pytest.fixture
def application(tmp_path: Path) -> Callable[[Store], Place]:
    """Makes a web application over a store."""

    def make(store: Store) -> Place:
        numbers, made = itertools.count(1), []
        services = Services(
            config=Config(data=tmp_path),
            store=store,
            live=Live(store),
            now=lambda: made[0].now if made else NOW,
            new_id=lambda: f"id-{next(numbers)}",
        )
        app = create_app(services, CHEAP)
        app.test_client_class = Visitor
        made.append(Place(services=services, app=app))
        return made[0]

    return make
