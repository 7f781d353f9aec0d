"""Directed single points of failure: whom nobody gets around (method 20)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

import networkx as nx

N = TypeVar("N", bound=Hashable)


def indispensable(adjacent: Mapping[N, Collection[N]], starts: Collection[N], goals: Collection[N]) -> list[N]:
    """Actors that lie on every way from any start to any goal, nearest to the starts first; [] also where none leads.

    The only start and the only goal are indispensable by themselves and not named. What it means to a council: if this
    actor falls out, nobody who starts here reaches the service. Undirected cut points would miss such actors.

    Complexity: O(links). Source: dominators after Cooper, Harvey & Kennedy (2001), by networkx.

    >>> indispensable({"in": ["a", "b"], "a": ["c"], "b": ["c"], "c": ["out"]}, ["in"], ["out"])
    ['c']
    """
    graph, root, sink = _joined(adjacent, starts, goals)
    if not nx.has_path(graph, root, sink):
        return []
    above = nx.immediate_dominators(graph, root)
    found: list[N] = []
    node = above[sink]
    while node != root:
        found.append(node)
        node = above.get(node, root)
    alone = {*starts} if len({*starts}) == 1 else set()
    alone |= {*goals} if len({*goals}) == 1 else set()
    return [id for id in reversed(found) if id not in alone]


def independent_ways(adjacent: Mapping[N, Collection[N]], starts: Collection[N], goals: Collection[N]) -> int:
    """How many ways from starts to goals share no actor in between: how many must fall out until none is left.

    Who is start and goal at once can't be cut off by others and counts as one way more.

    Complexity: O(k · links), k the answer. Source: Menger (1927), by maximum flow.

    >>> independent_ways({"in": ["a", "b"], "a": ["out"], "b": ["out"]}, ["in"], ["out"])
    2
    """
    both = {*starts} & {*goals}
    flow: nx.DiGraph[object] = nx.DiGraph()
    for node in {*adjacent, *(o for some in adjacent.values() for o in some), *starts, *goals} - both:
        free = node in {*starts} or node in {*goals}
        flow.add_edge((node, "in"), (node, "out"), **({} if free else {"capacity": 1}))
    for one, others in adjacent.items():
        for other in {*others} - both if one not in both else ():
            flow.add_edge((one, "out"), (other, "in"), capacity=1)
    flow.add_edges_from(("root", (id, "in")) for id in {*starts} - both)
    flow.add_edges_from(((id, "out"), "sink") for id in {*goals} - both)
    if "root" not in flow or "sink" not in flow:
        return len(both)
    return len(both) + int(nx.maximum_flow_value(flow, "root", "sink"))


def _joined(
    adjacent: Mapping[N, Collection[N]], starts: Collection[N], goals: Collection[N]
) -> tuple[nx.DiGraph[object], object, object]:
    """The graph with one root before all starts and one sink behind all goals."""
    root, sink = object(), object()
    graph: nx.DiGraph[object] = nx.DiGraph()
    graph.add_nodes_from((root, sink))
    graph.add_edges_from((one, other) for one, others in adjacent.items() for other in others)
    graph.add_edges_from((root, id) for id in starts)
    graph.add_edges_from((id, sink) for id in goals)
    return graph, root, sink
