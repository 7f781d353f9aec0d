"""Who is erased is erased from everything that was merged with it, and no reason names a person."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph.connect import open_store
from graph.model.changes import EVERYTHING, Change, ChangeSet, EntryId, Kind, OpId, Why
from graph.network import Network, called
from graph.operations import merge
from graph.operations.erase import bearers, erasable
from graph.store import Store

NOW = datetime(2026, 11, 23, tzinfo=UTC)
PERSON = "Zacharias Eindeutig"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    found = open_store(str(tmp_path / "own.db"))
    entries = {
        "a": ("actor", {"name": "Amt"}),
        "b": ("actor", {"name": "Das Amt"}),
        **{
            c: ("contact", {"function": "Leitung", "actor": a, "person": PERSON}) for c, a in (("c1", "a"), ("c2", "b"))
        },
    }
    made = tuple(Change(kind=Kind(k), id=EntryId(id), before=None, after=f) for id, (k, f) in entries.items())
    found.commit(ChangeSet(op=OpId("make"), who="", at=NOW, why=Why(code="why.edit"), source="form", changes=made))
    return found


def whole(store: Store) -> Network:
    revision, entries = store.load(EVERYTHING)
    return Network(entries, revision=revision)


def merged(store: Store, keep: str, drop: str, *parts: tuple[str, str]) -> None:
    network = whole(store)
    planned = merge.plan(network, keep, drop, parts=parts)
    names = [called(network, merge.impersonal(network.entry(id))) for id in (keep, drop)]
    store.commit(merge.changeset(planned, OpId(f"merge-{keep}"), "", NOW, (names[0], names[1])))


@pytest.mark.parametrize("erased", ["c1", "c2"])
@pytest.mark.parametrize("way", ["directly", "as a part"])
def test_nothing_is_left_of_a_person_whose_contacts_became_one(
    store: Store, tmp_path: Path, way: str, erased: str
) -> None:
    merged(store, "c1", "c2") if way == "directly" else merged(store, "a", "b", ("c1", "c2"))
    assert set(bearers(store, EntryId(erased))) == {"c1", "c2"}
    assert [e.field for e in erasable(whole(store), store, EntryId(erased))] == ["person"]
    store.erase([(id, "person") for id in bearers(store, EntryId(erased))], OpId("erase"), NOW)
    store.close()
    assert not any(PERSON.encode() in file.read_bytes() for file in tmp_path.iterdir())


def test_who_was_never_merged_is_alone(store: Store) -> None:
    assert bearers(store, EntryId("c1")) == ["c1"]
