"""The tables of the embedded engine, and how a file becomes a store or is refused."""

from __future__ import annotations

from typing import Any

from graph.engines.embedded.sqlite import sqlite3
from graph.model.errors import KnotenpunktError

VERSION = 1
APPLICATION_ID = 0x4B4E4F54  # "KNOT": other programs' SQLite files are told apart

AREA_KEYS = ("ars", "ags", "name")
"""What an area is called by. Each has an index."""

_DDL = (
    "CREATE TABLE entry (id TEXT PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID",
    "CREATE INDEX entry_kind ON entry (kind)",
    *(
        f"CREATE INDEX area_{field} ON entry (json_extract(body, '$.{field}')) WHERE kind = 'area'"
        for field in AREA_KEYS
    ),
    "CREATE TABLE link (source TEXT, field TEXT, target TEXT, PRIMARY KEY (source, field, target)) WITHOUT ROWID",
    "CREATE INDEX link_target ON link (target)",
    """CREATE TABLE log (revision INTEGER PRIMARY KEY, op TEXT NOT NULL UNIQUE, header TEXT NOT NULL,
       rows_hash TEXT NOT NULL, chain TEXT NOT NULL)""",
    """CREATE TABLE log_row (revision INTEGER, position INTEGER, entry TEXT NOT NULL, body TEXT NOT NULL,
       PRIMARY KEY (revision, position)) WITHOUT ROWID""",
    "CREATE INDEX log_row_entry ON log_row (entry, revision)",
    """CREATE TABLE personal (revision INTEGER, position INTEGER, entry TEXT NOT NULL, field TEXT, salt TEXT NOT NULL,
       payload TEXT NOT NULL, PRIMARY KEY (revision, position, field)) WITHOUT ROWID""",
    "CREATE INDEX personal_entry ON personal (entry, field)",
    """CREATE TABLE record (kind TEXT, id TEXT, body TEXT NOT NULL, version INTEGER NOT NULL, owner TEXT NOT NULL,
       due TEXT, expires TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID""",
    "CREATE INDEX record_owner ON record (kind, owner, id)",
    "CREATE INDEX record_due ON record (kind, due) WHERE due IS NOT NULL",
    "CREATE INDEX record_expires ON record (expires) WHERE expires IS NOT NULL",
    "CREATE TABLE counter (name TEXT PRIMARY KEY, n INTEGER NOT NULL, expires TEXT NOT NULL) WITHOUT ROWID",
)


def make(connection: Any, path: str) -> None:
    """Make the tables, inside a write transaction, unless another process was first."""
    if version(connection, path) == VERSION:
        return
    for statement in _DDL:
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={VERSION}")


def version(connection: Any, path: str) -> int:
    """The version of a store's file; 0 for an empty file. Raises KnotenpunktError when it is not ours or newer."""
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
    except sqlite3.DatabaseError as exc:
        if exc.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise KnotenpunktError("store.not_ours", path=path) from exc
        raise
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if application == APPLICATION_ID and found > VERSION:
        raise KnotenpunktError("store.newer", found=found, known=VERSION)
    if application != APPLICATION_ID and connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        raise KnotenpunktError("store.not_ours", path=path)
    return found if application == APPLICATION_ID else 0
