"""Entries that somebody is to look at later: kept as Records until it is done, found by the entry they are about."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from graph.model.changes import Record
from graph.model.errors import RecordConflict
from graph.store import Store

KIND = "review"
_MOST = 1000


@dataclass(frozen=True, kw_only=True, slots=True)
class Review:
    """One entry to look at. `why`: code of the reason; `file`: the list it is about; `at`: ISO."""

    entry: str
    why: str
    file: str
    at: str


def records(store: Store, entries: Iterable[str], why: str, file: str, who: str, now: datetime) -> list[Record]:
    """The Records to write beside a ChangeSet; what is noted already is not noted twice."""
    body = {"why": why, "file": file, "at": now.isoformat()}
    return [Record(kind=KIND, id=id, owner=who, body=body) for id in entries if store.get(KIND, id) is None]


def waiting(store: Store) -> list[Review]:
    """All that are to be looked at, the oldest first."""
    found = [Review(entry=record.id, **record.body) for record in store.find(KIND, limit=_MOST)]
    return sorted(found, key=lambda each: (each.at, each.entry))


def done(store: Store, entry: str) -> None:
    """Strike one from the list."""
    record = store.get(KIND, entry)
    if record is not None:
        with contextlib.suppress(RecordConflict):  # somebody else did it at the same moment
            store.commit(None, drop=[record])
