"""Records and counters in SQLite."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from graph.model.changes import Record
from graph.model.errors import RecordConflict

_COLUMNS = "kind, id, body, version, owner, due, expires"


def put(connection: Any, record: Record, body: str) -> None:
    """Write a record, its body as text, when the stored version is the given one; 0 creates."""
    version = record.version + 1
    values = (body, version, record.owner, _text(record.due), _text(record.expires))
    if record.version == 0:
        done = connection.execute(
            f"INSERT OR IGNORE INTO record ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", (record.kind, record.id, *values)
        )
    else:
        done = connection.execute(
            """UPDATE record SET body = ?, version = ?, owner = ?, due = ?, expires = ?
               WHERE kind = ? AND id = ? AND version = ?""",
            (*values, record.kind, record.id, record.version),
        )
    if done.rowcount != 1:
        raise RecordConflict(record.kind, record.id)


def drop(connection: Any, record: Record) -> None:
    """Delete a record when the stored version is the given one."""
    done = connection.execute(
        "DELETE FROM record WHERE kind = ? AND id = ? AND version = ?", (record.kind, record.id, record.version)
    )
    if done.rowcount != 1:
        raise RecordConflict(record.kind, record.id)


def get(connection: Any, kind: str, id: str) -> Record | None:
    """One record."""
    row = connection.execute(f"SELECT {_COLUMNS} FROM record WHERE kind = ? AND id = ?", (kind, id)).fetchone()
    return _record(row) if row else None


def find(connection: Any, kind: str, owner: str | None, limit: int) -> list[Record]:
    """Records of a kind by id."""
    condition, values = ("", (kind, limit)) if owner is None else (" AND owner = ?", (kind, owner, limit))
    rows = connection.execute(f"SELECT {_COLUMNS} FROM record WHERE kind = ?{condition} ORDER BY id LIMIT ?", values)
    return [_record(row) for row in rows.fetchall()]


def due(connection: Any, kind: str, now: datetime) -> Record | None:
    """The record of a kind that has been due longest."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM record WHERE kind = ? AND due <= ? ORDER BY due, id LIMIT 1", (kind, _text(now))
    ).fetchone()
    return _record(row) if row else None


def lease(connection: Any, record: Record, until: datetime) -> Record:
    """Move a record's due to the end of a lease."""
    connection.execute(
        "UPDATE record SET due = ?, version = version + 1 WHERE kind = ? AND id = ?",
        (_text(until), record.kind, record.id),
    )
    return Record(
        kind=record.kind, id=record.id, body=record.body, version=record.version + 1, owner=record.owner,
        due=until, expires=record.expires,
    )  # fmt: skip


def add(connection: Any, counter: str, n: int, now: datetime, expires: datetime) -> int:
    """Add to a counter; one past its expiry starts anew."""
    row = connection.execute(
        """INSERT INTO counter VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET
           n = CASE WHEN expires <= ? THEN excluded.n ELSE n + excluded.n END,
           expires = CASE WHEN expires <= ? THEN excluded.expires ELSE expires END
           RETURNING n""",
        (counter, n, _text(expires), _text(now), _text(now)),
    ).fetchone()
    return int(row[0])


def purge(connection: Any, now: datetime) -> int:
    """Delete what is past its expiry."""
    done = 0
    for table in ("record", "counter"):
        done += connection.execute(f"DELETE FROM {table} WHERE expires <= ?", (_text(now),)).rowcount
    return done


def _text(moment: datetime | None) -> str | None:
    # One form for all moments: UTC, always with microseconds, so that text order is time order.
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="microseconds")


def _record(row: tuple[Any, ...]) -> Record:
    kind, id, body, version, owner, due_at, expires = row
    return Record(
        kind=kind, id=id, body=json.loads(body), version=version, owner=owner,
        due=datetime.fromisoformat(due_at) if due_at else None,
        expires=datetime.fromisoformat(expires) if expires else None,
    )  # fmt: skip
