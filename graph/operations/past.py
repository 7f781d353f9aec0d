"""The network as it was at an earlier revision."""

from __future__ import annotations

from graph.model.applying import inverted
from graph.model.changes import EVERYTHING, Applied, ChangeSet, Erasure, Revision
from graph.network import Network
from graph.scope import within
from graph.store import Store


def network_at(network: Network, store: Store, revision: Revision) -> Network:
    """The Network at `revision`, by taking back what came after. O(changes since), and one copy of the whole.

    What was erased since is not in it: erased is erased in every past state.
    """
    whole = everything(network, store)
    since: list[ChangeSet] = []
    for item in store.feed(revision):
        if isinstance(item, Applied) and item.revision <= whole.revision:
            since.append(item.changes)
        if isinstance(item, Erasure) and item.revision > whole.revision:
            # This memory has not heard of it yet, but the values are gone from the changes already.
            whole = whole.forget(Erasure(revision=whole.revision, at=item.at, fields=item.fields))
    past = whole.apply((change for each in reversed(since) for change in inverted(each)), revision)
    if network.scope == EVERYTHING:
        return past
    return Network(within(past.entries(), network.scope), revision=revision, scope=network.scope)


def everything(network: Network, store: Store) -> Network:
    """The whole network, also in a process that serves a part: for what may reach beyond the part."""
    if network.scope == EVERYTHING:
        return network
    revision, entries = store.load(EVERYTHING)
    return Network(entries, revision=revision)
