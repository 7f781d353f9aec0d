"""An empty database for each test. Nothing here runs without a server: see tests/neo4j_server.py."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.connect import open_store
from graph.store import Store
from tests import neo4j_stores


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
