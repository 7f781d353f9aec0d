"""How much is known of what each stage of the cascade rests on: a stage stays closed below the threshold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.supply import Supply, supply
from graph.analysis.readiness import Readiness
from graph.analysis.referrals.arcs import arcs
from graph.model.changes import EntryId
from graph.network import Network

RESTS_ON = {
    "points": "reachable",
    "languages": "languages",
    "capacity": "capacity",
    "links": "linked",
    "entry_point": "linked",
}
"""What is known or not → the stage that rests on it. Languages are half a stage: whether the status fits is known."""


def readiness(network: Network, on: date, known: Sequence[Supply], assumed: Assumptions) -> tuple[Readiness, ...]:
    """How much is known of what each stage rests on, over the services of a topic."""
    timed = bool(assumed.travel.table)  # a table may know a place that no map does
    return (
        _carried(known, "points", lambda one: one.located or one.from_afar or (timed and one.placed), assumed),
        _carried(known, "languages", lambda one: bool(one.spoken | one.interpreted), assumed),
        of_room(known, assumed),
        replace(network.memo(_links, on), threshold=assumed.ready),
    )


def of_room(known: Sequence[Supply], assumed: Assumptions) -> Readiness:
    """How many of these services state their room."""
    return _carried(known, "capacity", lambda one: one.room is not None, assumed)


def _carried(known: Sequence[Supply], what: str, told: Callable[[Supply], bool], assumed: Assumptions) -> Readiness:
    return Readiness(kind="service", what=what, known=sum(map(told, known)), total=len(known), threshold=assumed.ready)


def _links(network: Network, on: date) -> Readiness:
    """How many of those who offer something or are entry points name a link or are named in one."""
    actors = network.of_kind("actor").values()
    starts: set[EntryId] = {actor.id for actor in actors if actor.fields.get("entry_point")}
    if not starts:
        return Readiness(kind="actor", what="entry_point", known=0, total=len(actors))
    asked = starts | {one.provider for one in network.memo(supply, on)}
    named = {id for arc in network.memo(arcs, on).all() for id in (arc.sender, arc.receiver)}
    return Readiness(kind="actor", what="links", known=len(asked & named), total=len(asked))
