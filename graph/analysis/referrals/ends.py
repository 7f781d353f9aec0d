"""Where every way ends, whatever people look for: closed circles, and who receives from many and refers to nobody."""

from __future__ import annotations

from datetime import date

from graph.analysis.referrals.arcs import adjacency, arcs
from graph.analysis.referrals.traps import Trapped, traps
from graph.model.changes import EntryId
from graph.network import Network

MANY = 3
"""Actors that send people to one who sends nobody on: from so many on it is worth a question."""


def ends(network: Network, on: date) -> tuple[tuple[Trapped[EntryId], int], ...]:
    """(circle or end, how many actors outside send people there), circles first, then those whom most send to.

    An end is no fault: somebody has to be the last. Whoever MANY send to may know where else to go.
    What it means to a council: in this place people are sent round among three organisations, or stay with one.

    Complexity: O(actors + links).

    >>> from graph.model.changes import Entry, Kind
    >>> def e(kind: str, id: str, **fields: object) -> Entry:
    ...     return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)
    >>> actors = [e("actor", id, name=id) for id in "abc"]
    >>> links = [e("referral", x, sender=x[0], receiver=x[1]) for x in ("ab", "bc", "cb")]
    >>> [(trap.trap, trap.actors, senders) for trap, senders in ends(Network([*actors, *links]), date(2026, 11, 23))]
    [('loop', ('b', 'c'), 1)]
    """
    found = network.memo(arcs, on)
    told = []
    for trap in traps(adjacency(found), ()):
        inside = set(trap.actors)
        senders = {arc.sender for id in trap.actors for arc in found.into.get(id, ())} - inside
        if trap.trap == "loop" or (trap.trap == "dead_end" and len(senders) >= MANY):
            told.append((trap, len(senders)))
    return tuple(sorted(told, key=lambda each: (each[0].trap != "loop", -each[1], each[0].actors)))
