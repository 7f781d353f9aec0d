"""How many can be served at once, and which groups have only places that are full (method 5)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import networkx as nx

D = TypeVar("D", bound=Hashable)
S = TypeVar("S", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True)
class Room(Generic[D, S]):
    """`served` of all people; `short` groups can only go to `full` services, which miss `missing` places for them.

    There may be several such bottlenecks; this is the one nearest to the people.
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
    graph: nx.DiGraph[object] = nx.DiGraph()
    graph.add_nodes_from(("people", "places"))
    graph.add_edges_from((("people", ("d", d), {"capacity": n}) for d, n in demand.items()))
    graph.add_edges_from(((("s", s), "places", {"capacity": n}) for s, n in capacity.items()))
    graph.add_edges_from((("d", d), ("s", s)) for d, s in fits if d in demand and s in capacity)
    served, flow = nx.maximum_flow(graph, "people", "places")
    _, (near, _) = nx.minimum_cut(graph, "people", "places")
    short = tuple(d for d in demand if ("d", d) in near and demand[d] > 0)
    return Room(
        served=float(served),
        unserved=float(sum(demand.values()) - served),
        short=short if served < sum(demand.values()) else (),
        full=tuple(s for s in capacity if ("s", s) in near),
        by_service={s: float(flow[("s", s)]["places"]) for s in capacity},
    )
