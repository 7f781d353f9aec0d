"""How many places more would do, and how far they would be: set covering, p-median and p-center (method 3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from graph.analysis.coverage.areas import spot
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.places import HELPED, SITES
from graph.analysis.coverage.reaching import Gap
from graph.analysis.coverage.siting import fewest_for_all, least_travel, shortest_worst
from graph.analysis.coverage.travel import times
from graph.model.changes import EntryId
from graph.network import Network

MOST_PAIRS = 2_000
"""Pairs of an area and a possible site up to which travel is weighed: the programme has a variable for each."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Further:
    """`fewest` places more put one within reach of everyone who lacks it. With `number` of them people would travel
    `mean` minutes each at best, or `longest` where the longest way is to be short; None where that is not known."""

    fewest: int
    number: int
    mean: float | None = None
    longest: float | None = None


def further(
    network: Network, reach: Mapping[EntryId, Sequence[EntryId]], gaps: Iterable[Gap], assumed: Assumptions
) -> Further | None:
    """How far places more would go for those who lack one; None where nobody does.

    `reach`: every area as a possible site, and which areas it reaches. Of several choices that are equally good only
    the value is told. What it means to a council: with three places more everybody has one near enough.

    Complexity: integer programmes over areas x sites; travel up to MOST_PAIRS of them.
    """
    lacking: dict[EntryId, float] = {}
    for gap in gaps:
        if gap.cause in HELPED and gap.persons > 0:
            lacking[gap.people.unit] = lacking.get(gap.people.unit, 0.0) + gap.persons
    useful = {site: some for site, areas in sorted(reach.items()) if (some := [a for a in areas if a in lacking])}
    found = fewest_for_all(useful, sorted(lacking)) if lacking else None
    if found is None:
        return None
    number = min(int(found.value), SITES)
    costs = _costs(network, sorted(lacking), list(useful), assumed)
    if costs is None:
        return Further(fewest=int(found.value), number=number)
    mean = least_travel(costs, [lacking[area] for area in sorted(lacking)], number).value / sum(lacking.values())
    return Further(fewest=int(found.value), number=number, mean=mean, longest=shortest_worst(costs, number).value)


def _costs(
    network: Network, areas: Sequence[EntryId], sites: Sequence[EntryId], assumed: Assumptions
) -> list[list[float]] | None:
    """Minutes from each area to each site, none to itself; None where they are too many or some are not known."""
    if len(areas) * len(sites) > MOST_PAIRS:
        return None
    here, there = ([spot(network, id) for id in some] for some in (areas, sites))
    found = times(here, there, assumed.means, assumed.travel)
    found[np.array([[area == site for site in sites] for area in areas])] = 0.0
    return None if np.isnan(found).any() else found.tolist()
