"""Entries of an earlier reading of a list that are not in it now. They stay unless a person says otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from graph.model.changes import Change, EntryId
from graph.network import Network
from graph.operations import edit
from importers.lists.items import Items
from importers.origin import Known

DELETE, REVIEW = "delete", "review"
"""What a person may say of one; nothing said keeps it."""


def gone(network: Network, known: Known, items: Items, keys: Collection[str]) -> list[EntryId]:
    """Actors that no row names now, and services of others that none names."""

    def missing(name: str) -> list[EntryId]:
        return [id for id in known.of_kind(name) if id not in items and not known.keys_of(id) & set(keys)]

    actors = missing("actor")
    providers = ((id, network.entry(id).fields.get("provider")) for id in missing("service"))
    return [*actors, *(id for id, provider in providers if provider not in actors)]


def chosen(found: Iterable[EntryId], decided: Mapping[str, str], answer: str) -> list[EntryId]:
    """Those of which a person said this."""
    return [id for id in found if decided.get(id) == answer]


def deletions(network: Network, changes: Iterable[Change], doomed: Iterable[EntryId]) -> Iterator[Change]:
    """The changes that delete entries as they stand after the import's other changes, with what can't be without."""
    after = network.apply(changes)
    for id in doomed:
        if id in after:
            made = edit.delete(after, id)
            after = after.apply(made)
            yield from made
