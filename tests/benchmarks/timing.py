"""Two ways of the same work, side by side: what the machine does meanwhile happens to both.

Times are CPU seconds of this process unless a disk is waited for. The collector rests while the clock runs and
everything that lives is frozen, so that one side does not pay for what the other left behind.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]
Clock = Callable[[], float]

cpu: Clock = time.process_time
wall: Clock = time.perf_counter


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """Medians in seconds, and their ratio: of medians, or the median of the single pairs' ratios."""

    ours: float
    theirs: float
    ratio: float


def in_pairs(pairs: Sequence[tuple[Work, Work]], rounds: int, clock: Clock = cpu) -> Compared:
    """Each pair does the same thing in two ways: the median of all pairs' ratios."""
    ours: list[float] = []
    theirs: list[float] = []
    with quiet():
        for n in range(rounds):
            for one, other in pairs:
                both = _alternating(one, other, clock, first=n % 2 == 0)
                ours.append(both[0])
                theirs.append(both[1])
            gc.collect()
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    return Compared(ours=median(ours), theirs=median(theirs), ratio=median(ratios))


def in_turn(ours: Sequence[Work], theirs: Sequence[Work], rounds: int, clock: Clock = cpu) -> Compared:
    """Two sets of different work, run in turn: the ratio of their medians."""
    found: list[tuple[float, float]] = []
    with quiet():
        for n in range(rounds):
            found += [_alternating(a, b, clock, first=n % 2 == 0) for a, b in zip(ours, theirs, strict=True)]
            gc.collect()
    one, other = median(a for a, _ in found), median(b for _, b in found)
    return Compared(ours=one, theirs=other, ratio=one / other)


def seconds(work: Work, clock: Clock = cpu) -> float:
    """How long a piece of work takes."""
    start = clock()
    work()
    return clock() - start


@contextmanager
def quiet() -> Iterator[None]:
    """Without the collector."""
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _alternating(one: Work, other: Work, clock: Clock, *, first: bool) -> tuple[float, float]:
    if first:
        return seconds(one, clock), seconds(other, clock)
    later = seconds(other, clock)
    return seconds(one, clock), later
