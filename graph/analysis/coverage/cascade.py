"""Where people fall out on the way to a service, and which cause weighs how much (method 1)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial
from typing import TypeVar

S = TypeVar("S", bound=Hashable)

STAGES = ("available", "reachable", "fitting", "capacity", "linked")
"""Is there a service, can it be reached, do language and status fit, is there room, does somebody send people there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """So many people (of one area, status and language) and the stages that hold for them."""

    persons: float
    holds: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cascade:
    """People left after each stage in its order, and each stage's share of the gap whatever the order."""

    stages: tuple[str, ...]
    persons: float
    left: tuple[float, ...]
    causes: dict[str, float]

    @property
    def gap(self) -> float:
        """People who fall out somewhere."""
        return self.persons - (self.left[-1] if self.left else self.persons)


def cascade(groups: Iterable[Group], stages: Sequence[str] = STAGES) -> Cascade:
    """The coverage cascade of groups of which each stage holds or not, with the Shapley split of its gap.

    `left` depends on the order of the stages, `causes` does not; both are shown. What it means to a council: of so
    many people so many are reached, and of the rest most are lost by this cause.

    Complexity: O(groups + 2^stages · stages). Source: Tanahashi, Bulletin of the WHO 56 (1978); Shapley (1953).

    >>> found = cascade([Group(persons=10, holds=frozenset({"a"})), Group(persons=5, holds=frozenset("ab"))], "ab")
    >>> found.left, found.causes
    ((15.0, 5.0), {'a': 0.0, 'b': 10.0})
    """
    known = list(groups)
    counted: dict[frozenset[str], float] = {}
    for group in known:
        failed = frozenset(stages) - group.holds
        counted[failed] = counted.get(failed, 0.0) + group.persons
    return split(
        sum(group.persons for group in known),
        lambda some: sum(number for failed, number in counted.items() if failed & some),
        stages,
    )


def split(persons: float, lost: Callable[[frozenset[str]], float], stages: Sequence[str] = STAGES) -> Cascade:
    """A cascade from what is lost when only some stages can fail: `lost`(stages) people of `persons`.

    `lost` has to grow with the stages; it is asked once for each of their 2^n sets.
    """
    memo: dict[frozenset[str], float] = {}

    def known(some: frozenset[str]) -> float:
        if some not in memo:
            memo[some] = lost(some)
        return memo[some]

    return Cascade(
        stages=tuple(stages),
        persons=float(persons),
        left=tuple(float(persons - known(frozenset(stages[: n + 1]))) for n in range(len(stages))),
        causes=shapley(stages, known),
    )


def shapley(players: Collection[S], value: Callable[[frozenset[S]], float]) -> dict[S, float]:
    """Each player's fair share of value(all): the mean of what it adds over all orders.

    Complexity: O(2^n · n) calls at most, each set asked once.

    >>> shapley("ab", lambda some: 3.0 * len(some))
    {'a': 3.0, 'b': 3.0}
    """
    all_of_them = tuple(players)
    n = len(all_of_them)
    known = {frozenset(some): 0.0 for size in range(n + 1) for some in combinations(all_of_them, size)}
    known = {some: value(some) if some else 0.0 for some in known}
    share = {size: factorial(size) * factorial(n - size - 1) / factorial(n) for size in range(n)}
    return {
        player: sum(
            share[len(some)] * (known[some | {player}] - amount) for some, amount in known.items() if player not in some
        )
        for player in all_of_them
    }
