"""Opening SQLite as this project needs it: the newest at hand, durable, several processes at once."""

from __future__ import annotations

import shutil
import sys
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from graph.engines.embedded.turns import Turns, pause
from graph.model.errors import KnotenpunktError, Unavailable

try:
    import pysqlite3 as sqlite3  # type: ignore[import-not-found, import-untyped, unused-ignore]
except ImportError:  # no wheel for this platform: the standard library's
    import sqlite3  # type: ignore[no-redef, unused-ignore]

__all__ = ["BUSY_SECONDS", "PRAGMAS", "Connections", "sqlite3", "translated", "version", "writes_alone"]

BUSY_SECONDS = 4.5
"""A writer that waits longer for its turn is told so, within the five seconds a page promises."""

FREE_BYTES = 10_000_000
"""With less free space nothing is written any more, so that what is there stays whole and readable."""

_CLOSE_SECONDS = 1.0

_SAFE_FOR_SEVERAL = (3, 51, 3)
"""Before this version two connections that write at once can damage a WAL database (the WAL-reset bug)."""

PRAGMAS = (
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
)


class Connections:
    """One connection a thread to one file, and transactions on them.

    `accept` looks at each new connection before anything in the file is touched, and raises when it is no store.
    """

    def __init__(self, path: Path, accept: Callable[[Any], object]) -> None:
        self._path = path
        self._accept = accept
        self._local = threading.local()
        self._open: weakref.WeakSet[Any] = weakref.WeakSet()
        self._guard = threading.Lock()
        self._turns = Turns(path)
        self._file: tuple[int, int] | None = None
        self._closed = False

    def here(self) -> Any:
        """This thread's connection."""
        if self._closed:
            raise Unavailable(detail="closed")
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
        return connection

    @contextmanager
    def using(self) -> Iterator[Any]:
        """This thread's connection, which nobody closes inside the block."""
        connection = self.here()
        with connection.use, translated():
            if self._closed:
                raise Unavailable(detail="closed")
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """A write transaction: committed at the end of the block, rolled back on any exception."""
        with self._one_at_a_time() as (connection, until), translated():
            self._check_file()
            if shutil.disk_usage(self._path.parent).free < FREE_BYTES:
                raise Unavailable("store.full")
            try:
                _begin(connection, until)
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A read transaction: everything inside sees one state."""
        with self.using() as connection, _snapshot(connection):
            yield connection

    @contextmanager
    def reading_apart(self) -> Iterator[Any]:
        """A read transaction on a connection of its own, which may last and wander from thread to thread."""
        self.here()
        connection = self._connect()
        try:
            with connection.use, _snapshot(connection):
                connection.execute("SELECT max(revision) FROM log").fetchone()  # the snapshot begins with a look
                yield connection
        finally:
            connection.close()

    def leave_no_trace(self) -> None:
        """Overwrite what deleted rows left in the file and in the write-ahead log.

        `secure_delete` clears rows where they lay last, but a page that was rearranged before keeps copies in its gaps:
        only a file built anew has none. Raises Unavailable while somebody still reads the old one.
        """
        with self._one_at_a_time() as (connection, _), translated():
            connection.execute("VACUUM")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise Unavailable(detail="a reader is in the way")

    def close(self) -> None:
        """Close all connections of all threads.

        It takes no turn, even with an old SQLite: only the last connection to the file checkpoints when it closes, and
        SQLite locks the whole file for that, so that nobody can write, or even connect, at that moment.
        """
        with self._guard:
            self._closed = True
            connections = list(self._open)
        for connection in connections:
            # One that another thread is working with ends with its thread: closed under its hands it would crash.
            if connection.use.acquire(timeout=_CLOSE_SECONDS):
                with _CLOSING:
                    connection.close()
                connection.use.release()
        self._turns.close()

    def _connect(self) -> Any:
        if self._file is not None:
            self._check_file()  # SQLite would make a new, empty one
        with translated():
            connection = sqlite3.connect(
                str(self._path),
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                factory=_Connection,
            )
            try:
                with _snapshot(connection):  # another process may just be making the tables
                    self._accept(connection)
                _use_wal(connection)
                for pragma in PRAGMAS:
                    connection.execute(pragma)
            except BaseException:
                connection.close()
                raise
        with self._guard:
            self._open.add(connection)
            self._file = self._file or self._present_file()
        return connection

    def _check_file(self) -> None:
        """What is written to a file that was moved away or replaced meanwhile nobody would find again."""
        if self._present_file() != self._file:
            raise Unavailable("store.replaced")

    def _present_file(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @contextmanager
    def _one_at_a_time(self) -> Iterator[tuple[Any, float]]:
        """(connection, when to stop waiting), in a turn at writing.

        Everything that changes the write-ahead log happens in one: commits with the checkpoints they cause, VACUUM.
        """
        with self.using() as connection:
            until = time.monotonic() + BUSY_SECONDS
            with self._turns.turn(writes_alone(), until):
                yield connection, until


_CLOSING = threading.RLock()
"""A thread that ends and a store that is closed may both close one connection; at the same moment that crashes."""


class _Connection(sqlite3.Connection):  # type: ignore[misc, unused-ignore]
    """A connection that can be held weakly, and ends with its thread."""

    opened = False  # closing one that could not be opened crashes the module

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.use = threading.Lock()
        self.opened = True

    def __del__(self, ending: Callable[[], bool] = sys.is_finalizing) -> None:
        # At the interpreter's end a background thread may have gone with the lock in its hands.
        if self.opened and not ending():
            with _CLOSING:
                self.close()


@contextmanager
def translated() -> Iterator[None]:
    """SQLite's own errors become ours at this border."""
    try:
        yield
    except sqlite3.OperationalError as exc:
        full = getattr(exc, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        raise Unavailable("store.full" if full else "store.unavailable", detail=str(exc)) from exc
    except (sqlite3.InterfaceError, sqlite3.ProgrammingError, UnicodeEncodeError, OverflowError) as exc:
        raise KnotenpunktError("store.unwritable", detail=ascii(str(exc))) from exc
    except sqlite3.DatabaseError as exc:
        raise KnotenpunktError("store.damaged", detail=str(exc)) from exc


def version() -> str:
    """The version of SQLite in use."""
    return str(sqlite3.sqlite_version)


def writes_alone() -> bool:
    """Whether a process with this version may write only while no other does."""
    return bool(sqlite3.sqlite_version_info < _SAFE_FOR_SEVERAL)


@contextmanager
def _snapshot(connection: Any) -> Iterator[Any]:
    with translated():
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _begin(connection: Any, until: float) -> None:
    """Begin to write. SQLite's own waiting asks ever more rarely, and so starves some."""
    started = time.monotonic()
    _wait_at_most(connection, 0)
    try:
        while True:
            try:
                connection.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as exc:
                now = time.monotonic()
                if exc.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or now > until:
                    raise
            pause(now - started)
    finally:
        _wait_at_most(connection, BUSY_SECONDS)


def _wait_at_most(connection: Any, seconds: float) -> None:
    connection.execute(f"PRAGMA busy_timeout={int(1000 * seconds)}")


def _use_wal(connection: Any) -> None:
    """Make the file a WAL database. While another process just does so, SQLite says "locked" without waiting."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
