"""Under which roof an actor sits: units of one parent at the same place have one door."""

from __future__ import annotations

from collections.abc import Hashable

from graph.model.changes import Entry, EntryId
from graph.network import Network, lineage


def doors(network: Network, actor: EntryId) -> tuple[Hashable, ...]:
    """(the organisation above all, a place) for each place of an actor; () where no place is known.

    Two entries of the same street and number are the same place. A place that is not stated is not guessed from the
    parent's. O(places).
    """
    above = lineage(network, actor)[-1]
    return tuple((above, _place(place)) for place in network.linked(actor, "places"))


def _place(place: Entry) -> Hashable:
    fields = place.fields
    if not fields.get("street"):
        return place.id
    return tuple(str(fields.get(name, "")).casefold() for name in ("street", "house_number", "postcode"))
