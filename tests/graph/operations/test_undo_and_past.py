"""Undo and past states over random histories."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from graph.connect import open_store
from graph.model.applying import invert, touched
from graph.model.canonical import entries_hash
from graph.model.changes import (
    EVERYTHING,
    Applied,
    Change,
    ChangeSet,
    EntryId,
    Fields,
    Kind,
    OpId,
    Revision,
    Scope,
    Why,
)
from graph.model.schema import personal_fields
from graph.network import Network
from graph.operations import undo
from graph.operations.erase import erasable
from graph.operations.past import network_at
from graph.scope import within
from graph.store import Store
from tests.graph.worlds import NOW, changesets

SEEDS = range(3)
LENGTH = 12


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "store.sqlite"))
    yield opened
    opened.close()


def fill(store: Store, seed: int) -> list[Network]:
    """The network after each of some random changes; its position is its revision."""
    states = [Network()]
    for made in changesets(Random(seed), LENGTH):
        states.append(states[-1].apply(made.changes, store.commit(made)))
    return states


def loaded(store: Store) -> Network:
    revision, entries = store.load(EVERYTHING)
    return Network(entries, revision=revision)


def applied_at(store: Store, revision: int) -> Applied:
    return store.history(None, Revision(revision + 1), 1)[0]


def state(network: Network) -> str:
    return entries_hash(network.entries())


@pytest.mark.parametrize("seed", SEEDS)
def test_undoing_the_newest_change_restores_every_entry(store: Store, seed: int) -> None:
    states = fill(store, seed)
    for revision in range(LENGTH, 0, -1):
        planned = undo.plan(loaded(store), applied_at(store, revision))
        assert planned.kept == ()
        if planned.changes:
            store.commit(undo.changeset(planned, applied_at(store, revision), OpId(f"u{revision}"), "anna", NOW))
        assert state(loaded(store)) == state(states[revision - 1])


@pytest.mark.parametrize("seed", SEEDS)
def test_an_undo_can_be_undone(store: Store, seed: int) -> None:
    states = fill(store, seed)
    first = undo.plan(states[-1], applied_at(store, LENGTH))
    done = store.commit(undo.changeset(first, applied_at(store, LENGTH), OpId("u"), "anna", NOW))
    second = undo.plan(loaded(store), applied_at(store, done))
    store.commit(undo.changeset(second, applied_at(store, done), OpId("uu"), "anna", NOW))
    assert state(loaded(store)) == state(states[-1])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_late_undo_fits_the_store_and_keeps_what_changed_since(tmp_path: Path, seed: int) -> None:
    for revision in (2, 7):
        store = open_store(str(tmp_path / f"{revision}.sqlite"))
        states = fill(store, seed)
        applied = applied_at(store, revision)
        planned = undo.plan(states[-1], applied)
        if planned.changes:
            store.commit(undo.changeset(planned, applied, OpId("u"), "anna", NOW))
        now = loaded(store)
        for id, name in changed_since(states[revision], states[-1], applied):
            before, after = states[-1].find(id), now.find(id)
            assert (after.fields.get(name) if after else None) == (before.fields.get(name) if before else None)
            assert any(k.id == id and k.field in (None, name) for k in planned.kept)
        store.close()


def changed_since(then: Network, now: Network, applied: Applied) -> set[tuple[EntryId, str]]:
    """Fields that the change touched, of entries still there, which say something else by now."""
    found = set()
    for change in applied.changes.changes:
        old, new = then.find(change.id), now.find(change.id)
        if old and new and change.after is not None:
            found |= {(change.id, n) for n in touched(change) if old.fields.get(n) != new.fields.get(n)}
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_every_past_state_is_as_it_was(store: Store, seed: int) -> None:
    states = fill(store, seed)
    for revision, then in enumerate(states):
        past = network_at(states[-1], store, Revision(revision))
        assert state(past) == state(then) and past.revision == revision


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_erased_is_in_no_past_state_and_does_not_come_back(store: Store, seed: int) -> None:
    states = fill(store, seed)
    all_ids = {e.id for s in states for e in s.of_kind("contact").values()}
    gone = [(id, name) for id in sorted(all_ids) for name in sorted(personal_fields("contact"))]
    store.erase(gone, OpId("erase"), NOW)
    for made in changesets(Random(seed + 1000), 4, loaded(store)):
        store.commit(made)
    for memory in (states[-1], loaded(store)):  # a process that has not heard of it yet, and one that has
        for revision, then in enumerate(states):
            assert state(network_at(memory, store, Revision(revision))) == state(without(then, set(gone)))
    for id in all_ids:
        # What was written after the erasure may be there; nothing from before.
        assert all(e.past <= 4 * 4 for e in erasable(loaded(store), store, id))
    planned = undo.plan(loaded(store), applied_at(store, 1))
    if planned.changes:
        store.commit(undo.changeset(planned, applied_at(store, 1), OpId("u"), "anna", NOW))


def without(network: Network, gone: set[tuple[EntryId, str]]) -> Network:
    def left(id: EntryId, fields: Fields) -> Fields:
        return {k: v for k, v in fields.items() if (id, k) not in gone}

    return Network(type(e)(kind=e.kind, id=e.id, fields=left(e.id, e.fields)) for e in network.entries())


def test_a_process_with_a_part_sees_its_part_of_the_past(store: Store) -> None:
    wanted: list[tuple[str, str, Fields]] = [
        ("area", "here", {}),
        ("area", "there", {}),
        ("actor", "a", {"areas": ["here"]}),
        ("actor", "b", {"areas": ["there"]}),
    ]
    start = [
        Change(kind=Kind(kind), id=EntryId(id), before=None, after={"name": id, **more}) for kind, id, more in wanted
    ]
    why = Why(code="why.seed")
    store.commit(ChangeSet(op=OpId("1"), who="", at=NOW, why=why, source="seed", changes=tuple(start)))
    gone = tuple(invert(c) for c in start[2:])
    store.commit(ChangeSet(op=OpId("2"), who="", at=NOW, why=why, source="seed", changes=gone))
    scope = Scope(areas=frozenset({EntryId("here")}))
    revision, entries = store.load(EVERYTHING)
    part = Network(within(entries, scope), revision=revision, scope=scope)
    past = network_at(part, store, Revision(1))
    assert set(past.of_kind("actor")) == {"a"} and past.scope == scope
