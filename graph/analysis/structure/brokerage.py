"""Who translates between sectors: Gould and Fernandez' five roles of a broker (method 9)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, Literal, TypeVar

import networkx as nx

N = TypeVar("N", bound=Hashable)
Role = Literal["coordinator", "itinerant", "gatekeeper", "representative", "liaison"]


def brokerage(graph: nx.DiGraph[N], groups: Mapping[N, str]) -> dict[N, Counter[Role]]:
    """Actor → how many open two-paths a → actor → c (no link a → c) it stands in, by role.

    With the groups (sectors) of a, actor, c: coordinator A-A-A, itinerant A-B-A, gatekeeper A-B-B, representative
    A-A-B, liaison A-B-C. Older manuals print gatekeeper and representative the other way round. Whoever has no group
    is left out. A count, not a ranking: who has many links has many two-paths.
    What it means to a council: here civil society and administration meet.

    Complexity: O(Σ links in x links out). Source: Gould & Fernandez, Sociological Methodology 19 (1989).

    >>> found = brokerage(nx.DiGraph([(1, 2), (2, 3)]), {1: "a", 2: "b", 3: "b"})
    >>> dict(found[2])
    {'gatekeeper': 1}
    """
    found: dict[N, Counter[Role]] = {}
    for actor in graph:
        if actor not in groups:
            continue
        roles: Counter[Role] = Counter()
        for one in graph.predecessors(actor):
            for other in graph.successors(actor):
                if one != other and one in groups and other in groups and not graph.has_edge(one, other):
                    roles[_role(groups[one], groups[actor], groups[other])] += 1
        if roles:
            found[actor] = roles
    return found


def translating(graph: nx.DiGraph[N], groups: Mapping[N, str]) -> dict[tuple[str, str], Counter[N]]:
    """(group, other group), in the order of the alphabet → who stands between them: in how many open two-paths from one
    to the other, either way round. Every pair of groups is there, also one between which nobody stands. What it means
    to a council: so many translate between civil society and administration. Source: as `brokerage`.

    Complexity: O(Σ links in x links out).

    >>> translating(nx.DiGraph([(1, 2), (2, 3)]), {1: "b", 2: "b", 3: "a"})
    {('a', 'b'): Counter({2: 1})}
    """
    found: dict[tuple[str, str], Counter[N]] = {
        pair: Counter() for pair in combinations(sorted(set(groups.values())), 2)
    }
    for one, actor, other in _between(graph, groups):
        first, second = sorted((groups[one], groups[other]))
        found[first, second][actor] += 1
    return found


@dataclass(frozen=True, kw_only=True, slots=True)
class Bridged(Generic[N]):
    """Two groups: `pairs` of actors, one of each, without a direct referral and with somebody in between; `alone`: who
    is the only one in between, of how many of these pairs."""

    pairs: int
    alone: Counter[N]


def bridged(graph: nx.DiGraph[N], groups: Mapping[N, str]) -> dict[tuple[str, str], Bridged[N]]:
    """(group, other group) as `translating` has them → how much hangs on a single one in between. A pair counts in each
    direction in which it is joined. What it means to a council: so many meet by way of a single office.

    Complexity: O(Σ links in x links out).

    >>> bridged(nx.DiGraph([(1, 2), (2, 3)]), {1: "b", 2: "b", 3: "a"})
    {('a', 'b'): Bridged(pairs=1, alone=Counter({2: 1}))}
    """
    between: dict[tuple[N, N], list[N]] = {}
    for one, actor, other in _between(graph, groups):
        between.setdefault((one, other), []).append(actor)
    found = {pair: Bridged(pairs=0, alone=Counter[N]()) for pair in combinations(sorted(set(groups.values())), 2)}
    for (one, other), actors in between.items():
        first, second = sorted((groups[one], groups[other]))
        known = found[first, second]
        alone = known.alone + Counter(actors if len(actors) == 1 else ())
        found[first, second] = Bridged(pairs=known.pairs + 1, alone=alone)
    return found


def _between(graph: nx.DiGraph[N], groups: Mapping[N, str]) -> Iterator[tuple[N, N, N]]:
    """The open two-paths from one group to another: one, who stands between, other."""
    for actor in graph:
        for one in graph.predecessors(actor) if actor in groups else ():
            for other in graph.successors(actor):
                if one not in groups or other not in groups or groups[one] == groups[other]:
                    continue
                if not graph.has_edge(one, other):
                    yield one, actor, other


def _role(one: str, own: str, other: str) -> Role:
    if one == other:
        return "coordinator" if own == one else "itinerant"
    if own == other:
        return "gatekeeper"
    return "representative" if own == one else "liaison"
