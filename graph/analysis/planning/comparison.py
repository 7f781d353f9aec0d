"""A network before and after a plan: every indicator, and what changed behind it. Computed is what moves touch."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from graph.analysis.council.indicators import (
    Indicators,
    JourneyPart,
    Parts,
    TopicPart,
    journey_part,
    reach_of,
    shares,
    summed,
    topic_part,
)
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.question import question_of
from graph.analysis.coverage.reaching import Gap, Reaching, answer_to
from graph.analysis.coverage.supply import Supply, supply
from graph.analysis.kernels import dropped_pairs, numbered
from graph.analysis.planning.alike import Alike, alike
from graph.analysis.referrals.arcs import adjacency, arcs
from graph.analysis.referrals.journeys import Course, course
from graph.analysis.referrals.topics import entry_points
from graph.model.changes import EntryId
from graph.network import Network

Progress = Callable[[int, int, str], None]
GapKey = tuple[EntryId, EntryId, str, str, str]
"""topic, unit, status, language, target group"""

MOST_FOR_DROP_OUTS = 2_500
"""Actors above which drop-outs are not counted: a tree of dominators for each of them, twice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GapChange:
    """People of a gap before and after. A model's numbers: show them rounded."""

    topic: EntryId
    unit: EntryId
    status: str
    language: str
    group: str
    before: float
    after: float


class DropOut(NamedTuple):
    """The actor on whom most depend: so many ordered `pairs` of others lose every way without it. `ties`: how many
    others are as many pairs worth; None where no pair depends on anyone."""

    actor: EntryId | None
    pairs: int
    ties: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """`topics` and `journeys`: those whose part differs, (before, after); `steps`: (step, state before, after).

    `alike`: of ways what is reachable in both; None where no way differs. `dropped`: who falls out worst, before and
    after; None where the links stay as they are or the network is too large for it. `reached`: how far topics whose
    services changed reach after it.
    """

    before: Indicators
    after: Indicators
    topics: Mapping[EntryId, tuple[TopicPart, TopicPart]]
    journeys: Mapping[EntryId, tuple[JourneyPart, JourneyPart]]
    steps: tuple[tuple[EntryId, str, str], ...]
    gaps: tuple[GapChange, ...]
    alike: Alike | None
    dropped: tuple[DropOut, DropOut] | None
    reached: Mapping[EntryId, Reaching] = field(default_factory=dict)


def compare(
    before: Network, after: Network, on: date, assumed: Assumptions, known: Parts, progress: Progress | None = None
) -> Comparison:
    """What a plan changes. `known`: the parts of `before`, computed once a revision for all plans.

    A topic's reach depends on its services alone, since no move changes who needs what: it is computed anew where a
    service of the topic differs. Ways are computed anew where a link, an entry point or a provider differs.

    Complexity: O(services + links) to see what is touched, then per touched topic that of reaching.
    """
    told = progress or (lambda done, total, step: None)
    told(0, 4, "plan.touched")
    served, linked = _touched(before, after, on), _links_differ(before, after, on)
    told(1, 4, "plan.coverage")
    was, now = _reach(before, after, served, on, assumed)
    told(2, 4, "plan.ways")
    topics = dict(known.topics)
    for topic in known.topics if linked else served:
        same = known.topics[topic]
        part = topic_part(after, topic, on, reach_of(now[topic]) if topic in now else None)
        topics[topic] = part if topic in served else replace(part, need=same.need, reached=same.reached)
    courses = [(course(before, j, on), course(after, j, on)) for j in known.journeys] if served or linked else []
    told(3, 4, "plan.drop_outs")
    parts = Parts(
        topics=topics,
        journeys={**known.journeys, **{b.journey: journey_part(b) for _, b in courses}},
        **shares(after, on),
    )
    return Comparison(
        before=summed(known),
        after=summed(parts),
        topics={t: (known.topics[t], topics[t]) for t in topics if topics[t] != known.topics[t]},
        journeys={j: (known.journeys[j], p) for j, p in parts.journeys.items() if p != known.journeys[j]},
        steps=tuple(step for pair in courses for step in _steps(*pair)),
        gaps=_gaps(was, now),
        alike=alike(before, after, on, known, parts, courses) if served or linked else None,
        dropped=(_most_dropped(before, on), _most_dropped(after, on)) if linked and _small(before) else None,
        reached=now,
    )


def _touched(before: Network, after: Network, on: date) -> set[EntryId]:
    """Topics of services that are not as they were, links to their provider included."""
    was, now = _services(before, on), _services(after, on)
    differ = [one for id in was.keys() | now.keys() if was.get(id) != now.get(id) for one in (was.get(id), now.get(id))]
    return {EntryId(topic) for one in differ if one is not None for topic in one.topics}


def _services(network: Network, on: date) -> dict[EntryId, Supply]:
    return {one.service: one for one in network.memo(supply, on)}


def _links_differ(before: Network, after: Network, on: date) -> bool:
    if before.memo(entry_points) != after.memo(entry_points):
        return True
    return before.memo(arcs, on) != after.memo(arcs, on)


def _reach(
    before: Network, after: Network, topics: Collection[EntryId], on: date, assumed: Assumptions
) -> tuple[dict[EntryId, Reaching], dict[EntryId, Reaching]]:
    """How far the topics reach before and after, about the stages of which enough is known before."""
    was: dict[EntryId, Reaching] = {}
    now: dict[EntryId, Reaching] = {}
    for topic in sorted(topics):
        asked = question_of(before, topic, on, assumed)
        again = question_of(after, topic, on, assumed, asked) if asked else None
        if asked and again:
            was[topic], now[topic] = answer_to(asked), answer_to(again)
    return was, now


def _gaps(was: Mapping[EntryId, Reaching], now: Mapping[EntryId, Reaching]) -> tuple[GapChange, ...]:
    """What changed by half a person or more, the most first."""
    old, new = _persons(was), _persons(now)
    found = [
        GapChange(
            topic=topic, unit=unit, status=status, language=language, group=group,
            before=old.get(key, 0.0), after=new.get(key, 0.0),
        )
        for key in old.keys() | new.keys()
        for topic, unit, status, language, group in [key]
        if abs(new.get(key, 0.0) - old.get(key, 0.0)) >= 0.5
    ]  # fmt: skip
    return tuple(
        sorted(found, key=lambda g: (-abs(g.after - g.before), g.topic, g.unit, g.status, g.language, g.group))
    )


def _persons(found: Mapping[EntryId, Reaching]) -> dict[GapKey, float]:
    return {_key(gap): gap.persons for one in found.values() for gap in one.gaps}


def _key(gap: Gap) -> GapKey:
    people = gap.people
    return gap.topic, people.unit, people.status, people.language, people.group


def _steps(before: Course, after: Course) -> list[tuple[EntryId, str, str]]:
    was = {stage.step: stage.state for stage in before.stages}
    now = {stage.step: stage.state for stage in after.stages}
    return [(step, was[step], now[step]) for step in was if step in now and was[step] != now[step]]


def _small(network: Network) -> bool:
    return len(network.of_kind("actor")) <= MOST_FOR_DROP_OUTS


def _most_dropped(network: Network, on: date) -> DropOut:
    lost = dropped_pairs(numbered(adjacency(network.memo(arcs, on)), sorted(network.of_kind("actor"))))
    most = max(lost.values(), default=0)
    worst = sorted(id for id, pairs in lost.items() if pairs == most) if most else []
    return DropOut(worst[0] if worst else None, most, max(0, len(worst) - 1))
