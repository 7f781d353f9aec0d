"""The questions that README gives to analysts, asked of a generated network."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graph.store import Store
from tests.generator import fill, generate
from tests.neo4j_stores import connected

README = Path(__file__).parents[2] / "README.md"
QUERIES = re.findall(r"```cypher\n(.*?)```", README.read_text("utf-8"), re.DOTALL)


def test_there_are_five() -> None:
    assert len(QUERIES) == 5


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: re.sub(r"\W+", " ", query)[:40])
def test_a_question_of_the_readme_finds_something(store: Store, url: str, query: str) -> None:
    fill(store, generate(400))
    with connected(url) as server, server.session(database="neo4j", default_access_mode="READ") as session:
        found = session.run(query).data()
    assert found
    assert all(any(value is not None for value in row.values()) for row in found)


def test_what_an_analyst_meets_first_is_the_network(store: Store, url: str) -> None:
    fill(store, generate(130))
    with connected(url) as server, server.session(database="neo4j") as session:
        types = {row["type"] for row in session.run("MATCH (:Actor)-[r]->(:Service) RETURN DISTINCT type(r) AS type")}
        day = session.run("MATCH ()-[r:REFERS_TO]->() WHERE r.waiting_on IS NOT NULL RETURN r.waiting_on LIMIT 1")
        assert types == {"OFFERS", "REFERS_TO"}
        assert type(day.single(strict=True)[0]).__name__ == "Date"
