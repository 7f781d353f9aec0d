"""A phone round as a Record, one for each coordinator: who is still to be called, and in which order.

It keeps no times and nothing of who was called by whom; what a call confirmed stands in the network's history.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from graph.model.changes import EntryId, Record
from graph.network import Network
from graph.store import Store
from webapp import merged

KIND = "phone-round"
KEPT = timedelta(days=60)


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """The queue, the next one first. `tried`: how often nobody answered there. `title`: what it was made from."""

    owner: str
    queue: tuple[EntryId, ...]
    total: int
    tried: Mapping[str, int] = field(default_factory=dict)
    title: str = ""
    version: int = 0

    @property
    def next(self) -> EntryId | None:
        """Who is to be called now."""
        return self.queue[0] if self.queue else None

    @property
    def at(self) -> int:
        """Which of all this call is, from 1 on."""
        return self.total - len(self.queue) + 1

    def done(self) -> Round:
        """The next one is finished."""
        return replace(self, queue=self.queue[1:])

    def later(self, *, tried: bool) -> Round:
        """The next one goes to the end; `tried`: nobody answered."""
        id = self.queue[0]
        count = {**self.tried, id: self.tried.get(id, 0) + 1} if tried else self.tried
        return replace(self, queue=(*self.queue[1:], id), tried=count)

    def within(self, network: Network, store: Store) -> Round:
        """Without those who are gone by now; who went into another is called as that one, once."""
        there = dict.fromkeys(merged.now(store, network, id) for id in self.queue)
        return replace(self, queue=tuple(id for id in there if id in network))


def begin(owner: str, ids: Iterable[EntryId], title: str, version: int) -> Round:
    """A new round in this order; `version` of the record it takes the place of."""
    queue = tuple(ids)
    return Round(owner=owner, queue=queue, total=len(queue), title=title, version=version)


def find(store: Store, owner: str, now: datetime) -> Round | None:
    """The round somebody left off."""
    record = store.get(KIND, owner)
    if record is None or record.expires is None or record.expires <= now:
        return None
    body = record.body
    return Round(
        owner=owner,
        queue=tuple(EntryId(id) for id in body["queue"]),
        total=int(body["total"]),
        tried=dict(body["tried"]),
        title=str(body["title"]),
        version=record.version,
    )


def version_of(store: Store, owner: str) -> int:
    """The version that a new round takes the place of."""
    record = store.get(KIND, owner)
    return record.version if record else 0


def record_of(made: Round, now: datetime) -> Record:
    """As it is kept."""
    body = {"queue": list(made.queue), "total": made.total, "tried": dict(made.tried), "title": made.title}
    return Record(kind=KIND, id=made.owner, owner=made.owner, body=body, version=made.version, expires=now + KEPT)
