"""Actors that may be stored twice: found by a job, kept as figures with their date; and those that were told apart."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from graph.model.changes import Record
from graph.model.errors import RecordConflict
from graph.store import Store

KIND, APART = "likely-duplicates", "told-apart"
_ID = "latest"
_MOST = 100_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Likely:
    """Two actors that may be one. `why`: codes of sentences."""

    one: str
    two: str
    score: int
    level: str
    why: tuple[str, ...]

    def other(self, id: str) -> str:
        """The one that is not this."""
        return self.two if id == self.one else self.one


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What the last search found. `at`: ISO, "" when there was none."""

    at: str = ""
    revision: int = -1
    pairs: tuple[Likely, ...] = ()

    def of(self, id: str) -> list[Likely]:
        """The pairs with this entry."""
        return [pair for pair in self.pairs if id in (pair.one, pair.two)]


def latest(store: Store) -> Found:
    """What the last search found."""
    record = store.get(KIND, _ID)
    if record is None:
        return Found()
    pairs = (Likely(one=a, two=b, score=s, level=level, why=tuple(why)) for a, b, s, level, why in record.body["pairs"])
    return Found(at=record.body["at"], revision=record.body["revision"], pairs=tuple(pairs))


def keep(store: Store, found: Found) -> None:
    """Make this what the last search found."""
    body = {
        "at": found.at,
        "revision": found.revision,
        "pairs": [[p.one, p.two, p.score, p.level, list(p.why)] for p in found.pairs],
    }
    old = store.get(KIND, _ID)
    with contextlib.suppress(RecordConflict):  # another search ended at the same moment
        store.commit(None, put=[Record(kind=KIND, id=_ID, body=body, version=old.version if old else 0)])


def told_apart(store: Store) -> set[str]:
    """The pairs of which a person said that they are two."""
    return {record.id for record in store.find(APART, limit=_MOST)}


def apart_records(store: Store, pairs: Iterable[tuple[str, str]], who: str, now: datetime) -> list[Record]:
    """The Records that tell pairs apart, for those that are not told apart yet."""
    ids = dict.fromkeys(pair_id(one, two) for one, two in pairs)
    return [
        Record(kind=APART, id=id, owner=who, body={"at": now.isoformat()}) for id in ids if store.get(APART, id) is None
    ]


def pair_id(one: str, two: str) -> str:
    """One name for a pair, whichever comes first."""
    return ":".join(sorted((one, two)))
