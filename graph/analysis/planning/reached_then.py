"""How many more a topic reaches with one change, as the plan of it will show: everybody shared out over the places."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from graph.analysis.coverage.meeting import BITS
from graph.analysis.coverage.question import Asked
from graph.analysis.coverage.reaching import reached_by
from graph.model.changes import EntryId


def gain(asked: Asked, then: Asked) -> float:
    """People more whom a topic reaches. Two maximum flows where room is asked."""
    return round(reached_by(then) - reached_by(asked), 6)


def with_place(asked: Asked, column: int, units: Collection[EntryId]) -> Asked:
    """A service, by its column, also where the people of these units can get to, and for them."""
    there = np.array([people.unit in units for people, _ in asked.needs], dtype=bool)
    return _holding(asked, there, np.arange(len(asked.known)) == column, BITS["available"] | BITS["reachable"])


def with_language(asked: Asked, service: EntryId, language: str) -> Asked:
    """A service also in a language, spoken by staff."""
    columns = np.array([one.service == service for one in asked.known], dtype=bool)
    people = [people for people, _ in asked.needs]
    speak = np.array([each.language == language for each in people], dtype=bool)
    suits = asked.meeting.suits[asked.meeting.rows(people)]
    return _holding(asked, speak & (suits & columns).any(axis=1), columns, BITS["fitting"])


def with_room(asked: Asked, service: EntryId, more: float) -> Asked:
    """A service that states its room with so many places more; what is usual for the others stays."""
    known = [
        replace(one, room=one.room + more) if one.service == service and one.room is not None else one
        for one in asked.known
    ]
    return replace(asked, known=known)


def with_links(asked: Asked, actors: Collection[EntryId]) -> Asked:
    """People are sent to these actors, too."""
    columns = np.array([one.provider in actors for one in asked.known], dtype=bool)
    return _holding(asked, np.ones(len(asked.needs), dtype=bool), columns, BITS["linked"])


def _holding(asked: Asked, rows: np.ndarray, columns: np.ndarray, bits: int) -> Asked:
    """The question where these stages hold between those people and those services."""
    return replace(asked, holds=np.where(np.outer(rows, columns), asked.holds | np.uint8(bits), asked.holds))
