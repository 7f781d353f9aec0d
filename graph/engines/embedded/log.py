"""Entries, links and the change log in SQLite: applying a ChangeSet, reading it back."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.engines import log_format, writable
from graph.engines.states import Link, States, links, results
from graph.model.canonical import canonical
from graph.model.changes import Applied, ChangeSet, EntryId, Erasure, Revision
from graph.model.errors import Dangling

_CHUNK = 500  # ids a statement; SQLite's limit of parameters is 32,766


def last(connection: Any) -> tuple[int, str]:
    """(revision, chain) of the newest log line; (0, GENESIS) when there is none."""
    row = connection.execute("SELECT revision, chain FROM log ORDER BY revision DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, log_format.GENESIS)


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """A ChangeSet as text, made before the write lock is taken."""

    changes: ChangeSet
    header: str
    rows: Sequence[log_format.Row]


def last_at(connection: Any) -> datetime | None:
    """When the newest log line was written."""
    row = connection.execute("SELECT json_extract(header, '$.at') FROM log ORDER BY revision DESC LIMIT 1").fetchone()
    return datetime.fromisoformat(row[0]) if row else None


def prepare(changes: ChangeSet) -> Prepared:
    """Write a ChangeSet down as text, each personal payload with a salt of its own. Raises Invalid."""
    rows = writable.rows_of(changes, lambda: secrets.token_hex(16))
    return Prepared(changes=changes, header=writable.header_of(changes), rows=rows)


def apply(connection: Any, prepared: Prepared) -> Revision:
    """Apply a ChangeSet inside a write transaction and log it."""
    changes = prepared.changes.changes
    stored = _stored(connection, [c.id for c in changes])
    after = results(stored, changes)
    once = len(after) == len(changes)  # an entry that is created and then changed is not what its first row says
    _write_entries(connection, after, {r.entry: r.body for r in prepared.rows if r.body is not None} if once else {})
    _write_links(connection, stored, after)
    return write_log(connection, prepared.changes.op, prepared.header, prepared.rows)


def write_log(connection: Any, op: str, header: str, rows: Sequence[log_format.Row]) -> Revision:
    """Append one line to the log. The revision is taken here, last of all locks."""
    revision, chain = last(connection)
    revision += 1
    rows_hash = log_format.rows_hash(r.text for r in rows)
    connection.execute(
        "INSERT INTO log VALUES (?, ?, ?, ?, ?)",
        (revision, op, header, rows_hash, log_format.chained(chain, header, rows_hash)),
    )
    texts = [(revision, n, r.entry, r.text) for n, r in enumerate(rows)]
    payloads = [(revision, n, p.entry, p.field, p.salt, p.text) for n, r in enumerate(rows) for p in r.payloads]
    _each(connection, "INSERT INTO log_row VALUES (?, ?, ?, ?)", texts)
    _each(connection, "INSERT INTO personal VALUES (?, ?, ?, ?, ?, ?)", payloads)
    return Revision(revision)


def read(
    connection: Any, where: str, values: Sequence[object], entry: EntryId | None = None
) -> Iterator[Applied | Erasure]:
    """Log lines that match a constant condition on `log`, with their rows (of one entry, or all)."""
    for revision, header in connection.execute(f"SELECT revision, header FROM log WHERE {where}", values):
        yield log_format.read(revision, header, _rows(connection, revision, entry))


def revision_of(connection: Any, op: str) -> Revision | None:
    """The revision an operation made."""
    row = connection.execute("SELECT revision FROM log WHERE op = ?", (op,)).fetchone()
    return Revision(row[0]) if row else None


def _stored(connection: Any, ids: Sequence[EntryId]) -> States:
    found: States = {}
    for part in _chunks(ids):
        marks = ",".join("?" * len(part))
        for id, kind, body in connection.execute(f"SELECT id, kind, body FROM entry WHERE id IN ({marks})", part):
            found[id] = (kind, json.loads(body))
    return found


def _write_entries(connection: Any, after: States, bodies: Mapping[EntryId, str]) -> None:
    gone = [(id,) for id, state in after.items() if state is None]
    kept = [(id, state[0], bodies.get(id) or canonical(state[1])) for id, state in after.items() if state is not None]
    _each(connection, "DELETE FROM entry WHERE id = ?", gone)
    _each(
        connection,
        "INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, body = excluded.body",
        kept,
    )


def _write_links(connection: Any, stored: States, after: States) -> None:
    """Write only the links that changed, and look at no others: those that stay led somewhere before."""
    gone: list[Link] = []
    new: list[Link] = []
    for id, state in after.items():
        old_links, new_links = links(id, stored.get(id)), links(id, state)
        if old_links != new_links:
            gone.extend(link for link in old_links if link not in new_links)
            new.extend(link for link in new_links if link not in old_links)
    _each(connection, "DELETE FROM link WHERE source = ? AND field = ? AND target = ?", gone)
    _each(connection, "INSERT INTO link VALUES (?, ?, ?)", new)
    _check_targets(connection, [link for link in new if not after.get(link[2])])
    for id in (id for id, state in after.items() if state is None):
        row = connection.execute("SELECT source, field FROM link WHERE target = ? LIMIT 1", (id,)).fetchone()
        if row:
            raise Dangling(row[0], row[1], id)


def _each(connection: Any, statement: str, rows: Sequence[Sequence[object]]) -> None:
    if rows:
        connection.executemany(statement, rows)


def _check_targets(connection: Any, links: Sequence[Link]) -> None:
    found: set[str] = set()
    for part in _chunks([target for _, _, target in links]):
        marks = ",".join("?" * len(part))
        found.update(id for (id,) in connection.execute(f"SELECT id FROM entry WHERE id IN ({marks})", part))
    for link in links:
        if link[2] not in found:
            raise Dangling(*link)


def _rows(connection: Any, revision: int, entry: EntryId | None) -> list[tuple[str, dict[str, str]]]:
    condition, values = ("", (revision,)) if entry is None else (" AND entry = ?", (revision, entry))
    payloads: dict[int, dict[str, str]] = {}
    for position, field, text in connection.execute(
        f"SELECT position, field, payload FROM personal WHERE revision = ?{condition}", values
    ):
        payloads.setdefault(position, {})[field] = text
    return [
        (text, payloads.get(position, {}))
        for position, text in connection.execute(
            f"SELECT position, body FROM log_row WHERE revision = ?{condition} ORDER BY position", values
        )
    ]


def _chunks(ids: Sequence[EntryId]) -> Iterator[list[EntryId]]:
    unique = list(dict.fromkeys(ids))
    for start in range(0, len(unique), _CHUNK):
        yield unique[start : start + _CHUNK]
