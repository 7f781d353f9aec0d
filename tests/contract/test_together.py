"""Several threads and processes work on one store as if each were alone."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Barrier, Event, Thread

from graph.model.changes import EVERYTHING, OpId, Revision
from graph.model.errors import Conflict, RecordConflict, Unavailable
from graph.store import Store
from tests.contract.conftest import Place
from tests.contract.making import changeset, created, entries, record, updated, whole, write

ROOT = Path(__file__).resolve().parents[2]

WRITE = """
import sys
from graph.connect import open_store
from tests.contract.making import created, entries, write
store = open_store(sys.argv[1])
for word in sys.argv[2:]:
    print(store.revision(), *sorted(entries(store)), flush=True)
    write(store, created(word), op="op-" + word)
    sys.stdin.readline()
store.close()
"""


def _together(n: int, work: Callable[[int], object]) -> None:
    start = Barrier(n)

    def begin(number: int) -> None:
        start.wait()
        work(number)

    threads = [Thread(target=begin, args=(number,)) for number in range(n)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()


def test_a_store_opened_again_holds_all_that_was_written(place: Place) -> None:
    first = place.open()
    write(first, created("a"), op="o")
    first.commit(None, put=[record()])
    before = whole(first)
    first.close()
    second = place.open()
    assert (whole(second), second.applied(OpId("o")), second.verify()) == (before, 1, None)
    second.close()


def test_two_open_stores_see_each_other_at_once(place: Place, store: Store) -> None:
    second = place.open()
    for n in range(3):
        write(store, created(f"a{n}"))
        assert (second.revision(), len(entries(second))) == (2 * n + 1, 2 * n + 1)
        write(second, created(f"b{n}"))
        assert [a.revision for a in store.feed(Revision(2 * n))] == [2 * n + 1, 2 * n + 2]
    second.close()


def test_two_processes_see_each_other_at_once(place: Place, store: Store) -> None:
    write(store, created("a"))
    with subprocess.Popen(
        [sys.executable, "-c", WRITE, place.url, "b", "d"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline().split() == ["1", "a"]
        while store.applied(OpId("op-b")) is None:
            pass
        write(store, created("c"))
        process.stdin.write("\n")
        assert process.stdout.readline().split() == ["3", "a", "b", "c"]
        process.communicate("\n\n", timeout=20)
    assert process.returncode == 0
    assert (set(entries(store)), store.verify()) == ({"a", "b", "c", "d"}, None)


def test_threads_that_write_different_fields_all_succeed(store: Store) -> None:
    write(store, created("a"))
    fields = ["about", "note", "hours", "hours_text", "short_name", "phone_hours"]
    _together(6, lambda n: write(store, updated("a", {fields[n]: None}, {fields[n]: "x"})))
    assert entries(store)["a"] == {"name": "a", **dict.fromkeys(fields, "x")}
    assert (store.revision(), store.verify()) == (7, None)


def test_of_threads_that_write_the_same_field_one_succeeds(store: Store) -> None:
    write(store, created("a"))
    done: list[str] = []

    def work(number: int) -> None:
        try:
            write(store, updated("a", {"about": None}, {"about": str(number)}))
            done.append(str(number))
        except Conflict:
            pass

    _together(6, work)
    assert [entries(store)["a"]["about"]] == done


def test_of_threads_that_create_the_same_record_one_succeeds(store: Store) -> None:
    lost: list[int] = []

    def work(number: int) -> None:
        try:
            store.commit(None, put=[record(owner=str(number))])
        except RecordConflict:
            lost.append(number)

    _together(6, work)
    stored = store.get("job", "r")
    assert stored is not None
    assert {*lost, int(stored.owner)} == set(range(6))


def test_threads_that_repeat_one_operation_write_it_once(store: Store) -> None:
    answers: list[int] = []
    changes = changeset(created("a"), op="once")
    _together(6, lambda _: answers.append(store.commit(changes, put=[record()])))
    assert (answers, store.revision()) == ([1] * 6, 1)


def test_threads_add_to_one_counter_without_losing_any(store: Store) -> None:
    from tests.contract.making import HOUR, NOW

    _together(5, lambda _: [store.add("n", 1, NOW, NOW + HOUR) for _ in range(10)])
    assert store.add("n", 0, NOW, NOW) == 50


def test_load_is_one_consistent_whole_while_a_writer_writes(store: Store) -> None:
    """Every ChangeSet sets both entries to the same text; no reader ever sees them differ."""
    write(store, created("a", name="0"), created("b", name="0"))
    finished = Event()

    def work() -> None:
        for n in range(60):
            before, after = {"name": str(n)}, {"name": str(n + 1)}
            write(store, updated("a", before, after), updated("b", before, after))
        finished.set()

    writer = Thread(target=work)
    writer.start()
    seen: list[tuple[int, Iterable[str]]] = []
    while not finished.is_set():
        revision, found = store.load(EVERYTHING)
        seen.append((revision, {e.fields["name"] for e in found}))
    writer.join()
    assert [names for revision, names in seen if names != {str(revision - 1)}] == []


def test_a_feed_that_is_being_read_is_in_no_writers_way(store: Store) -> None:
    write(store, created("a"))
    write(store, created("b"))
    told = store.feed(Revision(0))
    first = next(told)
    write(store, created("c"))
    assert [first.revision, *(a.revision for a in told)] == [1, 2]


def test_opening_a_new_store_at_once_from_several_threads_makes_one(place: Place) -> None:
    stores: list[Store] = []
    _together(6, lambda n: stores.append(place.open()))
    for n, each in enumerate(stores):
        write(each, created(f"a{n}"))
    assert {each.revision() for each in stores} == {6}
    for each in stores:
        each.close()


def test_a_store_closed_while_threads_work_tells_them(place: Place) -> None:
    told: list[str] = []
    for _ in range(5):
        store = place.open()

        def work(number: int, store: Store = store) -> None:
            try:
                while True:
                    entries(store)
                    store.verify()
            except Unavailable as exc:
                told.append(exc.code)

        threads = [Thread(target=work, args=(n,)) for n in range(3)]
        for each in threads:
            each.start()
        store.close()
        for each in threads:
            each.join()
    assert told == ["store.unavailable"] * 15
