"""What was kept of an entry that went into another: Records and paper that name the one that is gone mean the other.

A merge leaves one Record for each entry that went (an actor, or a link that became one with another), in its own
commit. Grants, answer links, phone rounds, answers and sheets keep the id they were made with and are led on when they
are read. So nothing has to be put back when the merge is undone: as soon as the entry is there again, what names it
means it again, and what was said meanwhile stays with the one that was kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graph.model.changes import EntryId, Record
from graph.network import Network
from graph.operations.merge import Merge
from graph.store import Store
from webapp.access import Grant

KIND = "merged"
_MANY = 100_000


def records(store: Store, planned: Merge, keep: EntryId, drop: EntryId) -> list[Record]:
    """What a merge of two actors leaves, to be put with it."""
    return records_of(store, planned, [(keep, drop)])


def records_of(store: Store, planned: Merge, pairs: Iterable[tuple[EntryId, EntryId]]) -> list[Record]:
    """What a merge of several actors (kept, gone) leaves."""
    went = {gone: kept for kept, gone in (*pairs, *planned.united)}
    return [_record(store, gone, kept) for gone, kept in went.items()]


def now(store: Store, network: Network, id: str, known: Mapping[str, str] | None = None) -> EntryId:
    """The entry that an id means now: itself while it is there, and when nothing is known of where it went.

    `known`: all of `led`, for who asks of many.
    """
    seen: set[str] = set()
    while id and id not in network and id not in seen:
        seen.add(id)
        id = _led(store, id) if known is None else known.get(id, id)
    return EntryId(id)


def led(store: Store) -> dict[str, str]:
    """Every entry that went into another → that one."""
    return {record.id: record.owner for record in store.find(KIND, limit=_MANY)}


def gone_into(store: Store, network: Network, id: str) -> list[EntryId]:
    """The entries that went into one and are not back."""
    found: dict[EntryId, None] = {}
    queue = [id]
    while queue:
        for record in store.find(KIND, owner=queue.pop(), limit=_MANY):
            gone = EntryId(record.id)
            if gone not in network and gone not in found:
                found[gone] = None
                queue.append(gone)
    return list(found)


def granted(store: Store, network: Network, grants: Iterable[Grant]) -> tuple[Grant, ...]:
    """Grants with the actors they mean now."""
    return tuple(replace(grant, actor=now(store, network, grant.actor)) for grant in grants)


def _record(store: Store, gone: EntryId, kept: EntryId) -> Record:
    old = store.get(KIND, gone)
    return Record(kind=KIND, id=gone, owner=kept, body={}, version=old.version if old else 0)


def _led(store: Store, id: str) -> str:
    record = store.get(KIND, id)
    return record.owner if record else id
