"""Where a way ends before the service: dead ends, loops, and who leads only into them (method 18)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

import networkx as nx

from graph.analysis.referrals.ways import reached

N = TypeVar("N", bound=Hashable)
Trap = Literal["dead_end", "loop", "leads_only_to_trap"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Trapped(Generic[N]):
    """Actors from which no way leads to a service. dead_end: sends people nowhere; loop: only round among these."""

    trap: Trap
    actors: tuple[N, ...]


def traps(adjacent: Mapping[N, Collection[N]], goals: Collection[N]) -> list[Trapped[N]]:
    """Where people who look for one of the goals get stuck, among the actors to whom somebody refers.

    Ask topic by topic: who leads on to a language course may be a dead end for childcare. What it means to a council:
    here a follow-on is missing; one link or one service opens the way for everyone who is sent there.

    Complexity: O(actors + links). Source: strongly connected components after Tarjan (1972), by networkx.

    >>> traps({"a": ["b", "c"], "b": [], "c": ["d"], "d": ["c"]}, goals=[])
    [Trapped(trap='dead_end', actors=('b',)), Trapped(trap='loop', actors=('c', 'd'))]
    """
    sent = {other for others in adjacent.values() for other in others}
    good = reached(_reversed(adjacent), goals)
    stuck: nx.DiGraph[N] = nx.DiGraph()
    stuck.add_nodes_from(id for id in {*adjacent, *sent} if id not in good)
    stuck.add_edges_from((one, other) for one in list(stuck) for other in adjacent.get(one, ()))  # none leads out
    found = [_trap(adjacent, sent, component) for component in nx.strongly_connected_components(stuck)]
    return sorted((t for t in found if t), key=lambda t: (t.trap, t.actors))


def rings(adjacent: Mapping[N, Collection[N]]) -> list[tuple[N, ...]]:
    """Actors among whom one gets round to where one began, each ring once, three actors at least.

    Links that are answered directly do not count: two who refer to each other know it, and that is cooperation. Asked
    of those who offer one topic and refer for it to each other. What it means to a council: whoever finds no place
    there comes back to the beginning, and nobody in the ring can see it.

    Complexity: O(actors + links).

    >>> rings({"a": ["b"], "b": ["c"], "c": ["a", "d"], "d": ["c"]})
    [('a', 'b', 'c')]
    """
    graph: nx.DiGraph[N] = nx.DiGraph()
    for one, others in adjacent.items():
        graph.add_edges_from((one, other) for other in others if one not in adjacent.get(other, ()))
    found = [tuple(sorted(each, key=str)) for each in nx.strongly_connected_components(graph) if len(each) > 1]
    return sorted(found, key=str)


def _reversed(adjacent: Mapping[N, Collection[N]]) -> dict[N, list[N]]:
    into: dict[N, list[N]] = {}
    for one, others in adjacent.items():
        for other in others:
            into.setdefault(other, []).append(one)
    return into


def _trap(adjacent: Mapping[N, Collection[N]], sent: set[N], component: set[N]) -> Trapped[N] | None:
    actors = tuple(sorted(component, key=str))
    if sent.isdisjoint(component):
        return None  # nobody is sent there
    if len(actors) > 1:
        leaves = any(other not in component for id in actors for other in adjacent.get(id, ()))
        return Trapped(trap="leads_only_to_trap" if leaves else "loop", actors=actors)
    return Trapped(trap="leads_only_to_trap" if adjacent.get(actors[0]) else "dead_end", actors=actors)
