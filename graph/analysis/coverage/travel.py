"""How long it takes to get there: by distance, detour and speed, or from a table a county imported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Literal

Means = Literal["car", "bus", "foot"]
Point = tuple[float, float]

EARTH_KM = 6371.0088
THRESHOLDS = (30, 45, 60)
"""Minutes shown beside each other: no single one is right."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Travel:
    """Assumptions, all settings: the road is `detour` times the straight line; km/h per means, waiting included.

    `table`: minutes from area to place or area, by their ids, where a county knows better; they win over distances.
    """

    detour: float = 1.3
    speeds: Mapping[Means, float] = field(default_factory=lambda: {"car": 45.0, "bus": 20.0, "foot": 5.0})
    table: Mapping[tuple[str, str], float] = field(default_factory=dict)


def kilometres(one: Point, other: Point) -> float:
    """The straight line between two points (latitude, longitude in degrees), in kilometres.

    >>> round(kilometres((51.05, 12.13), (51.15, 11.81)), 1)
    25.0
    """
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def minutes(
    one: tuple[str, Point | None], other: tuple[str, Point | None], means: Means, travel: Travel
) -> float | None:
    """Travel time from one (id, point) to another in minutes; None where neither table nor points say.

    Every analysis that needs a time asks here.

    >>> minutes(("a", (51.05, 12.13)), ("b", (51.15, 11.81)), "bus", Travel()) > 90
    True
    """
    known = travel.table.get((one[0], other[0]), travel.table.get((other[0], one[0])))
    if known is not None:
        return known
    if one[1] is None or other[1] is None:
        return None
    return kilometres(one[1], other[1]) * travel.detour / travel.speeds[means] * 60
