"""Making one ranking of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

K: Final = 60
"""Damping of reciprocal rank fusion: Cormack, Clarke, Büttcher, SIGIR 2009."""


def fuse(rankings: Iterable[tuple[str, Sequence[int]]]) -> list[tuple[int, float, tuple[str, ...]]]:
    """Fuse named rankings into (item, score, names of the rankings that hold it), best first.

    An item's score is the sum of 1 / (K + rank) over the rankings that hold it; of equals the one named first wins.

    >>> fuse([("a", [1, 2]), ("b", [2])])[0][0]
    2
    """
    scores: dict[int, float] = {}
    names: dict[int, list[str]] = {}
    for name, items in rankings:
        for rank, item in enumerate(items, start=1):
            scores[item] = scores.get(item, 0.0) + 1 / (K + rank)
            names.setdefault(item, []).append(name)
    best = sorted(scores, key=lambda item: -scores[item])
    return [(item, scores[item], tuple(names[item])) for item in best]
