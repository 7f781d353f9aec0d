"""How long it takes to get there: by distance, detour and speed, or from a table a county imported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

Means = Literal["car", "bus", "foot"]
Point = tuple[float, float]
Table = Mapping[tuple[str, str, str], float]
"""(from, to, means) → minutes, by ids of areas, places and actors; means "": whatever the means."""

EARTH_KM = 6371.0088
UNKNOWN = (float("nan"), float("nan"))
THRESHOLDS = (30, 45, 60)
"""Minutes shown beside each other: no single one is right."""


@dataclass(frozen=True, kw_only=True)
class Travel:
    """Assumptions, all settings: the road is `detour` times the straight line; km/h per means, waiting included.

    `table`: where a county knows better; what it says wins over distances.
    """

    detour: float = 1.3
    speeds: Mapping[Means, float] = field(default_factory=lambda: {"car": 45.0, "bus": 20.0, "foot": 5.0})
    table: Table = field(default_factory=dict)

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids that the table knows."""
        return frozenset(id for one, other, _ in self.table for id in (one, other))


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """Somewhere: the ids by which a table may know it, the finest first, and its point (degrees) where that is known.

    A place is known by itself, by who is there, and by the areas it lies in; an area by itself.
    """

    keys: tuple[str, ...]
    point: Point | None = None


def kilometres(ones: Sequence[Point], others: Sequence[Point]) -> np.ndarray:
    """The straight lines between points (latitude, longitude in degrees), in kilometres: (ones × others).

    >>> float(kilometres([(51.05, 12.13)], [(51.15, 11.81)]).round(1)[0, 0])
    25.0
    """
    here, there = (np.radians(np.array(points, dtype=np.float64).reshape(-1, 2)) for points in (ones, others))
    north, east = (there[:, axis] - here[:, axis, None] for axis in (0, 1))
    half = np.sin(north / 2) ** 2 + np.cos(here[:, 0, None]) * np.cos(there[:, 0]) * np.sin(east / 2) ** 2
    found: np.ndarray = 2 * EARTH_KM * np.arcsin(np.sqrt(half))
    return found


def times(ones: Sequence[Spot], others: Sequence[Spot], means: Means, travel: Travel) -> np.ndarray:
    """Travel times in minutes, (ones × others); not a number where neither table nor points say.

    Every analysis that needs a time asks here. Of several statements of the table the one about the finest pair
    holds; one way counts for the way back where that is not stated. O(pairs), times keys² of what the table names.

    >>> here, there = Spot(keys=("a",), point=(51.05, 12.13)), Spot(keys=("b",), point=(51.15, 11.81))
    >>> times([here], [there], "bus", Travel()).round().tolist()
    [[97.0]]
    >>> times([here], [there], "bus", Travel(table={("a", "b", "bus"): 35.0})).tolist()
    [[35.0]]
    """
    lines = kilometres([one.point or UNKNOWN for one in ones], [other.point or UNKNOWN for other in others])
    found = lines * travel.detour / travel.speeds[means] * 60
    named = [(n, keys) for n, other in enumerate(others) if (keys := _named(other, travel))]
    for row, one in enumerate(ones):
        for column, keys in named if (own := _named(one, travel)) else ():
            stated = _stated(own, keys, means, travel.table)
            if stated is not None:
                found[row, column] = stated
    return found


def _named(spot: Spot, travel: Travel) -> list[str]:
    return [key for key in spot.keys if key in travel.named]


def _stated(ones: Sequence[str], others: Sequence[str], means: Means, table: Table) -> float | None:
    for a in ones:
        for b in others:
            for key in ((a, b, means), (a, b, ""), (b, a, means), (b, a, "")):
                if key in table:
                    return table[key]
    return None
