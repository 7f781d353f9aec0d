"""What can be compared of ways before and after a plan: only what is reachable in both. To become reachable is better,
never a longer way."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.analysis.council.indicators import Parts, providers
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.journeys import Course
from graph.analysis.referrals.topics import entry_points
from graph.analysis.referrals.ways import distances
from graph.model.changes import EntryId
from graph.network import Network

Pair = tuple[float | None, float | None]


@dataclass(frozen=True, kw_only=True, slots=True)
class SameWays:
    """`steps`: mean hand-overs from the entry points with a way before and after, None on a side without any way at
    all, (None, None) where no entry point has both. `unreached`: entry points of both without a way."""

    steps: Pair
    unreached: tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Alike:
    """`indicators` whose plain values can't be compared, by what can; `topics` whose part differs; `journeys` of which
    other steps are reached than before: their hand-overs can't be compared."""

    indicators: Mapping[str, Pair] = field(default_factory=dict)
    topics: Mapping[EntryId, SameWays] = field(default_factory=dict)
    journeys: frozenset[EntryId] = frozenset()


def alike(
    before: Network, after: Network, on: date, was: Parts, now: Parts, courses: Iterable[tuple[Course, Course]]
) -> Alike:
    """The ways of two networks side by side. O(links) for each topic that differs."""
    starts = set(before.memo(entry_points)) & set(after.memo(entry_points))
    differ = [topic for topic in now.topics if now.topics[topic] != was.topics[topic]]
    topics = {topic: _ways(_steps(before, topic, on, starts), _steps(after, topic, on, starts)) for topic in differ}
    other = frozenset(one.journey for one, two in courses if _reached(one) != _reached(two))
    offered = [t for t in was.topics if t in before.memo(providers, on) and t in after.memo(providers, on)]
    same = [part for topic, part in was.topics.items() if topic not in topics]
    steps = [(part.steps, part.steps) for part in same] + [ways.steps for ways in topics.values()]
    walks = [(was.journeys[j].handovers, now.journeys[j].handovers) for j in was.journeys if j not in other]
    unreached = sum(part.unreached for part in same)
    return Alike(
        indicators={
            "steps": _means(steps),
            "handovers": _means(walks),
            "topics_unreached": (
                unreached + sum(ways.unreached[0] for ways in topics.values()),
                unreached + sum(ways.unreached[1] for ways in topics.values()),
            ),
            "hanging": (sum(was.topics[t].hangs for t in offered), sum(now.topics[t].hangs for t in offered)),
        },
        topics=topics,
        journeys=other,
    )


def _steps(network: Network, topic: EntryId, on: date, starts: Collection[EntryId]) -> dict[EntryId, int | None]:
    """Entry point → hand-overs to the topic, None where no way leads."""
    goals = network.memo(providers, on).get(topic, {})
    near = distances(network.memo(arcs, on), goals) if goals else {}
    return {start: near.get(start) for start in starts}


def _ways(was: Mapping[EntryId, int | None], now: Mapping[EntryId, int | None]) -> SameWays:
    both = [(one, two) for start, one in was.items() if one is not None and (two := now[start]) is not None]
    some, others = [n for n in was.values() if n is not None], [n for n in now.values() if n is not None]
    steps = _means(both)
    if not some or not others:
        steps = _mean(some), _mean(others)
    return SameWays(steps=steps, unreached=(len(was) - len(some), len(now) - len(others)))


def _reached(found: Course) -> frozenset[EntryId]:
    return frozenset(stage.step for stage in found.stages if stage.state == "reached")


def _means(pairs: Iterable[Pair]) -> Pair:
    """The means of both sides over the pairs that have both."""
    whole = [(one, two) for one, two in pairs if one is not None and two is not None]
    return _mean([one for one, _ in whole]), _mean([two for _, two in whole])


def _mean(values: Collection[float]) -> float | None:
    return sum(values) / len(values) if values else None
