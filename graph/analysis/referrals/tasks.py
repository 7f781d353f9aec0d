"""What is to be asked about links that not both sides confirm."""

from __future__ import annotations

from datetime import date

from graph.analysis.finding import Finding
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.findings import of_task
from graph.model.changes import EntryId
from graph.network import Network


def tasks(network: Network, on: date) -> tuple[tuple[EntryId, Finding], ...]:
    """(link, what is to be asked) of every valid link that not both sides confirm, by sender. O(links).

    Where everything is confirmed there is nothing to ask. Links that nobody confirms are normal at the beginning.
    What it means to a council: nothing; to a coordinator, whom to call.

    >>> from graph.model.changes import Entry, Kind
    >>> def e(kind: str, id: str, **fields: object) -> Entry:
    ...     return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)
    >>> link = e("referral", "1", sender="a", receiver="b", sender_confirmed_until="2027-01-01")
    >>> network = Network([e("actor", "a", name="A"), e("actor", "b", name="B"), link])
    >>> [(id, task.code) for id, task in tasks(network, date(2026, 11, 23))]
    [('1', 'referrals.task.receiver')]
    """
    return tuple((arc.id, task) for arc in network.memo(arcs, on).all() if (task := of_task(arc)))
