"""Who may write to the file: one after the other, and beside an old SQLite nobody at all."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from graph.connect import open_store
from graph.engines.embedded import sqlite, turns
from graph.model.errors import Unavailable
from graph.store import Store
from tests.contract.making import HOUR, NOW, created, deleted, entries, write

pytest.importorskip("fcntl", reason="Windows: its wheel of pysqlite3 is new enough")

Version = Callable[[pytest.MonkeyPatch], None]


@pytest.fixture
def path(tmp_path: Path) -> Iterator[Path]:
    store = open_store(str(tmp_path / "x.db"))
    write(store, created("a"))
    store.close()
    yield tmp_path / "x.db"


def _old(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite.sqlite3, "sqlite_version_info", (3, 40, 1))


def _new(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite.sqlite3, "sqlite_version_info", (3, 51, 3))


def _connections(store: Store) -> sqlite.Connections:
    return store._connections  # type: ignore[attr-defined, no-any-return]


def test_processes_with_an_old_sqlite_take_turns(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _old(monkeypatch)
    first, second, reader = (open_store(str(path)) for _ in range(3))
    with _connections(first).writing():
        thread = Thread(target=write, args=(second, created("b")))
        thread.start()
        thread.join(0.05)
        assert thread.is_alive()
        assert set(entries(reader)) == {"a"}
    thread.join()
    write(first, created("x"))
    second.add("n", 1, NOW, NOW + HOUR)
    assert set(entries(second)) == {"a", "b", "x"}
    first.close(), second.close(), reader.close()


@pytest.mark.parametrize(("one", "other"), [(_old, _old), (_old, _new), (_new, _old)])
def test_beside_an_old_sqlite_nobody_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch, one: Version, other: Version
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    first, second = open_store(str(path)), open_store(str(path))
    one(monkeypatch)
    with _connections(first)._one_at_a_time():  # before SQLite's own lock is taken
        other(monkeypatch)
        with pytest.raises(Unavailable):
            write(second, created("b"))
    write(second, created("b"))
    one(monkeypatch)
    write(first, created("x"))
    first.close(), second.close()


def test_what_checkpoints_waits_for_its_turn(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _old(monkeypatch)
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    first, second = open_store(str(path)), open_store(str(path))
    with _connections(first)._one_at_a_time(), pytest.raises(Unavailable):
        _connections(second).leave_no_trace()
    first.close(), second.close()


def test_closing_while_a_thread_writes_leaves_it_its_turn(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _old(monkeypatch)
    for module in (sqlite, turns):
        monkeypatch.setattr(module, "_CLOSE_SECONDS", 0.01)
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    first, second = open_store(str(path)), open_store(str(path))
    with _connections(first)._one_at_a_time():
        first.close()
        with pytest.raises(Unavailable):
            write(second, created("b"))
    write(second, created("b"))
    second.close()


def test_new_ones_have_their_turns_at_the_same_time(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _new(monkeypatch)
    first, second = open_store(str(path)), open_store(str(path))
    with _connections(first)._one_at_a_time():
        write(second, created("b"))
    first.close(), second.close()


def test_new_ones_write_side_by_side(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _new(monkeypatch)
    first, second = open_store(str(path)), open_store(str(path))
    write(first, created("x"))
    write(second, created("y"))
    assert first.revision() == 3
    first.close(), second.close()


def test_threads_of_an_old_sqlite_take_turns(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The damage needs no second process: two connections of one that write at once are enough."""
    _old(monkeypatch)
    store = open_store(str(path))
    with _connections(store).writing():
        thread = Thread(target=write, args=(store, created("b")))
        thread.start()
        thread.join(0.05)
        assert thread.is_alive()
    thread.join()
    assert "b" in entries(store)
    store.close()


def test_who_waits_too_long_for_another_process_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    first, second = open_store(str(path)), open_store(str(path))
    with _connections(first).writing(), pytest.raises(Unavailable):
        write(second, created("b"))
    write(second, created("b"))
    first.close(), second.close()


def test_who_waits_too_long_for_another_thread_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.05)
    store = open_store(str(path))
    told: list[Exception] = []

    def work() -> None:
        try:
            write(store, created("b"))
        except Unavailable as exc:
            told.append(exc)

    with _connections(store).writing():
        thread = Thread(target=work)
        thread.start()
        thread.join()
    assert len(told) == 1
    store.close()


def test_waiting_for_threads_and_for_processes_is_one_waiting(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", 0.4)
    store, elsewhere = open_store(str(path)), open_store(str(path))
    seconds: list[float] = []

    def work() -> None:
        started = time.monotonic()
        with pytest.raises(Unavailable):
            write(store, created("b"))
        seconds.append(time.monotonic() - started)

    threads = [Thread(target=work) for _ in range(2)]
    with _connections(elsewhere).writing():
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert max(seconds) < 0.7
    assert _connections(store).here().execute("PRAGMA busy_timeout").fetchone() == (400,)
    store.close(), elsewhere.close()


def test_a_connection_ends_with_its_thread(path: Path) -> None:
    store = open_store(str(path))
    for _ in range(3):
        thread = Thread(target=store.revision)
        thread.start()
        thread.join()
    gc.collect()
    assert len(_connections(store)._open) == 1
    store.close()


def test_a_folder_that_can_not_be_written_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(str(path))

    def refuse(*_: object) -> None:
        raise PermissionError("read-only")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(Unavailable):
        write(store, created("b"))
    monkeypatch.undo()
    write(store, deleted("a"))
    store.close()
