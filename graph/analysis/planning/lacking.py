"""Whom a topic does not reach whatever the room, with every service as they meet it: what proposals start from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from graph.analysis.coverage.cascade import STAGES
from graph.analysis.coverage.need import People
from graph.analysis.coverage.reaching import Asked, Assumptions, Option, question_of
from graph.model.changes import EntryId
from graph.network import Network

ASKED = frozenset(STAGES) - {"capacity"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Lack:
    """So many people for whom no service of a topic holds all stages. `persons` is a model's number."""

    topic: EntryId
    people: People
    persons: float
    options: tuple[Option, ...]


def lacking(network: Network, topic: EntryId, on: date, assumed: Assumptions) -> tuple[Lack, ...]:
    """All of them. Room is left aside: what would help there is places. O(people · services of the topic)."""
    found = question_of(network, topic, on, assumed)
    return lacks_of(found) if found else ()


def lacks_of(found: Asked) -> tuple[Lack, ...]:
    """Those of a question that was asked."""
    return tuple(
        Lack(topic=found.topic, people=people, persons=persons, options=tuple(some))
        for people, persons, some in found.choices
        if not any(option.holds >= ASKED for option in some)
    )
