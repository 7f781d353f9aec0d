"""What stays when an undo keeps an entry: what can't be without it, and what it points to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from graph.model.changes import Change, Entry, EntryId
from graph.model.schema import kind, references
from graph.network import Network


def belonging_to(network: Network, changes: Iterable[Change], kept: Collection[EntryId]) -> dict[EntryId, EntryId]:
    """Of the entries that an undo would delete: those that belong to kept ones, with what each belongs to.

    Services, contacts and steps belong to what they can't be without, if all of that stays: a link between two actors
    of which one goes is taken back. Places, and sources that an origin names, belong to what points to them.
    O(what is deleted and kept, with their links).
    """
    doomed = {c.id: c for c in changes if c.after is None}
    found: dict[EntryId, EntryId] = {}
    queue = [entry for id in kept if (entry := network.find(id)) is not None]
    while queue:
        owner = queue.pop()
        for id in dict.fromkeys(_near(network, owner)):
            if id in doomed and id not in found and _belongs(network, network.entry(id), owner, doomed, found):
                found[id] = owner.id
                queue.append(network.entry(id))
    return found


def _near(network: Network, owner: Entry) -> Iterator[EntryId]:
    yield from (target for _, target in network.out(owner.id))
    yield from (EntryId(source) for source in owner.fields.get("origin", {}))
    yield from (source for source, _ in network.into(owner.id))


def _belongs(
    network: Network, entry: Entry, owner: Entry, doomed: Collection[EntryId], found: Collection[EntryId]
) -> bool:
    """Whether an entry near the owner stays with it."""
    needed = [
        target for field, target in references(entry.kind, entry.fields) if kind(entry.kind).field(field).required
    ]
    if any(target in doomed and target not in found for target in needed):
        return False
    pointed_to = any(target == entry.id for _, target in network.out(owner.id)) or entry.kind == "source"
    return pointed_to or owner.id in needed
