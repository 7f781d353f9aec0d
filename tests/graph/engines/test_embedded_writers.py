"""Who may write to the file: one after the other, and with an old SQLite only one process at all."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from graph.connect import open_store
from graph.engines.embedded import sqlite
from graph.model.errors import KnotenpunktError, Unavailable
from graph.store import Store
from tests.contract.making import HOUR, NOW, created, deleted, entries, write

pytest.importorskip("fcntl", reason="Windows: its wheel of pysqlite3 is new enough")


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


def _refused(store: Store) -> str:
    with pytest.raises(KnotenpunktError) as caught:
        write(store, created("b"))
    return caught.value.code


def test_with_an_old_sqlite_a_second_writer_is_refused_but_may_read(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _old(monkeypatch)
    first, second = open_store(str(path)), open_store(str(path))
    write(first, created("x"))
    assert _refused(second) == "store.old_sqlite"
    assert set(entries(second)) == {"a", "x"}
    with pytest.raises(KnotenpunktError):
        second.add("n", 1, NOW, NOW + HOUR)
    first.close()
    write(second, created("b"))
    second.close()


def test_an_old_sqlite_is_refused_while_new_ones_write(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _new(monkeypatch)
    first = open_store(str(path))
    write(first, created("x"))
    _old(monkeypatch)
    second = open_store(str(path))
    assert _refused(second) == "store.old_sqlite"
    first.close(), second.close()


def test_a_new_sqlite_is_refused_while_an_old_one_writes(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _old(monkeypatch)
    first = open_store(str(path))
    write(first, created("x"))
    _new(monkeypatch)
    second = open_store(str(path))
    assert _refused(second) == "store.old_writer"
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
    with store._connections.writing():  # type: ignore[attr-defined]
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
    with first._connections.writing(), pytest.raises(Unavailable):  # type: ignore[attr-defined]
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

    with store._connections.writing():  # type: ignore[attr-defined]
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
    with elsewhere._connections.writing():  # type: ignore[attr-defined]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert max(seconds) < 0.7
    assert store._connections.here().execute("PRAGMA busy_timeout").fetchone() == (400,)  # type: ignore[attr-defined]
    store.close(), elsewhere.close()


def test_a_connection_ends_with_its_thread(path: Path) -> None:
    store = open_store(str(path))
    for _ in range(3):
        thread = Thread(target=store.revision)
        thread.start()
        thread.join()
    gc.collect()
    assert len(store._connections._open) == 1  # type: ignore[attr-defined]
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
