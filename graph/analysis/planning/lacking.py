"""Whom a topic does not reach whatever the room: what proposals start from."""

from __future__ import annotations

from datetime import date

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.question import ASKED, Asked, question_of
from graph.model.changes import EntryId
from graph.network import Network


def lacking(network: Network, topic: EntryId, on: date, assumed: Assumptions) -> Asked | None:
    """The question of a topic for those alone who meet no service for which all stages hold; None without any.

    Room is left aside: what would help there is places. O(people · services of the topic).
    """
    found = question_of(network, topic, on, assumed)
    return lacking_of(found) if found else None


def lacking_of(found: Asked) -> Asked | None:
    """Those of a question that was asked."""
    some = ~found.meets(ASKED)
    return found.among(some) if some.any() else None
