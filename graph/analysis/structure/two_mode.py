"""Actors and what they provide as one two-sided graph; what hangs on one provider (method 14)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations
from typing import TypeVar

N = TypeVar("N", bound=Hashable)
M = TypeVar("M", bound=Hashable)


def two_mode_density(providers: Mapping[M, Iterable[N]], actors: int) -> float:
    """Share of the possible pairs (actor, thing provided) that exist. O(pairs).

    To a council it means nothing to decide by. Source: Borgatti & Everett, Social Networks 19 (1997).

    >>> two_mode_density({"course": ["a"], "advice": ["a", "b"]}, actors=2)
    0.75
    """
    possible = len(providers) * actors
    return sum(len(set(some)) for some in providers.values()) / possible if possible else 0.0


def hanging_on_one(providers: Mapping[M, Iterable[N]]) -> dict[M, N]:
    """What only one actor provides, with that actor: if it falls out, nobody does this. O(pairs).

    These are the things at the end of a bridge in the two-sided graph. What it means to a council: nobody steps in
    here. Source: Borgatti & Everett, Social Networks 19 (1997).

    >>> hanging_on_one({"course": ["a"], "advice": ["a", "b"]})
    {'course': 'a'}
    """
    found = {thing: list(dict.fromkeys(some)) for thing, some in providers.items()}
    return {thing: some[0] for thing, some in found.items() if len(some) == 1}


def sharing(providers: Mapping[M, Iterable[N]]) -> dict[frozenset[N], int]:
    """Pair of actors → how many things both provide (the one-mode projection). O(Σ providers²).

    Pairs that share nothing are left out. Source: Breiger, Social Forces 53 (1974).

    >>> sharing({"course": ["a", "b"], "advice": ["a", "b"]}) == {frozenset("ab"): 2}
    True
    """
    counts: dict[frozenset[N], int] = {}
    for some in providers.values():
        for one, other in combinations(dict.fromkeys(some), 2):
            pair = frozenset((one, other))
            counts[pair] = counts.get(pair, 0) + 1
    return counts
