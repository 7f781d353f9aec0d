"""How evenly people are served (method 6)."""

from __future__ import annotations

from collections.abc import Sequence


def gini(values: Sequence[float], persons: Sequence[float] | None = None) -> float:
    """0: everyone has the same; towards 1: one has all. `persons` weighs each value. O(n log n).

    Source: Gini (1912). Very small groups move it: never show it alone.

    >>> round(gini([1, 2, 3, 4, 5]), 6)
    0.266667
    """
    weights = list(persons) if persons is not None else [1.0] * len(values)
    people = sum(weights)
    total = sum(v * w for v, w in zip(values, weights, strict=True))
    if not people or not total:
        return 0.0
    area = had = 0.0
    for value, weight in sorted(zip(values, weights, strict=True)):
        area += weight * (2 * had + value * weight)
        had += value * weight
    return 1 - area / (people * total)


def hoover(values: Sequence[float], persons: Sequence[float] | None = None) -> float:
    """The share that would have to move for everyone to have the same, 0 to 1. O(n).

    >>> round(hoover([1, 2, 3, 4, 5]), 6)
    0.2
    """
    weights = list(persons) if persons is not None else [1.0] * len(values)
    people = sum(weights)
    total = sum(v * w for v, w in zip(values, weights, strict=True))
    if not people or not total:
        return 0.0
    return sum(abs(v * w / total - w / people) for v, w in zip(values, weights, strict=True)) / 2
