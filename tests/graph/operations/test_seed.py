"""What every new network begins with."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from graph.connect import open_store
from graph.model.changes import EVERYTHING, ChangeSet, EntryId, OpId, Why
from graph.model.clean import missing
from graph.model.topics import starting_topics
from graph.network import Network
from graph.operations import edit
from graph.operations.seed import changeset, seed

AT = datetime(2026, 11, 23, tzinfo=UTC)


def test_every_starting_topic_is_whole_and_lies_beneath_one_that_exists() -> None:
    network = Network().apply(changeset(AT).changes)
    assert len(network.of_kind("topic")) == len(starting_topics())
    assert not any(missing("topic", entry.fields) for entry in network.entries())
    assert all(target in network for entry in network.entries() for _, target in network.out(entry.id))


def test_a_network_is_seeded_once_in_its_life(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "own.sqlite"))
    seed(store, AT)
    network = Network(store.load(EVERYTHING)[1])
    gone = EntryId("topic-asylum")
    changes = edit.delete(network, gone)
    store.commit(
        ChangeSet(op=OpId("delete"), who="", at=AT, why=Why(code="why.delete"), source="form", changes=changes)
    )
    seed(store, AT)
    assert gone not in Network(store.load(EVERYTHING)[1])
    store.close()
