"""The network as it was at an earlier revision."""

from __future__ import annotations

from graph.model.applying import inverted
from graph.model.changes import Applied, Change, Erasure, Revision
from graph.network import Network
from graph.store import Store


def network_at(network: Network, store: Store, revision: Revision) -> Network:
    """The Network at `revision`, by taking back what came after. O(changes since).

    What was erased since is not in it: erased is erased in every past state.
    """
    erased: set[tuple[str, str]] = set()
    since: list[Applied] = []
    for item in store.feed(revision):
        if item.revision > network.revision:
            break
        if isinstance(item, Erasure):
            erased.update(item.fields)
        else:
            since.append(item)
            erased.update(item.erased)
    for applied in reversed(since):
        network = network.apply([_bare(c, erased) for c in inverted(applied.changes)], revision)
    return network.apply((), revision)


def _bare(change: Change, erased: set[tuple[str, str]]) -> Change:
    names = {name for id, name in erased if id == change.id}
    if not names:
        return change
    sides = [
        None if s is None else {k: v for k, v in s.items() if k not in names} for s in (change.before, change.after)
    ]
    return Change(kind=change.kind, id=change.id, before=sides[0], after=sides[1])
