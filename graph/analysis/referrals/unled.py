"""Who offers something and is sent nobody: no way from any entry point leads there (method 17 by actor)."""

from __future__ import annotations

from datetime import date

from graph.analysis.coverage.supply import supply
from graph.model.changes import EntryId
from graph.network import Network


def unled(network: Network, on: date) -> tuple[EntryId, ...]:
    """Actors with a service on that day to whom no way leads from any entry point, by id; () without entry points.

    Most often nobody has been asked yet who sends people there. What it means to a council: what they offer is found
    by those only who know of it.

    Complexity: O(services + links).

    >>> from graph.model.changes import Entry, Kind
    >>> def e(kind: str, id: str, **fields: object) -> Entry:
    ...     return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)
    >>> actors = [e("actor", "hall", name="Hall", entry_point=True), e("actor", "school", name="School")]
    >>> services = [e("service", id[0], name=id, provider=id) for id in ("hall", "school")]
    >>> unled(Network([*actors, *services]), date(2026, 11, 23))
    ('school',)
    """
    known = network.memo(supply, on)
    if not any(one.linked for one in known):
        return ()
    return tuple(sorted({one.provider for one in known if not one.linked}))
