"""The store on a Neo4j server."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from graph.engines import dump_format, log_format, writable
from graph.engines.neo4j import driver, entries, erasing, filling, log, part, reading, records, schema
from graph.engines.neo4j.driver import Connections, Transaction
from graph.engines.states import results
from graph.engines.verifying import first_broken
from graph.model.changes import Applied, ChangeSet, Entry, EntryId, Erasure, OpId, Record, Revision, Scope

GLANCE = 0.5
"""Seconds for asking which revision is the newest; then a page is answered from memory."""

_SECONDS_A_CHANGE = 0.01
_SMALL = 200

_REVISION = "MATCH (s:Store {id: 'knotenpunkt'}) RETURN s.revision"


class Neo4jStore:
    """A store in a database of its own. Promises are those of `graph.store.Store`."""

    def __init__(self, url: str) -> None:
        self._connections = Connections(url)
        try:
            schema.prepare(self._connections, url.rpartition("@")[2])
        except BaseException:
            self._connections.close()
            raise

    def revision(self) -> Revision:
        found = self._connections.ask(_REVISION, GLANCE)
        return Revision(found[0][0] if found else 0)

    def written_at(self) -> datetime | None:
        return self._connections.read(log.written_at)

    def load(self, scope: Scope) -> tuple[Revision, Iterable[Entry]]:
        if scope.areas is not None:
            return reading.load_part(self._connections, scope)
        return reading.load(self._connections)

    def areas(self, called: str) -> list[EntryId]:
        return self._connections.read(lambda tx: part.areas(tx, called))

    def feed(self, after: Revision) -> Iterator[Applied | Erasure]:
        found = self._connections.read(lambda tx: log.feed(tx, after), reading.SECONDS)
        yield from found

    def commit(self, changes: ChangeSet | None, put: Sequence[Record] = (), drop: Sequence[Record] = ()) -> Revision:
        header = writable.header_of(changes) if changes else ""
        rows = writable.rows_of(changes, lambda: secrets.token_hex(16)) if changes else []
        bodies = [writable.body_of(record) for record in put]

        def unit(tx: Transaction) -> Revision:
            done = log.revision_of(tx, changes.op) if changes else None
            if done is not None:
                return done
            for record, body in zip(put, bodies, strict=True):
                records.put(tx, record, body)
            for record in drop:
                records.drop(tx, record)
            if changes is None:
                return Revision(tx.run(_REVISION)[0][0])
            stored = entries.lock(tx, (c.id for c in changes.changes))
            entries.write(tx, stored, results(stored, changes.changes))
            return log.append(tx, changes.op, header, rows)

        return self._connections.write(unit, _patience(len(rows)), repeatable=changes is not None)

    def erase(self, fields: Sequence[tuple[EntryId, str]], op: OpId, at: datetime) -> Revision:
        def unit(tx: Transaction) -> Revision:
            done = log.revision_of(tx, op)
            if done is not None:
                return done
            erasing.erase(tx, fields)
            header = log_format.erasure_header(op, at, fields)
            return log.append(tx, op, header, (), [entry for entry, _ in fields])

        return self._connections.write(unit, _patience(len(fields)), repeatable=True)

    def history(self, entry: EntryId | None, before: Revision | None, limit: int) -> list[Applied]:
        return self._connections.read(lambda tx: log.history(tx, entry, before, limit))

    def applied(self, op: OpId) -> Revision | None:
        return self._connections.read(lambda tx: log.revision_of(tx, op))

    def verify(self) -> Revision | None:
        broken = first_broken(reading.lines(self._connections))
        return None if broken is None else Revision(broken)

    def get(self, kind: str, id: str) -> Record | None:
        return self._connections.read(lambda tx: records.get(tx, kind, id))

    def find(self, kind: str, owner: str | None = None, limit: int = 100) -> list[Record]:
        return self._connections.read(lambda tx: records.find(tx, kind, owner, limit))

    def claim(self, kind: str, now: datetime, lease: timedelta) -> Record | None:
        return self._connections.write(lambda tx: records.claim(tx, kind, now, now + lease))

    def add(self, counter: str, n: int, now: datetime, expires: datetime) -> int:
        return self._connections.write(lambda tx: records.add(tx, counter, n, now, expires))

    def purge(self, now: datetime) -> int:
        return self._connections.write(lambda tx: records.purge(tx, now), repeatable=True)

    def dump(self) -> Iterator[bytes]:
        whole = reading.rows(self._connections)
        return dump_format.sealed((table, row) for table, rows in whole.items() for row in rows)

    def restore(self, lines: Iterable[bytes]) -> None:
        filling.restore(self._connections, lines)

    def close(self) -> None:
        self._connections.close()


def _patience(rows: int) -> float:
    """A page is answered in time; a job with thousands of changes may take longer."""
    return driver.PATIENCE + (rows * _SECONDS_A_CHANGE if rows > _SMALL else 0)
