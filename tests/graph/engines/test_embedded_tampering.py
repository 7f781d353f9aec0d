"""Whoever changes history in the file is found out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.connect import open_store
from graph.model.changes import EntryId, OpId
from graph.store import Store
from tests.contract.making import NOW, created, updated, write

PERSON = {"function": "f", "actor": "a", "person": "Eva", "phones": ["+497181"]}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "x.db"))
    write(opened, created("a"), op="one")
    write(opened, created("c", "contact", **PERSON), op="two")
    write(opened, updated("a", {"name": "a"}, {"name": "b"}), op="three")
    yield opened
    opened.close()


TAMPERED = {
    "a value": ("UPDATE log_row SET body = replace(body, '\"b\"', '\"x\"') WHERE revision = 3", 3),
    "a row added": ("INSERT INTO log_row SELECT 3, 1, entry, body FROM log_row WHERE revision = 1", 3),
    "a row removed": ("DELETE FROM log_row WHERE revision = 1", 1),
    "a row moved to another entry": ("UPDATE log_row SET entry = 'x' WHERE revision = 1", 1),
    "who did it": ("UPDATE log SET header = replace(header, 'anna', 'otto') WHERE revision = 2", 2),
    "a header that is no text of ours": ("UPDATE log SET header = 'x' WHERE revision = 2", 2),
    "the operation": ("UPDATE log SET op = 'x' WHERE revision = 2", 2),
    "a line removed": ("DELETE FROM log WHERE revision = 2", 2),
    "the first line removed": ("DELETE FROM log WHERE revision = 1", 1),
    "a line's number": ("UPDATE log SET revision = 9 WHERE revision = 3", 3),
    "hashes exchanged": ("UPDATE log SET rows_hash = chain WHERE revision = 2", 2),
    "a person's name": ("UPDATE personal SET payload = '[null,\"Ida\"]' WHERE field = 'person'", 2),
    "a person's name removed": ("DELETE FROM personal WHERE field = 'person'", 2),
    "a person's name added": ("INSERT INTO personal SELECT 3, 0, 'a', field, salt, payload FROM personal", 3),
    "a person's name elsewhere": ("UPDATE personal SET position = 5", 2),
}


@pytest.mark.parametrize(("statement", "revision"), TAMPERED.values(), ids=TAMPERED)
def test_is_found_at_its_revision(store: Store, statement: str, revision: int) -> None:
    assert store.verify() is None
    store._connections.here().execute(statement)  # type: ignore[attr-defined]
    assert store.verify() == revision


def test_an_erasure_covers_only_what_was_written_before_it(store: Store) -> None:
    store.erase([(EntryId("c"), "person")], OpId("erase"), NOW)
    assert store.verify() is None
    write(store, updated("c", {"person": None}, {"person": "Ida"}, "contact"))
    store._connections.here().execute("DELETE FROM personal WHERE field = 'person'")  # type: ignore[attr-defined]
    assert store.verify() == 5
