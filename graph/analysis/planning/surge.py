"""Many people on one day: how long until everyone has been seen (method 26)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Surge:
    """People still waiting at the end of each day, and days until nobody is; None: it never clears."""

    backlog: tuple[float, ...]
    days: float | None


def surge(arrivals: Sequence[float], usual: float, capacity: float, horizon: int = 3650) -> Surge:
    """The backlog day by day: B_t = max(0, B_(t-1) + a_t - K).

    `arrivals`: people beyond the usual on the first days; `usual` per day besides; `capacity` K per day.
    `days` counts the part of the last day that is needed. What it means to a council: 400 people on one day keep six
    desks busy for more than a week.

    Complexity: O(days). Raises ValueError for negative numbers.

    >>> round(surge([400], usual=60, capacity=115.2).days, 2)
    7.25
    """
    if min([*arrivals, usual, capacity]) < 0:
        raise ValueError("people and places can't be negative")
    backlog: list[float] = []
    waiting = 0.0
    for day in range(horizon):
        before = waiting + (arrivals[day] if day < len(arrivals) else 0.0)
        waiting = max(0.0, before + usual - capacity)
        backlog.append(waiting)
        if waiting == 0 and day + 1 >= len(arrivals):
            return Surge(backlog=tuple(backlog), days=day + (before / (capacity - usual) if before else 0.0))
        if day > len(arrivals) and waiting >= before > 0:
            break
    return Surge(backlog=tuple(backlog), days=None)


def capacity_per_day(desks: float, hours: float, minutes_each: float) -> float:
    """People a day: `desks` open for `hours`, `minutes_each` a person.

    >>> capacity_per_day(6, 8, 25)
    115.2
    """
    return desks * hours * 60 / minutes_each
