"""Everything written is told again: as a feed, page by page, of one entry; and nobody changes it unnoticed."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from graph.model.changes import Applied, ChangeSet, EntryId, OpId, Revision, Why
from graph.store import Store
from tests.contract.making import NOW, changeset, created, deleted, record, updated, write


def _revisions(found: list[Applied]) -> list[int]:
    return [a.revision for a in found]


def _three(store: Store) -> list[ChangeSet]:
    written = [
        changeset(created("a"), created("b")),
        changeset(updated("b", {"name": "b"}, {"name": "B"})),
        changeset(deleted("a"), updated("b", {"about": None}, {"about": "x"})),
    ]
    for each in written:
        store.commit(each)
    return written


def test_the_feed_tells_what_came_after_a_revision_oldest_first(store: Store) -> None:
    written = _three(store)
    for after in range(4):
        told = list(store.feed(Revision(after)))
        assert [a.revision for a in told] == list(range(after + 1, 4))
        assert [a.changes for a in told if isinstance(a, Applied)] == written[after:]


def test_the_feed_of_an_empty_store_and_after_the_last_revision_is_empty(store: Store) -> None:
    assert list(store.feed(Revision(0))) == []
    write(store, created("a"))
    assert list(store.feed(Revision(9))) == []


def test_a_changeset_is_told_with_who_when_why_and_source(store: Store) -> None:
    at = datetime(2026, 3, 29, 2, 30, 0, 123456, tzinfo=timezone(timedelta(hours=2)))
    why = Why(code="why.import", params={"erased": "3", "file": "Liste „Süd“.xlsx"})
    written = ChangeSet(op=OpId("o"), who="anna", at=at, why=why, source="import:7", changes=(created("a"),))
    store.commit(written)
    (told,) = store.history(None, None, 10)
    assert told == Applied(revision=Revision(1), changes=written)
    assert told.changes.at.isoformat() == at.isoformat()


def test_history_comes_newest_first_in_pages(store: Store) -> None:
    for n in range(5):
        write(store, created(f"a{n}"))
    first = store.history(None, None, 2)
    second = store.history(None, first[-1].revision, 2)
    third = store.history(None, second[-1].revision, 2)
    assert [_revisions(page) for page in (first, second, third)] == [[5, 4], [3, 2], [1]]
    assert store.history(None, Revision(1), 2) == []


def test_the_history_of_one_entry_has_only_its_own_changes(store: Store) -> None:
    _three(store)
    told = store.history(EntryId("b"), None, 10)
    assert _revisions(told) == [3, 2, 1]
    assert {c.id for a in told for c in a.changes.changes} == {"b"}
    assert _revisions(store.history(EntryId("a"), None, 1)) == [3]
    assert _revisions(store.history(EntryId("a"), Revision(3), 10)) == [1]
    assert store.history(EntryId("nobody"), None, 10) == []


def test_records_leave_no_history(store: Store) -> None:
    store.commit(None, put=[record()])
    assert store.history(None, None, 10) == []


def test_the_chain_of_a_long_history_verifies(store: Store) -> None:
    _three(store)
    write(store)
    write(store, created("c", "contact", function="f", actor="b", person="Frau Özdemir", phones=["+497181"]))
    assert store.verify() is None


def test_what_was_written_does_not_change_with_the_writers_objects(store: Store) -> None:
    phones = ["+497181"]
    write(store, created("a", name="a", phones=phones))
    phones.append("+4911")
    (told,) = store.history(None, None, 1)
    assert told.changes.changes[0].after == {"name": "a", "phones": ["+497181"]}
    assert told.changes.at == NOW


def test_the_store_knows_when_it_was_last_written(store: Store) -> None:
    assert store.written_at() is None
    _three(store)
    assert store.written_at() == store.history(None, None, 1)[0].changes.at
