"""Which files become a store, which are refused, and that a refused one stays as it was."""

from __future__ import annotations

import hashlib
import sqlite3 as plain
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.connect import open_store
from graph.engines.embedded import sqlite, tables
from graph.engines.embedded.sqlite import sqlite3
from graph.model.changes import Record
from graph.model.errors import KnotenpunktError, Unavailable


def _refusal(path: Path) -> str:
    before = _state(path)
    with pytest.raises(KnotenpunktError) as caught:
        open_store(str(path))
    assert _state(path) == before
    return caught.value.code


def _state(path: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in path.parent.iterdir()}


def test_another_programs_database_is_refused_and_not_touched(tmp_path: Path) -> None:
    with plain.connect(tmp_path / "x.db") as connection:
        connection.execute("CREATE TABLE entry (id)")
    connection.close()
    assert _refusal(tmp_path / "x.db") == "store.not_ours"


@pytest.mark.parametrize("content", [b"Liste der Beratungsstellen\n" * 100, b"%PDF-1.7", b"\x00" * 5000])
def test_a_file_that_is_no_database_is_refused_and_not_touched(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.db").write_bytes(content)
    assert _refusal(tmp_path / "x.db") == "store.not_ours"


def test_a_store_of_a_newer_version_is_refused_and_not_touched(tmp_path: Path) -> None:
    open_store(str(tmp_path / "x.db")).close()
    with plain.connect(tmp_path / "x.db") as connection:
        connection.execute("PRAGMA user_version=99")
    connection.close()
    assert _refusal(tmp_path / "x.db") == "store.newer"


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "x.db").touch()
    store = open_store(str(tmp_path / "x.db"))
    assert store.revision() == 0
    store.close()


def test_the_folder_of_a_new_store_is_made(tmp_path: Path) -> None:
    open_store(f"file:{tmp_path}/new/folder/x.db").close()
    assert (tmp_path / "new/folder/x.db").is_file()


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        open_store(str(tmp_path))


def test_an_unknown_address_is_refused() -> None:
    with pytest.raises(KnotenpunktError) as caught:
        open_store("mysql://host/name")
    assert (caught.value.code, caught.value.params) == ("store.unknown_engine", {"scheme": "mysql"})


def test_a_file_that_got_damaged_is_told(tmp_path: Path) -> None:
    open_store(str(tmp_path / "x.db")).close()
    content = (tmp_path / "x.db").read_bytes()
    (tmp_path / "x.db").write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    store = open_store(str(tmp_path / "x.db"))
    with pytest.raises(KnotenpunktError) as caught:
        store.revision()
    assert caught.value.code == "store.damaged"
    store.close()


def test_a_store_is_durable_and_clears_what_it_deletes(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "x.db"))
    connection = store._connections.here()  # type: ignore[attr-defined]
    names = ("journal_mode", "synchronous", "secure_delete")
    assert [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names] == ["wal", 2, 1]
    store.close()


def test_the_environment_brings_an_sqlite_that_several_processes_may_write_with() -> None:
    pytest.importorskip("pysqlite3")
    assert sqlite3.sqlite_version_info >= (3, 51, 3)


def test_who_comes_second_finds_the_tables_made(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "x.db"))
    with store._connections.writing() as connection:  # type: ignore[attr-defined]
        tables.make(connection, "x.db")
    assert store.revision() == 0
    store.close()


class _Busy:
    """A connection to a file that another process is just turning into a WAL database."""

    def __init__(self, times: int) -> None:
        self.times = times

    def execute(self, statement: str) -> None:
        if self.times:
            self.times -= 1
            raise sqlite3.OperationalError("database is locked")


def test_opening_waits_for_another_process_that_makes_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = _Busy(3)
    sqlite._use_wal(connection)
    assert connection.times == 0
    monkeypatch.setattr(sqlite, "BUSY_SECONDS", -1)
    with pytest.raises(sqlite3.OperationalError):
        sqlite._use_wal(_Busy(1))


def test_other_damage_at_opening_is_not_taken_for_a_foreign_file() -> None:
    error = sqlite3.DatabaseError("disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT

    class Broken:
        def execute(self, statement: str) -> None:
            raise error

    with pytest.raises(sqlite3.DatabaseError):
        tables.version(Broken(), "x.db")


def test_a_file_that_is_replaced_under_a_running_store_takes_no_write(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "x.db"))
    (tmp_path / "x.db").rename(tmp_path / "moved.db")
    with pytest.raises(Unavailable) as caught:
        store.commit(None, put=[Record(kind="setting", id="a", body={})])
    assert caught.value.code == "store.replaced"
    assert not (tmp_path / "x.db").exists()
    (tmp_path / "moved.db").rename(tmp_path / "x.db")
    store.commit(None, put=[Record(kind="setting", id="a", body={})])
    store.close()


def test_a_thread_that_comes_later_makes_no_new_file_in_its_place(tmp_path: Path) -> None:
    store = open_store(str(tmp_path / "x.db"))
    (tmp_path / "x.db").rename(tmp_path / "moved.db")
    with ThreadPoolExecutor(1) as pool, pytest.raises(Unavailable):
        pool.submit(store.revision).result()
    assert not (tmp_path / "x.db").exists()
    store.close()


def test_on_a_full_disk_everything_is_read_and_nothing_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = open_store(str(tmp_path / "x.db"))
    store.commit(None, put=[Record(kind="setting", id="a", body={})])
    monkeypatch.setattr(sqlite, "FREE_BYTES", 1 << 60)
    with pytest.raises(Unavailable) as caught:
        store.commit(None, put=[Record(kind="setting", id="b", body={})])
    assert caught.value.code == "store.full"
    assert [record.id for record in store.find("setting")] == ["a"]
    store.close()
