"""In which order a phone round calls: who has never confirmed what is stored first, then the oldest word."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model.changes import EntryId
from graph.model.collation import sort_key
from graph.network import Network


def calling_order(network: Network, ids: Iterable[str]) -> list[EntryId]:
    """The actors among these ids in the order to call them; those confirmed on the same day by name. O(n log n)."""
    actors = network.of_kind("actor")
    found = [actors[EntryId(id)] for id in dict.fromkeys(ids) if id in actors]
    return [
        e.id for e in sorted(found, key=lambda e: (e.fields.get("confirmed_on", ""), sort_key(e.fields["name"]), e.id))
    ]
