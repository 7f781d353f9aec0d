"""Opening SQLite as this project needs it: the newest at hand, durable, several processes at once."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from graph.model.errors import KnotenpunktError, Unavailable

try:
    import pysqlite3 as sqlite3  # type: ignore[import-not-found, import-untyped, unused-ignore]
except ImportError:  # no wheel for this platform: the standard library's
    import sqlite3  # type: ignore[no-redef, unused-ignore]

BUSY_SECONDS = 4.5
"""A writer that waits longer for its turn is told so, within the five seconds a page promises."""

_SAFE_FOR_SEVERAL = (3, 51, 3)
"""Before this version two writing processes can damage a WAL database (the WAL-reset bug)."""

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA secure_delete=ON",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-16000",
)


class Connections:
    """One connection a thread to one file, and transactions on them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._open: weakref.WeakSet[Any] = weakref.WeakSet()
        self._guard = threading.Lock()
        self._sole: IO[bytes] | None = None
        self._writable = False

    def here(self) -> Any:
        """This thread's connection."""
        connection = getattr(self._local, "connection", None)
        if connection is None:
            connection = self._local.connection = self._connect()
        return connection

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """A write transaction: committed at the end of the block, rolled back on any exception."""
        self._be_allowed_to_write()
        connection = self.here()
        with translated():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A read transaction: everything inside sees one state."""
        connection = self.here()
        with translated():
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close all connections of all threads."""
        with self._guard:
            for connection in self._open:
                connection.close()
            self._open.clear()
            if self._sole:
                self._sole.close()

    def _connect(self) -> Any:
        with translated():
            connection = sqlite3.connect(
                str(self._path),
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                factory=_Connection,
            )
            for pragma in PRAGMAS:
                connection.execute(pragma)
        with self._guard:
            self._open.add(connection)
        return connection

    def _be_allowed_to_write(self) -> None:
        if self._writable:
            return
        if sqlite3.sqlite_version_info < _SAFE_FOR_SEVERAL:
            self._lock_out_others()
        self._writable = True

    def _lock_out_others(self) -> None:
        try:
            import fcntl
        except ImportError:  # Windows: its wheel of pysqlite3 is new enough
            return
        with self._guard:
            if self._sole is None:
                lock = self._path.with_name(self._path.name + ".writer").open("ab")
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except OSError as exc:
                    lock.close()
                    raise KnotenpunktError("store.old_sqlite", version=sqlite3.sqlite_version) from exc
                self._sole = lock


class _Connection(sqlite3.Connection):  # type: ignore[misc, unused-ignore]
    """A connection that can be held weakly, so that it ends with its thread."""


@contextmanager
def translated() -> Iterator[None]:
    """SQLite's own errors become ours at this border."""
    try:
        yield
    except sqlite3.OperationalError as exc:
        raise Unavailable(detail=str(exc)) from exc
    except sqlite3.DatabaseError as exc:
        raise KnotenpunktError("store.damaged", detail=str(exc)) from exc


def version() -> str:
    """The version of SQLite in use."""
    return str(sqlite3.sqlite_version)
