"""Records are compared and set, found by owner, claimed when due, and purged when they expire; counters count."""

from __future__ import annotations

from datetime import timedelta, timezone
from threading import Barrier, Thread

import pytest

from graph.model.changes import Record
from graph.model.errors import RecordConflict
from graph.store import Store
from tests.contract.making import HOUR, NOW, changeset, created, record


def _put(store: Store, *records: Record) -> None:
    store.commit(None, put=records)


def _version(store: Store, id: str = "r") -> int | None:
    stored = store.get("job", id)
    return stored.version if stored else None


def test_a_new_record_has_version_one_and_all_it_was_given(store: Store) -> None:
    made = record(owner="anna", due=NOW, expires=NOW + HOUR, body={"ü": [1]})
    _put(store, made)
    assert store.get("job", "r") == Record(
        kind="job", id="r", body={"ü": [1]}, version=1, owner="anna", due=NOW, expires=NOW + HOUR
    )
    assert store.get("job", "other") is store.get("other", "r") is None


def test_moments_come_back_as_the_same_moment(store: Store) -> None:
    due = NOW.astimezone(timezone(timedelta(hours=5, minutes=45)))
    _put(store, record(due=due))
    stored = store.get("job", "r")
    assert stored is not None
    assert stored.due == due


def test_a_record_is_put_when_the_stored_version_is_the_given_one(store: Store) -> None:
    _put(store, record())
    _put(store, record(version=1, body={"state": "done"}))
    stored = store.get("job", "r")
    assert stored is not None
    assert (stored.version, stored.body) == (2, {"state": "done"})


@pytest.mark.parametrize("version", [0, 1, 3])
def test_any_other_version_is_a_conflict(store: Store, version: int) -> None:
    _put(store, record())
    _put(store, record(version=1))
    with pytest.raises(RecordConflict) as caught:
        _put(store, record(version=version))
    assert (caught.value.kind, caught.value.id, _version(store)) == ("job", "r", 2)


def test_a_record_that_is_gone_is_a_conflict(store: Store) -> None:
    with pytest.raises(RecordConflict):
        _put(store, record(version=1))
    with pytest.raises(RecordConflict):
        store.commit(None, drop=[record(version=1)])


def test_a_record_is_dropped_when_the_stored_version_is_the_given_one(store: Store) -> None:
    _put(store, record())
    with pytest.raises(RecordConflict):
        store.commit(None, drop=[record(version=2)])
    store.commit(None, drop=[record(version=1)])
    assert _version(store) is None
    _put(store, record())
    assert _version(store) == 1


def test_changes_and_records_go_together(store: Store) -> None:
    assert store.commit(changeset(created("a")), put=[record("mail"), record("grant")]) == 1
    assert [r.id for r in store.find("job")] == ["grant", "mail"]


def test_records_are_found_by_kind_and_owner_in_order_of_id(store: Store) -> None:
    _put(store, *(record(id, owner=owner) for id, owner in [("c", "x"), ("a", "x"), ("b", "y"), ("d", "")]))
    _put(store, record("e", kind="mail", owner="x"))
    assert [r.id for r in store.find("job")] == ["a", "b", "c", "d"]
    assert [r.id for r in store.find("job", "x")] == ["a", "c"]
    assert [r.id for r in store.find("job", "")] == ["d"]
    assert [r.id for r in store.find("job", limit=2)] == ["a", "b"]
    assert store.find("nothing") == []


def test_the_longest_due_record_is_claimed_and_leased(store: Store) -> None:
    _put(store, record("late", due=NOW - HOUR), record("later", due=NOW - 2 * HOUR), record("never"))
    first = store.claim("job", NOW, HOUR)
    assert first is not None
    assert (first.id, first.version, first.due, first.body) == ("later", 2, NOW + HOUR, {"state": "new"})
    assert store.get("job", "later") == first
    second = store.claim("job", NOW, HOUR)
    assert second is not None
    assert second.id == "late"
    assert store.claim("job", NOW, HOUR) is None


def test_a_record_is_due_at_its_moment_and_not_before(store: Store) -> None:
    _put(store, record(due=NOW))
    assert store.claim("job", NOW - timedelta(microseconds=1), HOUR) is None
    assert store.claim("mail", NOW, HOUR) is None
    assert store.claim("job", NOW, HOUR) is not None


def test_a_lease_that_ran_out_is_claimed_again_and_the_first_claimant_is_in_conflict(store: Store) -> None:
    _put(store, record(due=NOW))
    first = store.claim("job", NOW, HOUR)
    second = store.claim("job", NOW + HOUR, HOUR)
    assert first is not None
    assert second is not None
    assert second.version == 3
    with pytest.raises(RecordConflict):
        store.commit(None, drop=[first])
    store.commit(None, drop=[second])


def test_each_due_record_is_claimed_by_exactly_one_of_several_threads(store: Store) -> None:
    _put(store, *(record(f"r{n}", due=NOW) for n in range(20)))
    claimed: list[str] = []
    start = Barrier(6)

    def work() -> None:
        start.wait()
        while found := store.claim("job", NOW, HOUR):
            claimed.append(found.id)

    threads = [Thread(target=work) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(claimed) == sorted(f"r{n}" for n in range(20))


def test_a_record_past_its_expiry_is_there_until_it_is_purged(store: Store) -> None:
    _put(store, record("old", expires=NOW), record("new", expires=NOW + HOUR), record("ever"))
    store.add("old", 1, NOW - HOUR, NOW)
    store.add("new", 1, NOW, NOW + HOUR)
    assert _version(store, "old") == 1
    assert store.purge(NOW) == 2
    assert [r.id for r in store.find("job")] == ["ever", "new"]
    assert (store.purge(NOW), store.add("new", 1, NOW, NOW + HOUR)) == (0, 2)


def test_a_counter_adds_up_and_starts_anew_after_its_expiry(store: Store) -> None:
    end = NOW + HOUR
    assert [store.add("sign-in", 1, NOW, end), store.add("sign-in", 2, NOW, end + HOUR)] == [1, 3]
    assert store.add("other", 5, NOW, end) == 5
    assert store.add("sign-in", 4, end - timedelta(microseconds=1), end) == 7
    assert store.add("sign-in", 2, end, end + HOUR) == 2
    assert store.add("sign-in", -1, end, end + HOUR) == 1
