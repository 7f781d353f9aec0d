"""A person's data goes for good: out of the entry, out of all history, out of every file."""

from __future__ import annotations

import random
from typing import Any

import pytest

from graph.model.changes import Applied, EntryId, Erasure, OpId, Revision
from graph.model.errors import Conflict, KnotenpunktError
from graph.store import Store
from tests.contract.conftest import Place
from tests.contract.making import NOW, changeset, created, deleted, entries, updated, whole, write

SECRET = "Jekaterina Wunderlich-Übermut"
PERSON: dict[str, Any] = {"function": "Leitung", "actor": "a", "person": SECRET, "phones": ["+4971814711"]}


@pytest.fixture(autouse=True)
def _with_contact(store: Store) -> None:
    write(store, created("a"), created("c", "contact", **PERSON))
    write(store, updated("c", {"person": SECRET}, {"person": SECRET + " II"}, "contact"))


def _erase(store: Store, *names: str, op: str = "erase", entry: str = "c") -> Revision:
    return store.erase([(EntryId(entry), name) for name in names], OpId(op), NOW)


def test_an_erased_field_is_gone_from_the_entry(store: Store) -> None:
    assert _erase(store, "person") == 3
    assert entries(store)["c"] == {k: v for k, v in PERSON.items() if k != "person"}


def test_an_erased_field_is_gone_from_history_which_says_so(store: Store) -> None:
    _erase(store, "person")
    changed, made = store.history(EntryId("c"), None, 10)
    assert (changed.changes.changes[0].before, changed.changes.changes[0].after) == ({}, {})
    assert made.changes.changes[0].after == {k: v for k, v in PERSON.items() if k != "person"}
    assert changed.erased == made.erased == {("c", "person")}


def test_the_feed_tells_of_the_erasure_and_not_what_it_was(store: Store) -> None:
    _erase(store, "person", "phones")
    told = list(store.feed(Revision(0)))
    fields = ((EntryId("c"), "person"), (EntryId("c"), "phones"))
    assert told[-1] == Erasure(revision=Revision(3), at=NOW, fields=fields)
    assert SECRET not in repr(told)
    assert store.history(None, None, 10) == [a for a in reversed(told) if isinstance(a, Applied)]


def test_the_chain_still_verifies_and_history_goes_on(store: Store) -> None:
    _erase(store, "person")
    assert store.verify() is None
    write(store, updated("c", {"person": None}, {"person": "Neue Person"}, "contact"))
    assert entries(store)["c"]["person"] == "Neue Person"
    assert store.history(EntryId("c"), None, 1)[0].erased == frozenset()
    assert store.verify() is None


def test_no_byte_of_it_is_left(store: Store, place: Place) -> None:
    assert SECRET.encode() in place.remains()
    _erase(store, "person", "phones")
    assert [text in place.remains() for text in (SECRET.encode(), b"4971814711")] == [False, False]


def test_no_byte_is_left_after_many_rewritten_pages(store: Store, place: Place) -> None:
    """Rows that grow, move between pages and lie on pages of their own leave nothing where they were."""
    chance = random.Random(7)
    now: dict[str, str] = {}
    marks: dict[str, list[str]] = {}
    for step in range(50):
        changes = []
        for number in chance.sample(range(150), 12):
            id, mark = f"p{number}", f"<{number}/{step}>"
            text = mark * chance.choice([1, 3, 20, 150, 600])
            if id in now:
                changes.append(updated(id, {"person": now[id]}, {"person": text}, "contact"))
            else:
                changes.append(created(id, "contact", function="f", actor="a", person=text))
            now[id] = text
            marks.setdefault(id, []).append(mark)
        write(store, *changes)
    doomed = chance.sample(sorted(marks), len(marks) // 2)
    store.erase([(EntryId(id), "person") for id in doomed], OpId("e"), NOW)
    remains = place.remains()
    assert {id for id, own in marks.items() for mark in own if mark.encode() in remains} == set(marks) - set(doomed)
    assert store.verify() is None


def test_the_data_of_a_deleted_entry_can_be_erased_too(store: Store, place: Place) -> None:
    write(store, deleted("c", "contact", **{**PERSON, "person": SECRET + " II"}))
    _erase(store, "person")
    assert SECRET.encode() not in place.remains()
    assert store.verify() is None


def test_an_erasure_is_answered_when_repeated(store: Store) -> None:
    assert [_erase(store, "person"), _erase(store, "person")] == [3, 3]
    assert (store.revision(), store.applied(OpId("erase"))) == (3, 3)


def test_a_writer_who_still_saw_the_field_is_in_conflict(store: Store) -> None:
    _erase(store, "person")
    with pytest.raises(Conflict):
        write(store, updated("c", {"person": SECRET + " II"}, {"person": "x"}, "contact"))


def test_a_field_that_history_keeps_in_the_open_is_refused(store: Store) -> None:
    before = whole(store)
    with pytest.raises(KnotenpunktError) as caught:
        _erase(store, "person", "function")
    assert caught.value.code == "store.not_personal"
    assert whole(store) == before


def test_other_entries_keep_their_fields(store: Store) -> None:
    write(store, created("d", "contact", **{**PERSON, "person": "Bleibt Hier"}))
    _erase(store, "person")
    assert entries(store)["d"]["person"] == "Bleibt Hier"
    assert store.history(EntryId("d"), None, 1)[0].changes.changes[0].after["person"] == "Bleibt Hier"  # type: ignore[index]


def test_the_same_operation_id_still_serves_changesets(store: Store) -> None:
    _erase(store, "person", op="x")
    assert store.commit(changeset(created("z"), op="y")) == 4
