"""What each area can count on, and where one place more would help most (methods 2, 3, 4 and 6 on a Network)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import TypeVar

import numpy as np

from graph.analysis.coverage.areas import spot, units
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.catchment import Catchment, catchment, within
from graph.analysis.coverage.equity import gini, hoover
from graph.analysis.coverage.question import Asked
from graph.analysis.coverage.reaching import Gap
from graph.analysis.coverage.siting import Step, most_reached, step_by_step
from graph.analysis.coverage.travel import times
from graph.model.changes import EntryId
from graph.network import Network

SITES = 4
"""Places more that are looked at."""
HANDFUL = 5
"""People fewer than this are not compared with others: one of them would move the share by much."""
HELPED = frozenset({"available", "reachable", "capacity"})
"""Causes of a gap that one place more can take away; a language or a referral that is missing needs something else, and
where nothing is known nobody is said to lack a place."""


def access(question: Asked, assumed: Assumptions, threshold: float) -> Catchment[EntryId, EntryId]:
    """Places per person in each area, within so many minutes, with everyone there who competes for them.

    Only services that state their room and serve the area count; one that needs no journey, or whose place is not
    known, is within reach. Complexity: O(areas · services).
    """
    met = question.meeting
    counted = met.serves & ~(met.beyond & (not assumed.beyond))
    return catchment(
        need_by_unit(question),
        {one.service: one.room for one in question.known if one.room is not None},
        {
            (unit, one.service): float(met.minutes[row, n])
            for unit, row in met.units.items()
            for n, one in enumerate(question.known)
            if one.room is not None and counted[row, n]
        },
        within(threshold),
    )


def need_by_unit(question: Asked) -> dict[EntryId, float]:
    """How many people need it, area by area."""
    need: dict[EntryId, float] = {}
    for people, persons in question.needs:
        need[people.unit] = need.get(people.unit, 0.0) + persons
    return need


@dataclass(frozen=True, kw_only=True, slots=True)
class Evenness:
    """The share of people reached area by area, and how unequal it is. `worst` and its share: the least served area.

    `group`, `group_share`: the least served people by status and language ("" = not told), wherever they live; None
    where there is but one such group. A handful of people is never the worst. `reached`: people in all areas.
    """

    shares: Mapping[EntryId, float]
    gini: float
    hoover: float
    worst: EntryId
    least: float
    group: tuple[str, str] | None = None
    group_share: float = 0.0
    reached: float = inf


def evenness(question: Asked, gaps: Sequence[Gap]) -> Evenness | None:
    """How evenly areas are reached, weighted by their people; None with fewer than two areas. O(areas log areas)."""
    need = need_by_unit(question)
    if len(need) < 2:
        return None
    shares = _shares(need, [(gap.people.unit, gap.persons) for gap in gaps])
    values, weights = list(shares.values()), [need[unit] for unit in shares]
    worst = _worst(shares, need)
    groups: dict[tuple[str, str], float] = {}
    for people, persons in question.needs:
        key = people.status, people.language
        groups[key] = groups.get(key, 0.0) + persons
    reached = _shares(groups, [((gap.people.status, gap.people.language), gap.persons) for gap in gaps])
    group = _worst(reached, groups) if len(groups) > 1 else None
    return Evenness(
        shares=shares,
        gini=gini(values, weights),
        hoover=hoover(values, weights),
        worst=worst,
        least=shares[worst],
        group=group,
        group_share=reached[group] if group else 0.0,
        reached=sum(share * need[unit] for unit, share in shares.items()),
    )


K = TypeVar("K", EntryId, tuple[str, str])


def _shares(need: Mapping[K, float], lost: Iterable[tuple[K, float]]) -> dict[K, float]:
    gone: dict[K, float] = {}
    for key, persons in lost:
        gone[key] = gone.get(key, 0.0) + persons
    return {key: max(0.0, 1 - gone.get(key, 0.0) / n) for key, n in sorted(need.items())}


def _worst(shares: Mapping[K, float], need: Mapping[K, float]) -> K:
    """The smallest share; of equal ones that of most people. A handful counts only where there is nobody else."""
    return min(shares, key=lambda key: (need[key] < HANDFUL, round(shares[key], 9), -need[key]))


@dataclass(frozen=True, kw_only=True, slots=True)
class Siting:
    """Where places more would gain most. `steps` in their explainable order; `best`: the optimum for 1, 2, … places."""

    steps: tuple[Step[EntryId], ...]
    best: tuple[float, ...]
    persons: float
    """People who are not reached for want of a place near enough."""


def within_reach(network: Network, assumed: Assumptions) -> dict[EntryId, tuple[EntryId, ...]]:
    """Each area → the areas that lie within the threshold, centre to centre; itself always. O(areas²)."""
    level = units(network)
    spots = [spot(network, unit) for unit in level]
    near = assumed.threshold >= times(spots, spots, assumed.means, assumed.travel).T
    near |= np.eye(len(level), dtype=bool)
    return {here: tuple(level[n] for n in np.flatnonzero(row)) for here, row in zip(level, near, strict=True)}


def siting(reach: Mapping[EntryId, Sequence[EntryId]], gaps: Iterable[Gap], number: int = SITES) -> Siting | None:
    """The areas from which a further place reaches most of those who have none; None where nobody lacks one.

    `reach`: every area as a possible site, and which areas it reaches. Of equally good ones the area comes first that
    itself lacks most. What it means to a council: two places more reach so many people. Complexity: O(areas²) and an
    integer programme a step.
    """
    lacking: dict[EntryId, float] = {}
    for gap in gaps:
        if gap.cause in HELPED:
            lacking[gap.people.unit] = lacking.get(gap.people.unit, 0.0) + gap.persons
    order = sorted(reach, key=lambda site: (-lacking.get(site, 0.0), site))
    useful = {n: found for n, site in enumerate(order) if (found := [area for area in reach[site] if area in lacking])}
    steps = step_by_step({f"{n:06}": areas for n, areas in useful.items()}, lacking, number)
    if not steps:
        return None
    named = tuple(Step(site=order[int(step.site)], gain=step.gain, reached=step.reached) for step in steps)
    best = tuple(most_reached(useful, lacking, n + 1).value for n in range(len(steps)))
    return Siting(steps=named, best=best, persons=sum(lacking.values()))
