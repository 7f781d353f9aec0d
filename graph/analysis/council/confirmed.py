"""How many links both sides stand by (method 8 on a Network)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.analysis.referrals.arcs import arcs
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirmation:
    """Links confirmed by both sides, one, none. Unconfirmed links are normal: in published data a third is."""

    both: int
    one: int
    none: int

    @property
    def total(self) -> int:
        """All valid links."""
        return self.both + self.one + self.none

    @property
    def rate(self) -> float | None:
        """Share that both confirm; None without links."""
        return self.both / self.total if self.total else None


def confirmation(network: Network, on: date) -> Confirmation:
    """Count the links by who confirms them on a day. O(links)."""
    sides = [arc.sides for arc in network.memo(arcs, on).all()]
    return Confirmation(both=sides.count(2), one=sides.count(1), none=sides.count(0))
