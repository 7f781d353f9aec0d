"""How many can be served at once, and which groups have only places that are full (method 5)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import networkx as nx
from networkx.algorithms.flow import preflow_push

_EMPTY = {"flow": 0.0}
"""What networkx leaves out of a flow: an edge without capacity."""

D = TypeVar("D", bound=Hashable)
S = TypeVar("S", bound=Hashable)

NOTHING = 1e-7
"""People fewer than this are the rounding of fractions."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Room(Generic[D, S]):
    """`served` of all people; `short` groups can only go to `full` services, which have too few places for them.

    There may be several such bottlenecks, and groups that just fit: those are told that share services with whom there
    is no place for, and no others.
    """

    served: float
    unserved: float
    short: tuple[D, ...]
    full: tuple[S, ...]
    by_service: Mapping[S, float]


def room(demand: Mapping[D, float], capacity: Mapping[S, float], fits: Iterable[tuple[D, S]]) -> Room[D, S]:
    """Serve as many people as the services have room for, each where it fits.

    `demand`: people per group; `capacity`: people each service takes at once; `fits`: which group may go where.
    There may be more places than people and still not enough: places in the wrong language do not help.

    Complexity: maximum flow, O(groups · services · √pairs) at worst. Source: Ford & Fulkerson (1956), by networkx.

    >>> room({"ar": 10, "uk": 10}, {"course": 15}, [("ar", "course")]).served
    10.0
    """
    pairs = [(d, s) for d, s in fits if d in demand and s in capacity]
    flow = preflow_push(_graph(demand, capacity, pairs), "people", "places")
    served, near = float(flow.graph["flow_value"]), _cut_off(flow)
    unserved = max(0.0, float(sum(demand.values())) - served)
    short = {d for d in demand if ("d", d) in near and demand[d] > 0} if unserved > NOTHING else set()
    short, full = _lacking(short, demand, capacity, pairs)
    return Room(
        served=served,
        unserved=unserved if unserved > NOTHING else 0.0,
        short=tuple(d for d in demand if d in short),
        full=tuple(s for s in capacity if s in full),
        by_service={s: float(flow[("s", s)].get("places", _EMPTY)["flow"]) for s in capacity},
    )


def unserved_shares(
    demand: Mapping[D, float], capacity: Mapping[S, float], fits: Iterable[tuple[D, S]]
) -> dict[D, float]:
    """Group → the share of its people for whom there is no place, as even as can be; without groups that all find one.

    Of all ways to serve as many as possible the one that treats the worst-served best, then the next: whoever
    has a place elsewhere gives way. Each step takes the groups that lack most of what they need by themselves.

    Complexity: a few maximum flows for each different share. Source: Megiddo, Mathematical Programming 7 (1974); the
    steps find the largest share as Dinkelbach, Management Science 13 (1967).

    >>> unserved_shares({"a": 10, "b": 10}, {"one": 5, "two": 10}, [("a", "one"), ("b", "one"), ("b", "two")])
    {'a': 0.5}
    """
    left, open_, found = dict(demand), dict(capacity), dict[D, float]()
    pairs = [(d, s) for d, s in fits if d in demand and s in capacity]
    while short := set(room(left, open_, pairs).short):
        share = _share(short, left, open_, pairs)
        while more := set(room({d: n * (1 - share) for d, n in left.items()}, open_, pairs).short):
            higher = _share(more, left, open_, pairs)
            if higher <= share + 1e-12:
                break
            short, share = more, higher
        found |= dict.fromkeys(short, share)
        taken = {s for d, s in pairs if d in short}
        left = {d: n for d, n in left.items() if d not in short}
        open_ = {s: n for s, n in open_.items() if s not in taken}
        pairs = [(d, s) for d, s in pairs if d in left and s in open_]
    return {d: found[d] for d in demand if d in found}


def _share(
    short: Collection[D], demand: Mapping[D, float], capacity: Mapping[S, float], pairs: list[tuple[D, S]]
) -> float:
    people = sum(demand[d] for d in short)
    return 1 - sum(capacity[s] for s in {s for d, s in pairs if d in short}) / people


def _graph(demand: Mapping[D, float], capacity: Mapping[S, float], pairs: list[tuple[D, S]]) -> nx.DiGraph[object]:
    graph: nx.DiGraph[object] = nx.DiGraph()
    graph.add_nodes_from(("people", "places"))
    graph.add_edges_from((("people", ("d", d), {"capacity": n}) for d, n in demand.items()))
    graph.add_edges_from(((("s", s), "places", {"capacity": n}) for s, n in capacity.items()))
    graph.add_edges_from((("d", d), ("s", s)) for d, s in pairs)
    return graph


def _cut_off(flow: Any) -> set[object]:
    """The side of the minimum cut from which no place is left to be reached."""
    reaching, queue = {"places"}, ["places"]
    while queue:
        node = queue.pop()
        for before in flow.pred[node]:
            edge = flow[before][node]
            if before not in reaching and edge["capacity"] - edge["flow"] > NOTHING:
                reaching.add(before)
                queue.append(before)
    return set(flow) - reaching


def _lacking(
    short: set[D], demand: Mapping[D, float], capacity: Mapping[S, float], pairs: list[tuple[D, S]]
) -> tuple[set[D], set[S]]:
    """Those of the groups cut off, with their services, that lack places together: others among them just fit."""
    tied: nx.Graph[object] = nx.Graph()
    tied.add_nodes_from(("d", d) for d in short)
    tied.add_edges_from((("d", d), ("s", s)) for d, s in pairs if d in short)
    groups, full = set[D](), set[S]()
    for some in nx.connected_components(tied):
        people = {d for d in short if ("d", d) in some}
        places = {s for s in capacity if ("s", s) in some}
        if sum(demand[d] for d in people) - sum(capacity[s] for s in places) > NOTHING:
            groups |= people
            full |= places
    return groups, full
