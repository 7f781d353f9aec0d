"""How many stations people pass, and how many are lost on the way: an absorbing Markov chain (method 21)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Rounds:
    """`visits` (n × n): expected visits of station j from i. `stations` (n): stations until the end. `ends` (n × m):
    probability of each end (served, lost)."""

    visits: Matrix
    stations: Matrix
    ends: Matrix


def rounds(on: Sequence[Sequence[float]], out: Sequence[Sequence[float]]) -> Rounds:
    """What becomes of people who are handed on.

    `on` (n × n): share of the people at station i who are sent on to station j; `out` (n × m): who end in each way.
    Each row of both together sums to 1. Shares come from counts, never from persons, and are estimates: give ranges.
    N = (I-Q)^-1, t = N·1, B = N·R (Grinstead & Snell, Introduction to Probability, ch. 11).
    What it means to a council: of 100 who begin at the town hall so many never arrive.

    Complexity: O(n³). Raises ValueError for rows that do not sum to 1 or from which no end can be reached.

    >>> rounds([[0, .5, 0], [.5, 0, .5], [0, .5, 0]], [[.5, 0], [0, 0], [0, .5]]).stations.round(9).tolist()
    [3.0, 4.0, 3.0]
    """
    stay, leave = np.array(on, dtype=np.float64), np.array(out, dtype=np.float64)
    sums = stay.sum(axis=1) + leave.sum(axis=1)
    if (stay < 0).any() or (leave < 0).any() or not np.allclose(sums, 1, atol=1e-9):
        raise ValueError("each row must hold shares that sum to 1")
    if not _ends(stay, leave):
        raise ValueError("from some station no end can be reached")
    visits: Matrix = np.linalg.inv(np.eye(len(stay)) - stay).astype(np.float64)
    return Rounds(visits=visits, stations=visits.sum(axis=1), ends=visits @ leave)


def kept(share: float, handovers: int) -> float:
    """Share of people left after so many hand-overs when each keeps `share` of them.

    >>> round(kept(.8, 4), 4)
    0.4096
    """
    return share**handovers


def _ends(stay: Matrix, leave: Matrix) -> bool:
    """Whether every station leads to an end."""
    good = leave.sum(axis=1) > 0
    for _ in range(len(stay)):
        good = good | ((stay > 0) @ good)
    return bool(good.all())
