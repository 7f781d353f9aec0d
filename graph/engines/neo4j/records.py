"""Records and counters as nodes. A moment is a text in UTC, as on every engine: its order is that of time."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from graph.engines.neo4j.driver import Transaction
from graph.model.changes import Record
from graph.model.errors import RecordConflict

_RETURN = "RETURN r.kind, r.id, r.body, r.version, r.owner, r.due, r.expires"
_ONE = "MATCH (r:Record {kind: $kind, id: $id})"
_LOCKED = "SET r.locked = true REMOVE r.locked WITH r"

_CREATE = "CREATE (r:Record) SET r = $values"
_UPDATE = f"{_ONE} {_LOCKED} WHERE r.version = $version SET r = $values RETURN count(r)"
_DROP = f"{_ONE} {_LOCKED} WHERE r.version = $version DELETE r RETURN count(r)"
_GET = f"{_ONE} {_RETURN}"
_FIND = f"MATCH (r:Record) WHERE r.kind = $kind {_RETURN} ORDER BY r.id LIMIT $limit"
_FIND_OF = f"MATCH (r:Record) WHERE r.kind = $kind AND r.owner = $owner {_RETURN} ORDER BY r.id LIMIT $limit"
_DUE = f"MATCH (r:Record) WHERE r.kind = $kind AND r.due <= $now {_RETURN} ORDER BY r.due, r.id LIMIT 1"
# Asked again with the lock: an index may still say what the node no longer says.
_LEASE = f"""{_ONE} {_LOCKED} WHERE r.version = $version AND r.due <= $now
SET r.due = $until, r.version = r.version + 1 {_RETURN}"""
_ADD = """MERGE (c:Counter {name: $name}) ON CREATE SET c.n = 0, c.expires = $expires
SET c.locked = true REMOVE c.locked
WITH c, c.expires <= $now AS over
SET c.n = CASE WHEN over THEN $n ELSE c.n + $n END, c.expires = CASE WHEN over THEN $expires ELSE c.expires END
RETURN c.n"""
_PURGE = (
    f"MATCH (r:Record) WHERE r.expires <= $now {_LOCKED} WHERE r.expires <= $now DELETE r RETURN count(r)",
    f"MATCH (r:Counter) WHERE r.expires <= $now {_LOCKED} WHERE r.expires <= $now DELETE r RETURN count(r)",
)


def put(tx: Transaction, record: Record, body: str) -> None:
    """Write a record, its body as text, when the stored version is the given one; 0 creates."""
    row = {
        "kind": record.kind, "id": record.id, "body": body, "version": record.version + 1, "owner": record.owner,
        "due": text(record.due), "expires": text(record.expires),
    }  # fmt: skip
    if record.version == 0:
        if tx.run(_GET, kind=record.kind, id=record.id):
            raise RecordConflict(record.kind, record.id)
        tx.run(_CREATE, values=row)
    elif tx.run(_UPDATE, kind=record.kind, id=record.id, version=record.version, values=row) != [[1]]:
        raise RecordConflict(record.kind, record.id)


def drop(tx: Transaction, record: Record) -> None:
    """Delete a record when the stored version is the given one."""
    if tx.run(_DROP, kind=record.kind, id=record.id, version=record.version) != [[1]]:
        raise RecordConflict(record.kind, record.id)


def get(tx: Transaction, kind: str, id: str) -> Record | None:
    """One record."""
    found = tx.run(_GET, kind=kind, id=id)
    return _record(found[0]) if found else None


def find(tx: Transaction, kind: str, owner: str | None, limit: int) -> list[Record]:
    """Records of a kind by id."""
    found = tx.run(_FIND if owner is None else _FIND_OF, kind=kind, owner=owner, limit=limit)
    return [_record(row) for row in found]


def claim(tx: Transaction, kind: str, now: datetime, until: datetime) -> Record | None:
    """Lease the record of a kind that has been due longest."""
    while found := tx.run(_DUE, kind=kind, now=text(now)):
        due = _record(found[0])
        leased = tx.run(_LEASE, kind=kind, id=due.id, version=due.version, now=text(now), until=text(until))
        if leased:  # else somebody else was faster
            return _record(leased[0])
    return None


def add(tx: Transaction, counter: str, n: int, now: datetime, expires: datetime) -> int:
    """Add to a counter; one past its expiry starts anew."""
    return int(tx.run(_ADD, name=counter, n=n, now=text(now), expires=text(expires))[0][0])


def purge(tx: Transaction, now: datetime) -> int:
    """Delete what is past its expiry."""
    return sum(tx.run(statement, now=text(now))[0][0] for statement in _PURGE)


def text(moment: datetime | None) -> str | None:
    """A moment in the one form that all engines write: UTC, always with microseconds."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="microseconds")


def _record(row: list[Any]) -> Record:
    kind, id, body, version, owner, due, expires = row
    return Record(
        kind=kind, id=id, body=json.loads(body), version=version, owner=owner,
        due=datetime.fromisoformat(due) if due else None,
        expires=datetime.fromisoformat(expires) if expires else None,
    )  # fmt: skip
