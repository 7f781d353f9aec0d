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
    """
    return tuple((arc.id, task) for arc in network.memo(arcs, on).all() if (task := of_task(arc)))
