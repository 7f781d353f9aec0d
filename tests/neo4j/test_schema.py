"""Constraints and indexes are made and checked when a store is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from graph.connect import open_store
from graph.engines.neo4j.schema import statements
from graph.model.errors import KnotenpunktError
from graph.store import Store
from tests.neo4j_stores import connected


@pytest.fixture
def run(store: Store, url: str) -> Iterator[Callable[[str], list[str]]]:
    """Runs a statement behind the store's back; afterwards everything is there again."""
    with connected(url) as server, server.session(database="neo4j") as session:
        yield lambda text: [row[0] for row in session.run(text)]
        if "entry_id" not in [row["name"] for row in session.run("SHOW CONSTRAINTS")]:
            session.run("DROP INDEX entry_id IF EXISTS").consume()
    open_store(url).close()


def test_everything_is_there_in_an_opened_store(run: Callable[[str], list[str]]) -> None:
    assert {*run("SHOW INDEXES YIELD name RETURN name")} >= statements().keys()
    assert "entry_id" in run("SHOW CONSTRAINTS YIELD name RETURN name")


def test_what_is_missing_is_made_at_the_next_start(run: Callable[[str], list[str]], url: str) -> None:
    run("DROP CONSTRAINT entry_id")
    run("DROP INDEX change_entry")
    open_store(url).close()
    assert "entry_id" in run("SHOW CONSTRAINTS YIELD name RETURN name")
    assert "change_entry" in run("SHOW INDEXES YIELD name RETURN name")


def test_an_index_that_only_bears_a_constraints_name_is_told(run: Callable[[str], list[str]], url: str) -> None:
    run("DROP CONSTRAINT entry_id")
    run("CREATE INDEX entry_id FOR (n:Entry) ON (n.id)")
    with pytest.raises(KnotenpunktError) as told:
        open_store(url)
    assert "entry_id" in str(told.value)
