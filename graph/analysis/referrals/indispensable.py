"""Directed single points of failure: whom nobody gets around (method 20)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

N = TypeVar("N", bound=Hashable)


def indispensable(adjacent: Mapping[N, Collection[N]], starts: Collection[N], goals: Collection[N]) -> list[N]:
    """Actors that lie on every way from any start to any goal, nearest to the starts first; [] also where none leads.

    The only start and the only goal are indispensable by themselves and not named. What it means to a council: if this
    actor falls out, nobody who starts here reaches the service. Undirected cut points would miss such actors.

    These are the dominators of a sink behind all goals, seen from a root before all starts: they lie on any one way,
    and one of its actors is passed by all ways when none leads past it. Complexity: O(links). In tests the same as
    `networkx.immediate_dominators`, which takes four times as long with the building of its graph.

    >>> indispensable({"in": ["a", "b"], "a": ["c"], "b": ["c"], "c": ["out"]}, ["in"], ["out"])
    ['c']
    """
    ends = frozenset(goals)
    way = _some_way(adjacent, starts, ends)
    place = {id: n for n, id in enumerate(way)}
    seen, found = set(starts), []
    waiting, furthest = list(seen), max((place[id] for id in starts if id in place), default=-1)
    # `furthest`: how far along the way people get past each of its actors; the way's end counts as one place more.
    for n, id in enumerate(way):
        furthest = max(
            furthest, _past(adjacent, [one for one in waiting if one not in place], seen, place, ends, len(way))
        )
        if furthest == n:
            found.append(id)
        waiting = _new(adjacent.get(id, ()), seen)
        furthest = max(furthest, len(way) if id in ends else -1, *(place.get(one, -1) for one in adjacent.get(id, ())))
    alone = {*starts} if len({*starts}) == 1 else set()
    alone |= {*goals} if len(ends) == 1 else set()
    return [id for id in found if id not in alone]


def _some_way(adjacent: Mapping[N, Collection[N]], starts: Collection[N], goals: Collection[N]) -> list[N]:
    """The actors on a shortest way from some start to some goal, in order; [] where none leads."""
    before: dict[N, N | None] = dict.fromkeys(starts)
    queue = list(before)
    for id in queue:
        if id in goals:
            way = [id]
            while (above := before[way[-1]]) is not None:
                way.append(above)
            return way[::-1]
        for other in adjacent.get(id, ()):
            if other not in before:
                before[other] = id
                queue.append(other)
    return []


def _past(
    adjacent: Mapping[N, Collection[N]],
    waiting: list[N],
    seen: set[N],
    place: Mapping[N, int],
    goals: Collection[N],
    end: int,
) -> int:
    """How far along the way one gets from these without stepping on it before; `end` at a goal beside it."""
    furthest = -1
    while waiting:
        id = waiting.pop()
        if id in goals:
            furthest = end
        for other in adjacent.get(id, ()):
            furthest = max(furthest, place.get(other, -1))
        waiting += [one for one in _new(adjacent.get(id, ()), seen) if one not in place]
    return furthest


def _new(some: Collection[N], seen: set[N]) -> list[N]:
    found = [one for one in some if one not in seen]
    seen.update(found)
    return found
