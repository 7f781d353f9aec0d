"""Places per person within reach, with everyone who competes for them (method 2)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

D = TypeVar("D", bound=Hashable)
S = TypeVar("S", bound=Hashable)


@dataclass(frozen=True, kw_only=True, slots=True)
class Catchment(Generic[D, S]):
    """`ratio`: supply per person in reach of each place; `access`: what a person in each area can count on.

    `unused`: places that nobody reaches, whose supply is in nobody's figure.
    """

    ratio: Mapping[S, float]
    access: Mapping[D, float]
    unused: tuple[S, ...]


def within(threshold: float) -> Callable[[float], float]:
    """Weight 1 up to a threshold, else 0: the plain two steps.

    >>> within(30)(20), within(30)(40)
    (1.0, 0.0)
    """
    return lambda cost: 1.0 if cost <= threshold else 0.0


def zones(limits: Mapping[float, float]) -> Callable[[float], float]:
    """Weight by zones (threshold → weight), 0 beyond the last: the enhanced two steps (Luo & Qi 2009)."""
    ordered = sorted(limits.items())
    return lambda cost: next((weight for limit, weight in ordered if cost <= limit), 0.0)


def gravity(beta: float) -> Callable[[float], float]:
    """Weight cost^-beta: nearer counts more, without a limit."""
    return lambda cost: cost**-beta


def catchment(
    demand: Mapping[D, float],
    supply: Mapping[S, float],
    costs: Mapping[tuple[D, S], float],
    weight: Callable[[float], float],
) -> Catchment[D, S]:
    """The two-step floating catchment area.

    `demand`: persons per area; `supply`: places per service; `costs`: minutes for the pairs that are known.
    Step 1: a place's supply over the weighted people around it; step 2: the sum of these ratios around each area.
    Σ persons · access = Σ supply that is reached. Supply beyond the county's border belongs in.
    What it means to a council: here 100 people share 12 places within 45 minutes, there 3.

    Complexity: O(pairs). Source: Luo & Wang, Environment and Planning B 30 (2003), doi:10.1068/b29120.

    >>> catchment({"x": 50, "y": 50}, {"course": 10}, {("x", "course"): 20, ("y", "course"): 20}, within(30)).access
    {'x': 0.1, 'y': 0.1}
    """
    near = {pair: w for pair, cost in costs.items() if (w := weight(cost)) > 0}
    around: dict[S, float] = dict.fromkeys(supply, 0.0)
    for (area, place), w in near.items():
        if area in demand and place in around:
            around[place] += demand[area] * w
    ratio = {place: supply[place] / people if people else 0.0 for place, people in around.items()}
    access: dict[D, float] = dict.fromkeys(demand, 0.0)
    for (area, place), w in near.items():
        if area in access and place in ratio:
            access[area] += ratio[place] * w
    unused = tuple(place for place, people in around.items() if not people and supply[place])
    return Catchment(ratio=ratio, access=access, unused=unused)
