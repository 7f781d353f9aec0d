"""Where new services close most of the gap: exact optima (method 3) and the explainable order (method 4)."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from graph.analysis.solving import Programme, Row, solve

D = TypeVar("D", bound=Hashable)
S = TypeVar("S", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sites(Generic[S]):
    """One best choice of sites with its value. Several may be equally good: the value is the result, not the choice."""

    sites: tuple[S, ...]
    value: float


def most_reached(reach: Mapping[S, Sequence[D]], persons: Mapping[D, float], number: int) -> Sites[S]:
    """The `number` sites from which most people are reached (maximal covering, Church & ReVelle 1974). Exact.

    `reach`: site → areas within the threshold. What it means to a council: with two new places so many people more.

    >>> most_reached({"a": ["x"], "b": ["x", "y"]}, {"x": 1, "y": 1}, 1)
    Sites(sites=('b',), value=2.0)
    """
    sites, areas = list(reach), [area for area, n in persons.items() if n > 0]
    covering: dict[D, list[int]] = {area: [] for area in areas}
    for n, site in enumerate(sites):
        for area in set(reach[site]) & covering.keys():
            covering[area].append(n)
    rows = [Row(weights=dict.fromkeys(range(len(sites)), 1.0), upper=number)]
    for place, area in enumerate(areas, len(sites)):
        rows.append(Row(weights={place: 1.0, **dict.fromkeys(covering[area], -1.0)}, upper=0.0))
    costs = [0.0] * len(sites) + [-persons[area] for area in areas]
    found = solve(Programme(costs=costs, rows=rows, upper=1.0, whole=len(sites)))
    assert found is not None  # no site at all fulfils every row
    return Sites(sites=_chosen(sites, found.variables), value=-found.value if found.value else 0.0)


def fewest_for_all(reach: Mapping[S, Sequence[D]], areas: Sequence[D]) -> Sites[S] | None:
    """The fewest sites from which every area is reached (set covering); None when some area is out of every reach."""
    sites = list(reach)
    known = {site: set(reach[site]) for site in sites}
    rows = [Row(weights={n: 1.0 for n, site in enumerate(sites) if area in known[site]}, lower=1.0) for area in areas]
    found = solve(Programme(costs=[1.0] * len(sites), rows=rows, upper=1.0, whole=len(sites)))
    return None if found is None else Sites(sites=_chosen(sites, found.variables), value=round(found.value))


def least_travel(costs: Sequence[Sequence[float]], persons: Sequence[float], number: int) -> Sites[int]:
    """The `number` sites with the least travel of all people together (p-median, Hakimi 1964). Exact.

    `costs` (areas × sites) in minutes or metres; the value is in persons times that. Sites by their number.
    """
    areas, sites = len(costs), len(costs[0])
    pairs = {(i, j): sites + i * sites + j for i in range(areas) for j in range(sites)}
    rows = [Row(weights=dict.fromkeys(range(sites), 1.0), lower=number, upper=number)]
    rows += [Row(weights={pairs[i, j]: 1.0 for j in range(sites)}, lower=1.0, upper=1.0) for i in range(areas)]
    rows += [Row(weights={pairs[i, j]: 1.0, j: -1.0}, upper=0.0) for i in range(areas) for j in range(sites)]
    values = [0.0] * sites + [persons[i] * costs[i][j] for i in range(areas) for j in range(sites)]
    found = solve(Programme(costs=values, rows=rows, upper=1.0, whole=sites))
    if found is None:
        raise ValueError(f"there are no {number} of {sites} sites")
    return Sites(sites=_chosen(range(sites), found.variables), value=found.value)


def shortest_worst(costs: Sequence[Sequence[float]], number: int) -> Sites[int]:
    """The `number` sites with the shortest longest way (p-center, Hakimi 1964). Exact: bisection over the distances.

    Complexity: O(log(areas · sites)) set coverings. Raises ValueError without sites.
    """
    table = np.array(costs, dtype=np.float64)
    steps = np.unique(table)
    low, high = int(np.searchsorted(steps, table.min(axis=1).max())), len(steps) - 1
    best: tuple[int, ...] = tuple(range(min(number, table.shape[1])))
    while low < high:
        middle = (low + high) // 2
        reach = {j: np.flatnonzero(table[:, j] <= steps[middle]).tolist() for j in range(table.shape[1])}
        found = fewest_for_all(reach, range(len(table)))
        if found is not None and found.value <= number:
            high, best = middle, found.sites
        else:
            low = middle + 1
    return Sites(sites=best, value=float(steps[low]))


@dataclass(frozen=True, kw_only=True, slots=True)
class Step(Generic[S]):
    """One site more: `gain` people beyond those reached before, `reached` in all."""

    site: S
    gain: float
    reached: float


def step_by_step(reach: Mapping[S, Sequence[D]], persons: Mapping[D, float], number: int) -> list[Step[S]]:
    """Each time the site that reaches most people more, first by name among equals; stops when none gains.

    An order that can be explained. With `number` sites it reaches at least 1-(1-1/k)^k (63 %) of the optimum
    (Nemhauser, Wolsey & Fisher 1978), which is shown beside it.

    Complexity: O(number · sites · areas).

    >>> step_by_step({"a": ["x"], "b": ["x", "y"]}, {"x": 1.0, "y": 1.0}, 2)
    [Step(site='b', gain=2.0, reached=2.0)]
    """
    left = {site: set(areas) & set(persons) for site, areas in sorted(reach.items(), key=lambda item: str(item[0]))}
    found: list[Step[S]] = []
    while left and len(found) < number:
        gains = {site: sum(persons[area] for area in areas) for site, areas in left.items()}
        site = max(gains, key=lambda s: gains[s])
        if gains[site] <= 0:
            break
        found.append(Step(site=site, gain=gains[site], reached=gains[site] + (found[-1].reached if found else 0.0)))
        taken = left.pop(site)
        left = {other: areas - taken for other, areas in left.items()}
    return found


def _chosen(sites: Sequence[S], variables: Sequence[float]) -> tuple[S, ...]:
    return tuple(site for site, value in zip(sites, variables, strict=False) if value > 0.5)
