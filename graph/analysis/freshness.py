"""How old what an entry says is: as its organisation confirmed it, else as the list it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.network import Network

OLD_AFTER_DAYS = 365
"""A confirmation holds for a year; offices are asked once a year."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Freshness:
    """`state` new: confirmed within a year; old: longer ago; unknown: never. `day`: of the confirmation or list."""

    state: Literal["new", "old", "unknown"]
    confirmed: bool = False
    day: str = ""


def freshness(network: Network, id: str, sources: Iterable[str], today: date) -> Freshness:
    """How fresh an entry is; `sources` are the ids of the lists it comes from."""
    stated = network.entry(id).fields.get("confirmed_on")
    if stated:
        age = (today - date.fromisoformat(stated)).days
        return Freshness(state="old" if age > OLD_AFTER_DAYS else "new", confirmed=True, day=stated)
    lists = (network.find(source) for source in sources)
    days = [entry.fields["received_on"] for entry in lists if entry and entry.fields.get("received_on")]
    return Freshness(state="unknown", day=max(days, default=""))
