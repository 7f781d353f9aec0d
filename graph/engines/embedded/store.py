"""The embedded engine: one SQLite file, no server, several processes at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from graph.engines import log_format, writable
from graph.engines.embedded import dump as dumping
from graph.engines.embedded import erasing, log, part, records, tables, verifying
from graph.engines.embedded.sqlite import Connections
from graph.engines.states import ordered
from graph.engines.verifying import first_broken
from graph.model.changes import (
    Applied,
    ChangeSet,
    Entry,
    EntryId,
    Erasure,
    Kind,
    OpId,
    Record,
    Revision,
    Scope,
)
from graph.model.errors import KnotenpunktError
from graph.model.schema import references


class EmbeddedStore:
    """A store in one SQLite file. Promises are those of `graph.store.Store`."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._connections = Connections(path, lambda connection: tables.version(connection, str(path)))
        with self._connections.reading() as connection:
            new = tables.version(connection, str(path)) == 0
        if new:
            with self._connections.writing() as connection:
                tables.make(connection, str(path))

    def revision(self) -> Revision:
        with self._connections.using() as connection:
            row = connection.execute("SELECT max(revision) FROM log").fetchone()
        return Revision(row[0] or 0)

    def written_at(self) -> datetime | None:
        with self._connections.using() as connection:
            return log.last_at(connection)

    def load(self, scope: Scope) -> tuple[Revision, Iterable[Entry]]:
        with self._connections.reading() as connection:
            revision, _ = log.last(connection)
            if scope.areas is None:
                entries = _entries(connection.execute("SELECT kind, id, body FROM entry").fetchall())
            else:
                entries = ordered(part.states(connection, scope))
        with self._connections.using() as connection:
            connection.execute("PRAGMA shrink_memory")  # what was loaded need not stand in memory twice
        return Revision(revision), entries

    def areas(self, called: str) -> list[EntryId]:
        with self._connections.using() as connection:
            return part.areas(connection, called)

    def feed(self, after: Revision) -> Iterator[Applied | Erasure]:
        with self._connections.reading() as connection:
            found = list(log.read(connection, "revision > ? ORDER BY revision", (after,)))
        yield from found

    def commit(self, changes: ChangeSet | None, put: Sequence[Record] = (), drop: Sequence[Record] = ()) -> Revision:
        prepared = log.prepare(changes) if changes else None  # encoded before the lock is taken
        bodies = [writable.body_of(record) for record in put]
        with self._connections.writing() as connection:
            if changes:
                done = log.revision_of(connection, changes.op)
                if done is not None:
                    return done
            for record, body in zip(put, bodies, strict=True):
                records.put(connection, record, body)
            for record in drop:
                records.drop(connection, record)
            revision = log.apply(connection, prepared) if prepared else log.last(connection)[0]
        return Revision(revision)

    def erase(self, fields: Sequence[tuple[EntryId, str]], op: OpId, at: datetime) -> Revision:
        with self._connections.writing() as connection:
            revision = log.revision_of(connection, op)
            if revision is None:
                erasing.erase(connection, fields)
                revision = log.write_log(connection, op, log_format.erasure_header(op, at, fields), ())
        self._connections.leave_no_trace()  # also when this is a retry: the first try may have ended before
        return revision

    def history(self, entry: EntryId | None, before: Revision | None, limit: int) -> list[Applied]:
        conditions, values = ["revision < ?"], [before if before is not None else 1 << 62]
        if entry is not None:
            conditions.append("revision IN (SELECT revision FROM log_row WHERE entry = ?)")
            values.append(entry)  # type: ignore[arg-type]
        else:
            conditions.append("json_type(header, '$.erased') IS NULL")
        where = f"{' AND '.join(conditions)} ORDER BY revision DESC LIMIT {int(limit)}"
        with self._connections.reading() as connection:
            return [a for a in log.read(connection, where, values, entry) if isinstance(a, Applied)]

    def applied(self, op: OpId) -> Revision | None:
        with self._connections.using() as connection:
            return log.revision_of(connection, op)

    def verify(self) -> Revision | None:
        with self._connections.reading() as connection:
            broken = first_broken(verifying.lines(connection))
        return None if broken is None else Revision(broken)

    def get(self, kind: str, id: str) -> Record | None:
        with self._connections.using() as connection:
            return records.get(connection, kind, id)

    def find(self, kind: str, owner: str | None = None, limit: int = 100) -> list[Record]:
        with self._connections.using() as connection:
            return records.find(connection, kind, owner, limit)

    def claim(self, kind: str, now: datetime, lease: timedelta) -> Record | None:
        with self._connections.using() as connection:  # most polls find nothing and must not take the write lock
            if records.due(connection, kind, now) is None:
                return None
        with self._connections.writing() as connection:
            found = records.due(connection, kind, now)
            return records.lease(connection, found, now + lease) if found else None

    def add(self, counter: str, n: int, now: datetime, expires: datetime) -> int:
        with self._connections.writing() as connection:
            return records.add(connection, counter, n, now, expires)

    def purge(self, now: datetime) -> int:
        with self._connections.writing() as connection:
            return records.purge(connection, now)

    def dump(self) -> Iterator[bytes]:
        with self._connections.reading_apart() as connection:
            yield from dumping.lines(connection)

    def restore(self, lines: Iterable[bytes]) -> None:
        with self._connections.writing() as connection:
            if not dumping.empty(connection):
                raise KnotenpunktError("store.not_empty")
            for kind, id, fields in dumping.fill(connection, lines):
                links = [(id, field, target) for field, target in references(kind, fields)]
                connection.executemany("INSERT OR IGNORE INTO link VALUES (?, ?, ?)", links)

    def close(self) -> None:
        self._connections.close()


def _entries(rows: list[tuple[Any, ...]]) -> Iterable[Entry]:
    loads = json.loads
    for kind, id, body in rows:
        yield Entry(kind=Kind(kind), id=EntryId(id), fields=loads(body))
