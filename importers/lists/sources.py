"""The source of a list as an entry: what was stated of it, and when it was received."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model.changes import Change, EntryId, Kind
from graph.network import Network
from importers.lists.mapping import Mapping


def source_changes(network: Network, id: EntryId, name: str, mapping: Mapping, anew: bool) -> Iterator[Change]:
    """The source with what was stated of it. That a list came again unchanged (not `anew`) is no news."""
    stored = network.find(id)
    stated = {
        "name": name,
        "licence": mapping.licence or None,
        "attribution": mapping.attribution or None,
        "received_on": mapping.received_on or None,
    }
    if stored is None:
        if anew:
            fields = {k: v for k, v in stated.items() if v}
            if not mapping.licence and not mapping.attribution:
                # Called after a file of the office's own; only what asks to be named is named to everyone.
                fields["audience"] = "network"
            yield Change(kind=Kind("source"), id=id, before=None, after=fields)
        return
    after = {k: v for k, v in stated.items() if v and v != stored.fields.get(k)}
    if after and (anew or set(after) != {"received_on"}):
        before = {k: stored.fields.get(k) for k in after}
        yield Change(kind=Kind("source"), id=id, before=before, after=after)
