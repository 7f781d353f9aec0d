"""Steps to a service: how many hand-overs from where people start, and by whom (method 17)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from graph.analysis.referrals.arcs import Arc, Arcs
from graph.model.changes import EntryId

N = TypeVar("N", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """From a start over arcs to a goal. `steps` hand-overs, of which `confirmed` by both sides."""

    start: EntryId
    goal: EntryId
    arcs: tuple[Arc, ...]

    @property
    def steps(self) -> int:
        """Hand-overs: 0 where the start itself is a goal."""
        return len(self.arcs)

    @property
    def unconfirmed(self) -> tuple[Arc, ...]:
        """The steps that not both sides confirm."""
        return tuple(arc for arc in self.arcs if arc.sides < 2)


def shortest(found: Arcs, start: EntryId, goals: Collection[EntryId]) -> Way | None:
    """The shortest way from a start to any goal; of equally short ones the most confirmed, then the first by id.

    None when no goal can be reached: that is an answer, and never enters an average.

    Complexity: O(links within reach).

    >>> a, b, c = (EntryId(x) for x in "abc")
    >>> one, two = Arc(id=EntryId("1"), sender=a, receiver=b), Arc(id=EntryId("2"), sender=b, receiver=c, sides=2)
    >>> way = shortest(Arcs(out={a: (one,), b: (two,)}, into={}), a, {c})
    >>> way.steps, [arc.id for arc in way.unconfirmed]
    (2, ['1'])
    """
    wanted = frozenset(goals)
    before: dict[EntryId, Arc | None] = {start: None}
    sides: dict[EntryId, int] = {start: 0}
    layer = [start]
    while layer:
        hits = [id for id in layer if id in wanted]
        if hits:
            return _back(before, start, min(hits, key=lambda id: (-sides[id], id)))
        layer = _next(found, layer, before, sides)
    return None


def distances(found: Arcs, goals: Collection[EntryId]) -> dict[EntryId, int]:
    """How many hand-overs each actor is from the nearest goal. Who can't reach one is not in the answer.

    Complexity: O(links).
    """
    steps = dict.fromkeys(goals, 0)
    layer, depth = list(steps), 0
    while layer:
        depth += 1
        layer = list(
            dict.fromkeys(arc.sender for id in layer for arc in found.into.get(id, ()) if arc.sender not in steps)
        )
        steps.update(dict.fromkeys(layer, depth))
    return steps


def steps_from(found: Arcs, start: EntryId) -> dict[EntryId, int]:
    """How many hand-overs each actor is from a start. Who can't be reached is not in the answer. O(links)."""
    steps, layer, depth = {start: 0}, [start], 0
    while layer:
        depth += 1
        layer = list(
            dict.fromkeys(arc.receiver for id in layer for arc in found.out.get(id, ()) if arc.receiver not in steps)
        )
        steps.update(dict.fromkeys(layer, depth))
    return steps


def reached(adjacent: Mapping[N, Collection[N]], starts: Collection[N]) -> set[N]:
    """Everyone whom people can get to from the starts, these included. Complexity: O(links within reach)."""
    seen, queue = set(starts), list(starts)
    while queue:
        for other in adjacent.get(queue.pop(), ()):
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return seen


def _next(
    found: Arcs, layer: list[EntryId], before: dict[EntryId, Arc | None], sides: dict[EntryId, int]
) -> list[EntryId]:
    """The layer behind this one, each reached by the arc that makes the most confirmed way."""
    best: dict[EntryId, tuple[int, EntryId, Arc]] = {}
    for id in layer:
        for arc in found.out.get(id, ()):
            if arc.receiver in before:
                continue
            rank = (-(sides[id] + arc.sides), arc.id)
            if arc.receiver not in best or rank < best[arc.receiver][:2]:
                best[arc.receiver] = (*rank, arc)
    for id, (confirmed, _, arc) in best.items():
        before[id], sides[id] = arc, -confirmed
    return list(best)


def _back(before: Mapping[EntryId, Arc | None], start: EntryId, goal: EntryId) -> Way:
    found: list[Arc] = []
    id = goal
    while (arc := before[id]) is not None:
        found.append(arc)
        id = arc.sender
    return Way(start=start, goal=goal, arcs=tuple(reversed(found)))
