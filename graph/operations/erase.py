"""Take a contact's personal fields out of the network and out of all its history, for good."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from graph.model.changes import Applied, Change, EntryId, Fields, Revision
from graph.model.schema import kind, personal_fields
from graph.network import Network
from graph.operations import merge
from graph.store import Store

_PAGE = 200
_TELLING = frozenset({"person", "phones", "mobiles", "mails"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Erasable:
    """One personal field of an entry that holds something."""

    field: str
    now: bool
    """It stands in the entry."""
    past: int
    """So many changes of the history hold a value of it."""


def bearers(store: Store, id: EntryId) -> list[EntryId]:
    """The entry and every one it was merged with: the same details stand in the history of all of them.

    O(changes of these entries).
    """
    found = [id]
    for each in found:
        for applied in _history(store, each):
            why = applied.changes.why
            into: Any = why.params.get("into") if why.code in merge.REASONS else None
            for gone, kept in (into or {}).items():
                found += [EntryId(other) for other in (gone, kept) if each in (gone, kept) and other not in found]
    return found


def erasable(network: Network, store: Store, id: EntryId) -> list[Erasable]:
    """The personal fields of an entry with a value, now or in the history, in the vocabulary's order.

    What was merged with it counts, too. The entry may be deleted already. O(changes of these entries).
    """
    past: dict[str, int] = {}
    here: set[str] = set()
    name = ""
    for each in bearers(store, id):
        entry = network.find(each)
        here |= set(entry.fields) if entry else set()
        name = name or (entry.kind if entry else "")
        for change in _changes(store, each):
            name = name or change.kind
            for field in _told(change.kind, {**(change.before or {})}, {**(change.after or {})}):
                past[field] = past.get(field, 0) + 1
    if not name:
        return []
    return [
        Erasable(field=f.name, now=f.name in here, past=past.get(f.name, 0))
        for f in kind(name).fields
        if f.personal and (f.name in here or f.name in past)
    ]


def details(network: Network, store: Store, id: EntryId, chosen: Collection[str]) -> set[str]:
    """Every value that these fields hold or held and that tells who somebody is: names, numbers, addresses."""
    sides: list[Fields] = []
    for each in bearers(store, id):
        entry = network.find(each)
        sides += [entry.fields] if entry else []
        sides += [side for change in _changes(store, each) for side in (change.before, change.after) if side]
    found: set[str] = set()
    for value in (side.get(name) for side in sides for name in _TELLING.intersection(chosen)):
        found.update([value] if isinstance(value, str) else value or ())
    return found


def _changes(store: Store, id: EntryId) -> Iterator[Change]:
    for applied in _history(store, id):
        yield from (change for change in applied.changes.changes if change.id == id)


def _history(store: Store, id: EntryId) -> Iterator[Applied]:
    before: Revision | None = None
    while found := store.history(id, before, _PAGE):
        yield from found
        before = found[-1].revision


def _told(name: str, before: dict[str, object], after: dict[str, object]) -> set[str]:
    return {f for f in personal_fields(name) if before.get(f) is not None or after.get(f) is not None}
