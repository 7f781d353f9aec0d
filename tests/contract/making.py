"""Short ways to say what is written, and to look at what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from graph.model.canonical import digest, entries_hash
from graph.model.changes import (
    EVERYTHING,
    Change,
    ChangeSet,
    EntryId,
    Fields,
    Kind,
    OpId,
    Record,
    Revision,
    Why,
)
from graph.store import Store

NOW = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
_numbers: Iterator[int] = count()


def created(id: str, kind: str = "actor", **fields: Any) -> Change:
    return Change(kind=Kind(kind), id=EntryId(id), before=None, after=fields or {"name": id})


def updated(id: str, before: Fields, after: Fields, kind: str = "actor") -> Change:
    return Change(kind=Kind(kind), id=EntryId(id), before=before, after=after)


def deleted(id: str, kind: str = "actor", **fields: Any) -> Change:
    return Change(kind=Kind(kind), id=EntryId(id), before=fields or {"name": id}, after=None)


def changeset(*changes: Change, op: str = "", why: Why | None = None) -> ChangeSet:
    return ChangeSet(
        op=OpId(op or f"op-{next(_numbers)}"),
        who="anna",
        at=NOW,
        why=why or Why(code="why.edit"),
        source="form",
        changes=changes,
    )


def write(store: Store, *changes: Change, op: str = "") -> Revision:
    return store.commit(changeset(*changes, op=op))


def record(id: str = "r", kind: str = "job", **more: Any) -> Record:
    return Record(kind=kind, id=id, **{"body": {"state": "new"}, **more})


def entries(store: Store) -> dict[str, Fields]:
    _, found = store.load(EVERYTHING)
    return {e.id: e.fields for e in found}


def entries_state(store: Store) -> str:
    return entries_hash(store.load(EVERYTHING)[1])


def whole(store: Store) -> str:
    """A hash of everything behind the port."""
    return digest("".join(line.decode() for line in store.dump()))
