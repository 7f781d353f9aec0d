"""Waiting in the long run: one office with several desks, and offices in a row (method 25)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import factorial

import numpy as np


@dataclass(frozen=True, kw_only=True, slots=True)
class Queue:
    """`busy`: share of the desks' time; `empty`: chance that nobody is there; `waits`: chance that one has to wait.

    `waiting`, `present`: people on average; `wait`, `stay`: time on average, in the unit of the rates.
    """

    busy: float
    empty: float
    waits: float
    waiting: float
    present: float
    wait: float
    stay: float


def queue(arrivals: float, served: float, desks: int) -> Queue | None:
    """M/M/c: `arrivals` and `served` (per desk) per unit of time. None when more come than are served: no long run.

    Holds in a steady state only: a surge is another matter (see surge). What it means to a council: nothing to decide
    by; to a coordinator, how long people wait on ordinary days, and why the last tenth of the time is dear. O(desks).

    Source: Erlang C (1917); Bronson, Schaum's Operations Research (1982), example 24.6.

    >>> round(queue(0.2, 0.1, 3).wait, 9)
    4.444444444
    """
    load, busy = arrivals / served, arrivals / (served * desks)
    if busy >= 1:
        return None
    last = load**desks / factorial(desks) / (1 - busy)
    empty = 1 / (sum(load**k / factorial(k) for k in range(desks)) + last)
    waits = last * empty
    wait = waits / (desks * served - arrivals)
    stay = wait + 1 / served
    return Queue(
        busy=busy, empty=empty, waits=waits, waiting=arrivals * wait, present=arrivals * stay, wait=wait, stay=stay
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Offices:
    """Offices that send people on: arrivals at each, its queue, and people and time in all of them together."""

    arrivals: tuple[float, ...]
    queues: tuple[Queue, ...]
    present: float
    stay: float


def offices(
    outside: Sequence[float], on: Sequence[Sequence[float]], served: Sequence[float], desks: Sequence[int]
) -> Offices | None:
    """A Jackson network: `outside` arrivals per office, share `on[i][j]` sent from i to j, rates and desks of each.

    None when one office gets more than it can serve. O(n³). Source: Jackson (1957, 1963).

    >>> found = offices([0.2, 0.0], [[0.0, 0.5], [0.0, 0.0]], [0.1, 0.2], [3, 1])
    >>> found.arrivals, round(found.queues[0].wait, 9), round(found.queues[1].wait, 9)
    ((0.2, 0.1), 4.444444444, 5.0)
    """
    share = np.array(on, dtype=np.float64)
    arrivals = np.linalg.solve(np.eye(len(share)) - share.T, np.array(outside, dtype=np.float64))
    found = [queue(float(a), s, c) for a, s, c in zip(arrivals, served, desks, strict=True)]
    queues = [q for q in found if q is not None]
    if len(queues) < len(found):
        return None
    present = sum(q.present for q in queues)
    return Offices(
        arrivals=tuple(map(float, arrivals)), queues=tuple(queues), present=present, stay=present / sum(outside)
    )
