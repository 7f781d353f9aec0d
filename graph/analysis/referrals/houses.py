"""Which providers are one: an actor and units of it that offer the same."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from graph.analysis.coverage.supply import Supply
from graph.model.changes import EntryId
from graph.network import Network, lineage


def houses(network: Network, providers: Collection[EntryId]) -> tuple[EntryId, ...]:
    """Providers, each with its units counted as one: if it goes, they go with it. O(providers).

    Offices that merely belong to the same house stay apart: only a provider among these stands for its units.
    """
    return tuple(dict.fromkeys(_highest(network, id, providers) for id in providers))


def coming(network: Network, known: Iterable[Supply]) -> tuple[EntryId, ...]:
    """Who of the providers of these services comes to people, as `houses` counts. O(services)."""
    found = [one.provider for one in known if "outreach" in network.entry(one.service).fields.get("channels", ())]
    return houses(network, tuple(dict.fromkeys(found)))


def _highest(network: Network, actor: EntryId, others: Collection[EntryId]) -> EntryId:
    """The highest of `others` that an actor belongs to; itself where none is above it."""
    return [EntryId(id) for id in lineage(network, actor) if id in others][-1]
