"""How old and how complete what everything rests on is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.analysis.freshness import OLD_AFTER_DAYS
from graph.analysis.readiness import Readiness, carried
from graph.network import Network

WATCHED: tuple[tuple[str, str], ...] = (
    ("service", "capacity"), ("service", "languages"), ("service", "areas"), ("service", "topics"),
    ("actor", "phones"), ("place", "latitude"), ("contact", "letters"),
)  # fmt: skip
"""(kind, field) whose share is shown: the analyses rest on them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Age:
    """Actors and services: confirmed within a year, longer ago, never; and the median day of a confirmation."""

    fresh: int
    old: int
    never: int
    median: str


def completeness(network: Network) -> tuple[Readiness, ...]:
    """Per watched field how many entries carry it. O(entries)."""
    return tuple(carried(network.of_kind(kind).values(), kind, field) for kind, field in WATCHED)


def age(network: Network, on: date) -> Age:
    """How old what actors and services say is. O(entries)."""
    days = sorted(
        entry.fields["confirmed_on"]
        for kind in ("actor", "service")
        for entry in network.of_kind(kind).values()
        if "confirmed_on" in entry.fields
    )
    total = len(network.of_kind("actor")) + len(network.of_kind("service"))
    fresh = sum((on - date.fromisoformat(day)).days <= OLD_AFTER_DAYS for day in days)
    return Age(fresh=fresh, old=len(days) - fresh, never=total - len(days), median=days[len(days) // 2] if days else "")
