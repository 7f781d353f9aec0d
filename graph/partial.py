"""Keeping the part of a network that a process serves fresh without loading it again at every change elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from graph.model.changes import Applied, Change, Entry, EntryId, Erasure
from graph.model.schema import EVERYWHERE, references
from graph.network import Network


def leaves_the_part_alone(item: Applied | Erasure, part: Network, stubs: Collection[EntryId]) -> bool:
    """Whether a part holds the same entries after a change as before, but for entries made in it.

    So it is when the change lies wholly outside, says something else of what is inside, or adds what points inside.
    """
    if isinstance(item, Erasure):
        return all(id not in stubs for id, _ in item.fields)
    made: set[EntryId] = set()
    return all(_fits(change, part, stubs, made) for change in item.changes.changes)


def ours(feed: Iterable[Applied | Erasure], part: Network, stubs: Collection[EntryId]) -> Iterator[Applied | Erasure]:
    """The changes to what a part holds, and those that add to it."""
    made: set[EntryId] = set()
    for item in feed:
        if isinstance(item, Erasure):
            yield item
            continue
        changes = []
        for change in item.changes.changes:
            if change.id in part or change.id in made or _lies_in(change, part, stubs, made):
                changes.append(change)
                made.add(change.id)
        yield replace(item, changes=replace(item.changes, changes=tuple(changes)))


def _fits(change: Change, part: Network, stubs: Collection[EntryId], made: set[EntryId]) -> bool:
    targets = {id for side in (change.before, change.after) for _, id in references(change.kind, side or {})}
    if change.id in part or change.id in made:
        return change.id not in stubs and change.before is not None and change.after is not None and not targets
    if change.kind == "area" or change.kind in EVERYWHERE:
        return False
    if not _lies_in(change, part, stubs, made):
        return True
    made.add(change.id)
    return change.before is None and all(id in part or id in made for id in targets)


def _lies_in(change: Change, part: Network, stubs: Collection[EntryId], made: Collection[EntryId]) -> bool:
    """Whether an entry that is not held points to what is inside, which takes it in."""
    return any(
        id in made or (id in part and id not in stubs and _takes_in(part, part.entry(id)))
        for _, id in references(change.kind, change.after or {})
    )


def _takes_in(part: Network, target: Entry) -> bool:
    """Whether what points to an entry that is held whole is held, too. Areas above and places elsewhere are not so."""
    if target.kind == "area":
        return target.id in part.memo(_areas)
    if target.kind == "place":
        return target.fields.get("area") in part.memo(_areas)
    return target.kind not in EVERYWHERE


def _areas(part: Network) -> frozenset[EntryId]:
    """The areas of the part's scope with those beneath."""
    found = set(part.scope.areas or ())
    queue = [id for id in found if id in part]
    while queue:
        for entry in part.linking(queue.pop(), "area", "parent"):
            if entry.id not in found:
                found.add(entry.id)
                queue.append(entry.id)
    return frozenset(found)
