"""Entries, links and the change log in SQLite: applying a ChangeSet, reading it back, erasing."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from graph.engines import log_format
from graph.model.applying import clashes, result
from graph.model.canonical import canonical
from graph.model.changes import Applied, Change, ChangeSet, EntryId, Erasure, Fields, Revision
from graph.model.errors import Clash, Conflict, Dangling
from graph.model.schema import references

_CHUNK = 500  # ids a statement; SQLite's limit of parameters is 32,766


def last(connection: Any) -> tuple[int, str]:
    """(revision, chain) of the newest log line; (0, GENESIS) when there is none."""
    row = connection.execute("SELECT revision, chain FROM log ORDER BY revision DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, log_format.GENESIS)


def apply(connection: Any, changes: ChangeSet, rows: Sequence[log_format.Row]) -> int:
    """Apply a ChangeSet inside a write transaction and log it. `rows` were prepared before the lock was taken."""
    stored = _stored(connection, [c.id for c in changes.changes])
    after = _results(stored, changes.changes)
    _write_entries(connection, changes.changes, stored, after)
    _check_links(connection, changes.changes, after)
    return write_log(connection, changes.op, log_format.header_of(changes), rows)


def write_log(connection: Any, op: str, header: str, rows: Sequence[log_format.Row]) -> int:
    """Append one line to the log. The revision is taken here, last of all locks."""
    revision, chain = last(connection)
    revision += 1
    rows_hash = log_format.rows_hash(r.text for r in rows)
    connection.execute(
        "INSERT INTO log VALUES (?, ?, ?, ?, ?)",
        (revision, op, header, rows_hash, log_format.chained(chain, header, rows_hash)),
    )
    connection.executemany(
        "INSERT INTO log_row VALUES (?, ?, ?, ?)", [(revision, n, r.entry, r.text) for n, r in enumerate(rows)]
    )
    payloads = [(revision, n, p.entry, p.field, p.salt, p.text) for n, r in enumerate(rows) for p in r.payloads]
    if payloads:
        connection.executemany("INSERT INTO personal VALUES (?, ?, ?, ?, ?, ?)", payloads)
    return revision


def rows_of(changes: ChangeSet) -> list[log_format.Row]:
    """The log rows of a ChangeSet, each personal payload with a salt of its own."""
    return [log_format.row_of(c, lambda: secrets.token_hex(16)) for c in changes.changes]


def read(
    connection: Any, where: str, values: Sequence[object], entry: EntryId | None = None
) -> Iterator[Applied | Erasure]:
    """Log lines that match a constant condition on `log`, with their rows (of one entry, or all)."""
    for revision, header in connection.execute(f"SELECT revision, header FROM log WHERE {where}", values):
        yield log_format.read(revision, header, _rows(connection, revision, entry))


def erase(connection: Any, fields: Sequence[tuple[EntryId, str]]) -> None:
    """Take fields out of entries and their payloads out of all history."""
    for entry, name in fields:
        connection.execute("DELETE FROM personal WHERE entry = ? AND field = ?", (entry, name))
        row = connection.execute("SELECT kind, body FROM entry WHERE id = ?", (entry,)).fetchone()
        if row:
            left = {k: v for k, v in json.loads(row[1]).items() if k != name}
            connection.execute("UPDATE entry SET body = ? WHERE id = ?", (canonical(left), entry))


def first_broken(connection: Any) -> int | None:
    """Walk the whole chain: the first revision whose hash, rows or payloads do not fit."""
    chain = log_format.GENESIS
    for revision, header, rows_hash, stated in connection.execute(
        "SELECT revision, header, rows_hash, chain FROM log ORDER BY revision"
    ).fetchall():
        texts = [
            t
            for (t,) in connection.execute("SELECT body FROM log_row WHERE revision = ? ORDER BY position", (revision,))
        ]
        chain = log_format.chained(chain, header, rows_hash)
        if (
            stated != chain
            or rows_hash != log_format.rows_hash(texts)
            or not _payloads_fit(connection, revision, texts)
        ):
            return int(revision)
    return None


def _stored(connection: Any, ids: Sequence[EntryId]) -> dict[EntryId, Fields]:
    found: dict[EntryId, Fields] = {}
    for part in _chunks(ids):
        marks = ",".join("?" * len(part))
        for id, body in connection.execute(f"SELECT id, body FROM entry WHERE id IN ({marks})", part):
            found[id] = json.loads(body)
    return found


def _results(stored: dict[EntryId, Fields], changes: Iterable[Change]) -> dict[EntryId, Fields | None]:
    wrong: list[Clash] = []
    after: dict[EntryId, Fields | None] = {}
    for change in changes:
        current = after[change.id] if change.id in after else stored.get(change.id)
        wrong.extend(clashes(current, change))
        after[change.id] = result(current, change)
    if wrong:
        raise Conflict(wrong)
    return after


def _write_entries(
    connection: Any, changes: Sequence[Change], stored: dict[EntryId, Fields], after: dict[EntryId, Fields | None]
) -> None:
    kinds = {c.id: c.kind for c in changes}
    gone = [(id,) for id, fields in after.items() if fields is None]
    kept = [(id, fields) for id, fields in after.items() if fields is not None]
    known = [(id,) for id in after if id in stored]
    if known:
        connection.executemany("DELETE FROM link WHERE source = ?", known)
    if gone:
        connection.executemany("DELETE FROM entry WHERE id = ?", gone)
    connection.executemany(
        "INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body",
        [(id, kinds[id], canonical(fields)) for id, fields in kept],
    )
    links = [(id, field, target) for id, fields in kept for field, target in references(kinds[id], fields)]
    if links:
        connection.executemany("INSERT OR IGNORE INTO link VALUES (?, ?, ?)", links)


def _check_links(connection: Any, changes: Sequence[Change], after: dict[EntryId, Fields | None]) -> None:
    kinds = {c.id: c.kind for c in changes}
    targets = {
        target: (id, field)
        for id, fields in after.items()
        if fields is not None
        for field, target in references(kinds[id], fields)
        if after.get(target) is None
    }
    found: set[str] = set()
    for part in _chunks(list(targets)):
        marks = ",".join("?" * len(part))
        found.update(id for (id,) in connection.execute(f"SELECT id FROM entry WHERE id IN ({marks})", part))
    for target, (id, field) in targets.items():
        if target not in found:
            raise Dangling(id, field, target)
    for id, fields in after.items():
        if fields is None:
            row = connection.execute("SELECT source, field FROM link WHERE target = ? LIMIT 1", (id,)).fetchone()
            if row:
                raise Dangling(row[0], row[1], id)


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


def _payloads_fit(connection: Any, revision: int, texts: Sequence[str]) -> bool:
    return all(
        log_format.payload_fits(texts[position], field, salt, payload)
        for position, field, salt, payload in connection.execute(
            "SELECT position, field, salt, payload FROM personal WHERE revision = ?", (revision,)
        )
    )


def _chunks(ids: Sequence[EntryId]) -> Iterator[list[EntryId]]:
    unique = list(dict.fromkeys(ids))
    for start in range(0, len(unique), _CHUNK):
        yield unique[start : start + _CHUNK]


def revision_of(connection: Any, op: str) -> Revision | None:
    """The revision an operation made."""
    row = connection.execute("SELECT revision FROM log WHERE op = ?", (op,)).fetchone()
    return Revision(row[0]) if row else None
