"""How long it takes to get there: by distance, detour and speed, or from a table a county imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Literal

Means = Literal["car", "bus", "foot"]
Point = tuple[float, float]
Table = Mapping[tuple[str, str, str], float]
"""(from, to, means) → minutes, by ids of areas, places and actors; means "": whatever the means."""

EARTH_KM = 6371.0088
THRESHOLDS = (30, 45, 60)
"""Minutes shown beside each other: no single one is right."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Travel:
    """Assumptions, all settings: the road is `detour` times the straight line; km/h per means, waiting included.

    `table`: where a county knows better; what it says wins over distances.
    """

    detour: float = 1.3
    speeds: Mapping[Means, float] = field(default_factory=lambda: {"car": 45.0, "bus": 20.0, "foot": 5.0})
    table: Table = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """Somewhere: the ids by which a table may know it, the finest first, and its point (degrees) where that is known.

    A place is known by itself, by who is there, and by the areas it lies in; an area by itself.
    """

    keys: tuple[str, ...]
    point: Point | None = None


def kilometres(one: Point, other: Point) -> float:
    """The straight line between two points (latitude, longitude in degrees), in kilometres.

    >>> round(kilometres((51.05, 12.13), (51.15, 11.81)), 1)
    25.0
    """
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def minutes(one: Spot, other: Spot, means: Means, travel: Travel) -> float | None:
    """Travel time from one to another in minutes; None where neither table nor points say. O(keys²).

    Every analysis that needs a time asks here. Of several statements of the table the one about the finest pair
    holds; one way counts for the way back where that is not stated.

    >>> here, there = Spot(keys=("a",), point=(51.05, 12.13)), Spot(keys=("b",), point=(51.15, 11.81))
    >>> round(minutes(here, there, "bus", Travel()) or 0)
    97
    >>> minutes(here, there, "bus", Travel(table={("a", "b", "bus"): 35.0}))
    35.0
    """
    if travel.table:
        known = _stated(one, other, means, travel.table)
        if known is not None:
            return known
    if one.point is None or other.point is None:
        return None
    return kilometres(one.point, other.point) * travel.detour / travel.speeds[means] * 60


def _stated(one: Spot, other: Spot, means: Means, table: Table) -> float | None:
    for a in one.keys:
        for b in other.keys:
            for key in ((a, b, means), (a, b, ""), (b, a, means), (b, a, "")):
                if key in table:
                    return table[key]
    return None
