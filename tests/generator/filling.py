"""Putting entries into a store."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from graph.model.changes import Change, ChangeSet, Entry, OpId, Revision, Why
from graph.store import Store

AT = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)


def fill(store: Store, entries: Iterable[Entry], op: str = "seed") -> Revision:
    """Write entries in one ChangeSet."""
    return store.commit(changeset(entries, op))


def changeset(entries: Iterable[Entry], op: str = "seed") -> ChangeSet:
    """The ChangeSet that creates these entries."""
    return ChangeSet(
        op=OpId(op),
        who="",
        at=AT,
        why=Why(code="why.seed"),
        source="seed",
        changes=tuple(Change(kind=e.kind, id=e.id, before=None, after=e.fields) for e in entries),
    )
