"""Entries are created, changed and deleted, whole ChangeSets at a time."""

from __future__ import annotations

import pytest

from graph.model.changes import EVERYTHING, EntryId, OpId, Record
from graph.model.errors import Conflict, Dangling, Invalid, KnotenpunktError, RecordConflict
from graph.store import Store
from tests.contract.making import changeset, created, deleted, entries, record, updated, whole, write


def test_an_empty_store_stands_at_revision_zero_without_entries(store: Store) -> None:
    revision, found = store.load(EVERYTHING)
    assert (store.revision(), revision, list(found), store.verify()) == (0, 0, [], None)


def test_each_changeset_makes_the_next_revision(store: Store) -> None:
    assert [write(store, created("a")), write(store, created("b"))] == [1, 2]
    assert (store.revision(), store.load(EVERYTHING)[0]) == (2, 2)


def test_a_created_entry_has_its_kind_and_fields(store: Store) -> None:
    write(store, created("p", "place", locality="Alfdorf", latitude=48.84))
    (entry,) = store.load(EVERYTHING)[1]
    assert (entry.kind, entry.id, entry.fields) == ("place", "p", {"locality": "Alfdorf", "latitude": 48.84})


def test_an_update_changes_the_touched_fields_only(store: Store) -> None:
    write(store, created("a", name="Amt", about="Rat", note="x"))
    write(store, updated("a", {"about": "Rat", "note": "x"}, {"about": "Hilfe", "note": None}))
    assert entries(store) == {"a": {"name": "Amt", "about": "Hilfe"}}


def test_a_field_that_stands_on_one_side_only_is_not_known_on_the_other(store: Store) -> None:
    write(store, created("a", name="Amt", about="Rat"))
    write(store, updated("a", {"about": "Rat"}, {"note": "x"}))
    assert entries(store) == {"a": {"name": "Amt", "note": "x"}}


def test_a_deleted_entry_is_gone_and_its_id_can_be_used_again(store: Store) -> None:
    write(store, created("a"))
    write(store, deleted("a"))
    assert entries(store) == {}
    write(store, created("a", "place", name="Rathaus"))
    assert entries(store) == {"a": {"name": "Rathaus"}}


def test_several_changes_to_one_entry_follow_each_other(store: Store) -> None:
    write(store, created("a"), updated("a", {"name": "a"}, {"name": "b"}), updated("a", {"note": None}, {"note": "x"}))
    assert entries(store) == {"a": {"name": "b", "note": "x"}}
    write(store, updated("a", {"note": "x"}, {"note": None}), deleted("a", name="b"))
    assert entries(store) == {}


def test_an_entry_deleted_and_created_in_one_changeset_may_become_another_kind(store: Store) -> None:
    write(store, created("a"))
    write(store, deleted("a"), created("a", "place", name="Rathaus"))
    (entry,) = store.load(EVERYTHING)[1]
    assert (entry.kind, entry.fields) == ("place", {"name": "Rathaus"})


def test_an_empty_changeset_makes_a_revision(store: Store) -> None:
    assert (write(store), store.revision()) == (1, 1)


def test_records_alone_leave_the_revision(store: Store) -> None:
    write(store, created("a"))
    assert store.commit(None, put=[record()]) == 1
    assert store.revision() == 1


def test_the_same_operation_is_answered_and_not_repeated(store: Store) -> None:
    changes = changeset(created("a"), op="once")
    assert store.commit(changes, put=[record()]) == 1
    write(store, updated("a", {"name": "a"}, {"name": "b"}))
    assert store.commit(changes, put=[record()]) == 1
    assert (store.revision(), entries(store), store.applied(OpId("once"))) == (2, {"a": {"name": "b"}}, 1)
    stored = store.get("job", "r")
    assert stored is not None
    assert stored.version == 1


def test_an_operation_that_failed_can_be_tried_again(store: Store) -> None:
    with pytest.raises(Conflict):
        write(store, updated("a", {"name": "a"}, {"name": "b"}), op="again")
    assert store.applied(OpId("again")) is None
    assert write(store, created("a"), op="again") == 1


FAILING = {
    "a conflict": (changeset(created("new"), created("a")), [], Conflict),
    "a link to nowhere": (changeset(created("new", name="x", parent="nobody")), [], Dangling),
    "a link that would lead nowhere": (changeset(created("new"), deleted("a")), [], Dangling),
    "a value that is no text": (changeset(created("new", name="\ud800")), [], Invalid),
    "a record that changed": (changeset(created("new")), [record("there", version=7)], RecordConflict),
    "a record that exists": (changeset(created("new")), [record("there")], RecordConflict),
    "a record that is no JSON": (changeset(created("new")), [record("x", body={"n": float("nan")})], Invalid),
}


@pytest.mark.parametrize(("changes", "put", "error"), FAILING.values(), ids=FAILING)
def test_nothing_is_half_written_after(
    store: Store, changes: object, put: list[Record], error: type[KnotenpunktError]
) -> None:
    write(store, created("a"), created("b", name="b", parent="a"))
    store.commit(None, put=[record("there")])
    before = whole(store)
    with pytest.raises(error):
        store.commit(changes, put=[record("first"), *put])  # type: ignore[arg-type]
    assert whole(store) == before
    write(store, created("c"))  # and the store goes on
    assert EntryId("c") in entries(store)


def test_a_failing_drop_takes_the_changes_along(store: Store) -> None:
    before = whole(store)
    with pytest.raises(RecordConflict):
        store.commit(changeset(created("a")), put=[record("x")], drop=[record("y", version=1)])
    assert whole(store) == before


def test_a_closed_store_answers_no_more(store: Store) -> None:
    store.close()
    with pytest.raises(KnotenpunktError):
        store.revision()


def test_closing_twice_is_fine(store: Store) -> None:
    store.close()
    store.close()
