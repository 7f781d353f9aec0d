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
    """From a start over arcs to a goal, in the order in which a person goes them."""

    start: EntryId
    goal: EntryId
    arcs: tuple[Arc, ...]

    @property
    def steps(self) -> int:
        """Hand-overs: 0 where the start itself is a goal."""
        return len(self.arcs)

    @property
    def unconfirmed(self) -> tuple[Arc, ...]:
        """The steps that not both sides confirm: where a way is shown, these are marked."""
        return tuple(arc for arc in self.arcs if arc.sides < 2)


def shortest(found: Arcs, starts: Collection[EntryId], goals: Collection[EntryId]) -> Way | None:
    """The best way from any start to any goal: the shortest; of equally short ones the most confirmed; then by ids.

    "Most confirmed" counts the sides that confirm, over all steps. None when no goal can be reached from any start:
    that is an answer, and never enters an average. What it means to a council: whom people meet before they are where
    they can be helped.

    Complexity: O(links that lead to a goal in at most so many steps). Source: breadth first, after Moore (1959).

    >>> a, b, c = (EntryId(x) for x in "abc")
    >>> one, two = Arc(id=EntryId("1"), sender=a, receiver=b), Arc(id=EntryId("2"), sender=b, receiver=c, sides=2)
    >>> way = shortest(Arcs(out={}, into={b: (one,), c: (two,)}), [a], [c])
    >>> way.steps, [arc.id for arc in way.unconfirmed]
    (2, ['1'])
    """
    onwards = _onwards(found, goals, frozenset(starts))
    reaching = [start for start in starts if start in onwards]
    return _follow(onwards, min(reaching, key=lambda id: (onwards[id].rank, id))) if reaching else None


def every_way(found: Arcs, starts: Collection[EntryId], goals: Collection[EntryId]) -> dict[EntryId, Way | None]:
    """The best way from each start, as `shortest` finds it; None for a start from which none leads.

    Complexity: O(links), for all starts together.

    >>> one = Arc(id=EntryId("1"), sender=EntryId("a"), receiver=EntryId("b"))
    >>> found = every_way(Arcs(out={}, into={EntryId("b"): (one,)}), [EntryId("a"), EntryId("c")], [EntryId("b")])
    >>> {start: way and way.steps for start, way in found.items()}
    {'a': 1, 'c': None}
    """
    onwards = _onwards(found, goals)
    return {start: _follow(onwards, start) if start in onwards else None for start in starts}


def distances(found: Arcs, goals: Collection[EntryId]) -> dict[EntryId, int]:
    """How many hand-overs each actor is from the nearest goal. Who can't reach one is not in the answer.

    Complexity: O(links), and less than `every_way`: for where the number alone counts.

    >>> one = Arc(id=EntryId("1"), sender=EntryId("a"), receiver=EntryId("b"))
    >>> distances(Arcs(out={}, into={EntryId("b"): (one,)}), [EntryId("b")])
    {'b': 0, 'a': 1}
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
    """How many hand-overs each actor is from a start. Who can't be reached is not in the answer. O(links).

    >>> one = Arc(id=EntryId("1"), sender=EntryId("a"), receiver=EntryId("b"))
    >>> steps_from(Arcs(out={EntryId("a"): (one,)}, into={}), EntryId("a"))
    {'a': 0, 'b': 1}
    """
    steps, layer, depth = {start: 0}, [start], 0
    while layer:
        depth += 1
        layer = list(
            dict.fromkeys(arc.receiver for id in layer for arc in found.out.get(id, ()) if arc.receiver not in steps)
        )
        steps.update(dict.fromkeys(layer, depth))
    return steps


def reached(adjacent: Mapping[N, Collection[N]], starts: Collection[N]) -> set[N]:
    """Everyone whom people can get to from the starts, these included. Complexity: O(links within reach).

    >>> sorted(reached({"a": ["b"], "b": ["a"], "c": ["a"]}, ["a"]))
    ['a', 'b']
    """
    seen, queue = set(starts), list(starts)
    while queue:
        for other in adjacent.get(queue.pop(), ()):
            if other not in seen:
                seen.add(other)
                queue.append(other)
    return seen


@dataclass(frozen=True, kw_only=True, slots=True)
class _Onward:
    """How one gets on from an actor: by `arc`, None where one has arrived."""

    steps: int
    sides: int
    arc: Arc | None

    @property
    def rank(self) -> tuple[int, int]:
        """The best first."""
        return self.steps, -self.sides


def _onwards(found: Arcs, goals: Collection[EntryId], until: Collection[EntryId] = ()) -> dict[EntryId, _Onward]:
    """Actor → how one gets on from it, layer by layer back from the goals; no further than the first of `until`."""
    onwards = {goal: _Onward(steps=0, sides=0, arc=None) for goal in goals}
    layer = list(onwards)
    while layer and not any(id in until for id in layer):
        layer = _before(found, layer, onwards)
    return onwards


def _before(found: Arcs, layer: list[EntryId], onwards: dict[EntryId, _Onward]) -> list[EntryId]:
    """The layer before this one, each actor with the arc that makes the most confirmed way."""
    best: dict[EntryId, tuple[int, EntryId, Arc]] = {}
    for id in layer:
        for arc in found.into.get(id, ()):
            if arc.sender in onwards:
                continue
            rank = (-(onwards[id].sides + arc.sides), arc.id, arc)
            if arc.sender not in best or rank[:2] < best[arc.sender][:2]:
                best[arc.sender] = rank
    for id, (sides, _, arc) in best.items():
        onwards[id] = _Onward(steps=onwards[arc.receiver].steps + 1, sides=-sides, arc=arc)
    return list(best)


def _follow(onwards: Mapping[EntryId, _Onward], start: EntryId) -> Way:
    arcs: list[Arc] = []
    id = start
    while (arc := onwards[id].arc) is not None:
        arcs.append(arc)
        id = arc.receiver
    return Way(start=start, goal=id, arcs=tuple(arcs))
