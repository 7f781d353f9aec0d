"""Which lists an entry comes from: public, though keys and hashes of its origin are for coordination only."""

from __future__ import annotations

from graph.model.changes import EntryId
from graph.network import Network


def source_ids(whole: Network, id: str) -> tuple[EntryId, ...]:
    """The sources of an entry, read from the whole network. Only their ids leave it; whoever shows them looks them up
    in the reader's own network, so a source that is not public stays unnamed."""
    entry = whole.find(id)
    return tuple(EntryId(source) for source in entry.fields.get("origin", ())) if entry else ()
