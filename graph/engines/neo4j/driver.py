"""The only file that imports the driver: transactions with time limits, and the driver's errors as ours."""

from __future__ import annotations

import logging
import os
import random
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar
from urllib.parse import unquote, urlsplit

import neo4j
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
)

from graph.model.errors import KnotenpunktError, Unavailable

R = TypeVar("R")

# A connection that broke is told by our own errors; the driver would write it to the error stream as well.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

PATIENCE = 3.5
"""Seconds until a caller is told that the server does not answer: with a glance before it within the five of a page."""

_CONNECT_SECONDS = 2.0
_CLOSE_SECONDS = 1.0
_SILENT_SECONDS = 2.0
_SLACK = 0.2  # the server's own word that time is up is worth waiting for
_CONNECTIONS = 50

# Another writer was faster, in a way that looking again makes clear.
_LOOK_AGAIN = ("Neo.ClientError.Statement.EntityNotFound", "Neo.ClientError.Schema.ConstraintValidationFailed")
_TOO_LATE = ("Neo.ClientError.Transaction.", "Neo.DatabaseError.", "Neo.TransientError.")


class Transaction(Protocol):
    """What a unit of work is given."""

    def run(self, text: str, **values: Any) -> list[list[Any]]:
        """Run one constant statement and answer its rows."""
        ...


class Connections:
    """One driver for the process and its threads; a session for each unit of work.

    The sessions share their bookmarks, so that whoever wrote reads what was written, in a cluster, too.
    """

    def __init__(self, url: str) -> None:
        address, auth, database = _parts(url)
        self._database = database
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        self._closed = False
        self._changed = threading.Condition()
        self._under_way = 0
        self._silent_until = 0.0
        with translated():
            self._driver = neo4j.GraphDatabase.driver(
                address,
                auth=auth,
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=PATIENCE,
                max_connection_pool_size=_CONNECTIONS,
                max_transaction_retry_time=0,  # retries are made here, within the caller's time
                notifications_min_severity="OFF",
                user_agent="knotenpunkt",
            )
        weakref.finalize(self, self._driver.close)  # for whoever lets go of a store without closing it

    def write(self, unit: Callable[[Transaction], R], seconds: float = 0.0, *, repeatable: bool = False) -> R:
        """Run a unit in one managed transaction.

        It is run again when another transaction was in its way, and, if it is `repeatable` (an operation id tells what
        was done already), also when the connection broke in the very moment of the commit. Raises Unavailable when it
        takes longer than `seconds`, else than `PATIENCE`.
        """
        if time.monotonic() < self._silent_until:
            raise Unavailable(detail="no answer a moment ago")
        seconds = seconds or PATIENCE
        try:
            return _within(seconds, lambda until: self._attempts(unit, until, repeatable))
        except _Silent:
            if seconds >= PATIENCE:  # a page asks several times; it shall wait once
                self._silent_until = time.monotonic() + _SILENT_SECONDS
            raise

    def read(self, unit: Callable[[Transaction], R], seconds: float = 0.0) -> R:
        """Run a unit that changes nothing. It may take locks to see one state."""
        return self.write(unit, seconds, repeatable=True)

    def ask(self, text: str, seconds: float = 0.0, **values: Any) -> list[list[Any]]:
        """One statement that only reads."""
        return self.write(lambda tx: tx.run(text, **values), seconds, repeatable=True)

    def close(self) -> None:
        """Close the driver. Further calls fail; those under way get a moment to end."""
        with self._changed:
            self._closed = True
            self._changed.wait_for(lambda: self._under_way == 0, _CLOSE_SECONDS)
        self._driver.close()

    def alter(self, text: str, seconds: float) -> None:
        """Run a statement that changes the schema, which stands in a transaction of its own."""

        def run(until: float) -> None:
            with self._session() as session:
                session.run(neo4j.Query(text, timeout=until - time.monotonic())).consume()

        _within(seconds, run)

    def _attempts(self, unit: Callable[[Transaction], R], until: float, repeatable: bool) -> R:
        for number in range(1, 1000):
            try:
                return self._once(unit, until - time.monotonic())
            except (DriverError, Neo4jError) as exc:
                pause = min(0.5, 0.005 * 2**number) * (0.5 + random.random())
                if not _worth_another(exc, number, repeatable) or time.monotonic() + pause > until:
                    raise
            time.sleep(pause)
        raise Unavailable(detail="busy")

    def _once(self, unit: Callable[[Transaction], R], seconds: float) -> R:
        @neo4j.unit_of_work(timeout=max(0.05, seconds))
        def work(transaction: neo4j.ManagedTransaction) -> R:
            return unit(_Transaction(transaction))

        with self._session() as session:
            return session.execute_write(work)

    @contextmanager
    def _session(self) -> Iterator[neo4j.Session]:
        with self._changed:
            if self._closed:
                raise Unavailable(detail="closed")
            self._under_way += 1
        try:
            with self._driver.session(
                database=self._database, bookmark_manager=self._bookmarks, fetch_size=5000
            ) as session:
                yield session
        finally:
            with self._changed:
                self._under_way -= 1
                self._changed.notify_all()


@contextmanager
def translated() -> Iterator[None]:
    """The driver's own errors become ours at this border."""
    try:
        yield
    except (AuthError, ConfigurationError) as exc:
        raise KnotenpunktError("store.neo4j_refused", detail=_short(exc)) from exc
    except (ClientError, ConstraintError) as exc:
        if (exc.code or "").startswith(_TOO_LATE):
            raise Unavailable(detail=_short(exc)) from exc
        raise KnotenpunktError("store.unwritable", detail=_short(exc)) from exc
    except (DriverError, Neo4jError) as exc:
        raise Unavailable(detail=_short(exc)) from exc
    except (UnicodeEncodeError, OverflowError, ValueError) as exc:
        raise KnotenpunktError("store.unwritable", detail=ascii(str(exc))) from exc


class _Silent(Unavailable):
    """Not even a refusal came back."""


class _Transaction:
    """The driver's transaction without the driver's types."""

    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, text: str, **values: Any) -> list[list[Any]]:
        return self._transaction.run(text, values).values()


def _within(seconds: float, work: Callable[[float], R]) -> R:
    """Do the work in a thread of its own, and leave it when it takes too long: a silent server keeps no limit."""
    done: list[R] = []
    failed: list[BaseException] = []
    until = time.monotonic() + seconds

    def run() -> None:
        try:
            with translated():
                done.append(work(until))
        except BaseException as exc:
            failed.append(exc)

    thread = threading.Thread(target=run, name="neo4j", daemon=True)
    thread.start()
    thread.join(seconds + _SLACK)
    if done:
        return done[0]
    if failed:
        raise failed[0]
    raise _Silent(detail="no answer in time")


def _worth_another(exc: DriverError | Neo4jError, number: int, repeatable: bool) -> bool:
    if isinstance(exc, Neo4jError):
        return exc.is_retryable() or exc.code in _LOOK_AGAIN
    if isinstance(exc, IncompleteCommit):
        return repeatable and number < 3
    return exc.is_retryable() and number < 3  # a connection that had died meanwhile; a server that is gone stays gone


def _parts(url: str) -> tuple[str, Any, str]:
    """(address without user and database, user and password, database) of bolt://user:password@host:port/database."""
    parts = urlsplit(url)
    user = unquote(parts.username or os.environ.get("KNOTENPUNKT_NEO4J_USER", ""))
    password = unquote(parts.password or os.environ.get("KNOTENPUNKT_NEO4J_PASSWORD", ""))
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}", (user, password) if user else None, parts.path.strip("/") or "neo4j"


def _short(exc: BaseException) -> str:
    return str(getattr(exc, "message", None) or exc)[:300]
