"""What the embedded engine promises beyond the contract: an erased value is in no byte of its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.connect import open_store
from graph.model.changes import EntryId, OpId
from graph.model.errors import Unavailable
from tests.contract.making import NOW, created, write

SECRET = "Jekaterina Wunderlich-Übermut"


def test_a_reader_of_the_old_state_is_told_and_a_retry_finishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While somebody still reads old state its bytes can't go: the caller is told to come again."""
    monkeypatch.setattr("graph.engines.embedded.sqlite.BUSY_SECONDS", 0.05)
    path = tmp_path / "store.db"
    store = open_store(str(path))
    write(store, created("a"), created("c", "contact", function="f", actor="a", person=SECRET))
    reading = store.dump()
    next(reading), next(reading)
    with pytest.raises(Unavailable):
        store.erase([(EntryId("c"), "person")], OpId("e"), NOW)
    reading.close()
    assert store.erase([(EntryId("c"), "person")], OpId("e"), NOW) == 2
    assert SECRET.encode() not in b"".join(each.read_bytes() for each in tmp_path.iterdir())
    store.close()
