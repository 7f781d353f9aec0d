"""How evenly people are served (method 6)."""

from __future__ import annotations

from collections.abc import Sequence


def gini(values: Sequence[float], persons: Sequence[float] | None = None) -> float:
    """0: everyone has the same; towards 1: one has all. `persons` weighs each value. O(n log n).

    Source: Gini (1912). Very small groups move it: never show it alone.

    >>> round(gini([1, 2, 3, 4, 5]), 6)
    0.266667
    """
    pairs, people, total = _weighed(values, persons)
    if not people or not total:
        return 0.0
    area = had = 0.0
    for value, weight in sorted(pairs):
        area += weight * (2 * had + value * weight)
        had += value * weight
    return 1 - area / (people * total)


def hoover(values: Sequence[float], persons: Sequence[float] | None = None) -> float:
    """The share that would have to move for everyone to have the same, 0 to 1. O(n).

    >>> round(hoover([1, 2, 3, 4, 5]), 6)
    0.2
    """
    pairs, people, total = _weighed(values, persons)
    if not people or not total:
        return 0.0
    return sum(abs(v * w / total - w / people) for v, w in pairs) / 2


def _weighed(
    values: Sequence[float], persons: Sequence[float] | None
) -> tuple[list[tuple[float, float]], float, float]:
    """(value, weight) of each, all weights, and all values by their weights."""
    pairs = list(zip(values, persons if persons is not None else [1.0] * len(values), strict=True))
    return pairs, sum(weight for _, weight in pairs), sum(value * weight for value, weight in pairs)
