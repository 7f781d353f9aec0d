"""Many people on one day: how long until everyone has been seen (method 26)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

DAYS_A_WEEK = 5
STATED_WITHIN = 0.1
"""A stated capacity is taken to be right to a tenth."""


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

    Complexity: O(days). Raises ValueError for negative numbers. Source: the recursion of Lindley, Proceedings of the
    Cambridge Philosophical Society 48 (1952), in people and days.

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
            return Surge(backlog=tuple(backlog), days=None)
    rest = waiting / (capacity - usual) if capacity > usual else None
    return Surge(backlog=tuple(backlog), days=None if rest is None else horizon + rest)


def begun(days: float) -> int:
    """Days as people plan with them: begun ones count whole.

    >>> begun(6.25), begun(7.0)
    (7, 7)
    """
    return ceil(round(days, 6))


def ranged(code: str, least: int, most: int) -> str:
    """The code of a sentence about a range of days; of equal ends it tells one number.

    >>> ranged("range", 4, 7), ranged("range", 4, 4), ranged("range", 1, 1)
    ('range', 'range_one', 'range_day')
    """
    return code if least != most else f"{code}_day" if most == 1 else f"{code}_one"


def capacity_per_day(desks: float, hours: float, minutes_each: float) -> float:
    """People a day: `desks` open for `hours`, `minutes_each` a person.

    >>> capacity_per_day(6, 8, 25)
    115.2
    """
    return desks * hours * 60 / minutes_each


@dataclass(frozen=True, kw_only=True, slots=True)
class Desks:
    """Who takes people in: people a day between `least` and `most`, and `usual` ones who come besides.

    `minutes` a person on average and `desks`, where they are known: the simulation needs them.
    """

    least: float
    most: float
    usual: float = 0.0
    desks: int = 1
    hours: float = 8.0

    @property
    def minutes(self) -> float:
        """Minutes a person that give the middle of both capacities."""
        return capacity_per_day(self.desks, self.hours, 1) / ((self.least + self.most) / 2)


def desks_of(typed: Mapping[str, Any], service: Mapping[str, Any] | None = None) -> Desks | None:
    """What is typed of desks, hours and minutes, completed by what a service states; None where that is not enough.

    A service counts where it states appointments a week, hours a week or minutes a case; five days a week.

    >>> found = desks_of({"desks": 6, "hours": 8.0, "minutes_least": 20.0, "minutes_most": 30.0})
    >>> found.least, found.most
    (96.0, 144.0)
    >>> found = desks_of({}, {"capacity": 50, "capacity_unit": "appointments_week"})
    >>> found.least, found.most
    (9.0, 11.0)
    """
    stated = (service or {}).get("capacity"), (service or {}).get("capacity_unit")
    usual, desks, hours = max(0.0, typed.get("usual", 0.0)), typed.get("desks"), typed.get("hours")
    short, long = _minutes(typed, stated)
    if min(desks or 0, hours or 0, short or 0) < 0:
        return None
    if not hours and stated[0] and stated[1] == "hours_week":
        hours = stated[0] / DAYS_A_WEEK
        desks = desks or 1
    if desks and hours and short and long:
        least, most = capacity_per_day(desks, hours, long), capacity_per_day(desks, hours, short)
    elif stated[0] and stated[1] == "appointments_week":
        a_day = stated[0] / DAYS_A_WEEK
        least, most = a_day * (1 - STATED_WITHIN), a_day * (1 + STATED_WITHIN)
    else:
        return None
    return Desks(least=least, most=most, usual=usual, desks=int(desks or 1), hours=float(hours or 8.0))


def _minutes(typed: Mapping[str, Any], stated: tuple[Any, Any]) -> tuple[float | None, float | None]:
    """Minutes a person, at least and at most; one of both stands for both."""
    short, long = typed.get("minutes_least"), typed.get("minutes_most")
    if not short and not long and stated[0] and stated[1] == "minutes_case":
        return stated[0] * (1 - STATED_WITHIN), stated[0] * (1 + STATED_WITHIN)
    few, many = short or long, long or short
    return (min(few, many), max(few, many)) if few and many else (None, None)
