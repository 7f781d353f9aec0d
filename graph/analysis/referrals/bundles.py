"""How many stations until a person has everything a situation needs: the one-stop index (method 19)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

N = TypeVar("N", bound=Hashable)
Grade = Literal["window", "door", "houses"]
MOST_NEEDS = 12
"""Needs in one bundle: the work doubles with each."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Stations(Generic[N]):
    """The actors in the order a person goes to them, the entry point first; one may come twice.

    `unsure`: how many of the hand-overs not both sides confirm.
    """

    walk: tuple[N, ...]
    unsure: int = 0

    @property
    def handovers(self) -> int:
        """How often the person is sent on."""
        return len(self.walk) - 1

    @property
    def different(self) -> int:
        """Actors met, the entry point included."""
        return len(set(self.walk))


def stations(
    adjacent: Mapping[N, Collection[N]],
    offers: Mapping[N, Collection[str]],
    entries: Collection[N],
    bundle: Collection[str],
    unsure: Collection[tuple[N, N]] = frozenset(),
) -> Stations[N] | None:
    """The walk from one of the entries with the fewest hand-overs that meets every need; None when none does.

    `offers`: actor → needs it meets; `unsure`: hand-overs that not both sides confirm. Exact: layer by layer over
    (actor, needs met so far). Of equally short walks one with the fewest unsure hand-overs, of those the first in the
    order of the names.
    What it means to a council: each hand-over is a place where people get lost; offices under one roof save them.

    Complexity: O(2^k · links), k needs, for all entries together. Raises ValueError for more than MOST_NEEDS. Source:
    own; proven in tests against every walk there is in small random networks.

    >>> links = {"hall": ["office", "club"], "office": ["course"], "club": ["course"]}
    >>> stations(links, {"course": ["German"]}, ["hall"], ["German"], unsure=[("hall", "club")])
    Stations(walk=('hall', 'office', 'course'), unsure=0)
    """
    needs = _numbered(bundle)
    all_met = (1 << len(needs)) - 1
    met = {actor: _met(needs, some) for actor, some in offers.items()}
    layer = {(entry, met.get(entry, 0)): 0 for entry in sorted(entries, key=str)}
    before: dict[tuple[N, int], tuple[N, int] | None] = dict.fromkeys(layer)
    while layer:
        arrived = [state for state in layer if state[1] == all_met]
        if arrived:
            best = min(arrived, key=lambda state: layer[state])
            return Stations(walk=tuple(_walk(before, best)), unsure=layer[best])
        layer = _onwards(layer, before, adjacent, met, unsure)
    return None


def fewest_providers(
    offers: Mapping[N, Collection[str]], within: Collection[N], bundle: Collection[str]
) -> tuple[N, ...] | None:
    """The fewest actors of `within` that together meet the bundle: 1 is one house for everything. None: they can't.

    Exact: actor by actor, the fewest for each set of needs. Of equally few always the same. What it means to a council:
    so many offices would have to sit together. Source: set covering by dynamic programming.
    Complexity: O(2^k · m) for m useful actors and k needs. Raises ValueError for more than MOST_NEEDS.

    >>> fewest_providers({"a": ["x"], "b": ["x", "y"], "c": ["z"]}, "abc", ["x", "y", "z"])
    ('b', 'c')
    """
    needs = _numbered(bundle)
    useful: dict[int, N] = {}
    for id in sorted(within, key=str):
        useful.setdefault(_met(needs, offers.get(id, ())), id)
    best: dict[int, tuple[N, ...]] = {0: ()}
    for met, id in useful.items():
        if met and not any(met != other and met & other == met for other in useful):
            for before, chosen in list(best.items()):
                after = before | met
                if after != before and (after not in best or len(chosen) + 1 < len(best[after])):
                    best[after] = (*chosen, id)
    return best.get((1 << len(needs)) - 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class OneStop(Generic[N]):
    """How far one stop is enough. `actors`: the fewest that meet the bundle; `houses`: behind how many doors.

    window: one actor has everything; door: units of one parent at the same place have it; houses: people go to several.
    """

    grade: Grade
    actors: tuple[N, ...]
    houses: int


def one_stop(
    offers: Mapping[N, Collection[str]],
    within: Collection[N],
    bundle: Collection[str],
    doors: Mapping[N, Collection[Hashable]],
) -> OneStop[N] | None:
    """The one-stop index of a bundle with its grade; None where the actors of `within` cannot meet it.

    `doors`: actor → the doors behind which it sits; an actor without stands behind its own.
    What it means to a council: units under one roof cost people one journey, even if several people work on it.

    Complexity: as fewest_providers, over actors and, where one is not enough, over doors.

    >>> offers = {"benefits": ["money"], "housing": ["flat"]}
    >>> one_stop(offers, list(offers), ["money", "flat"], {"benefits": ["hall"], "housing": ["hall"]}).grade
    'door'
    """
    actors = fewest_providers(offers, within, bundle)
    if actors is None:
        return None
    if len(actors) <= 1:
        return OneStop(grade="window", actors=actors, houses=len(actors))
    behind: dict[Hashable, set[str]] = {}
    for actor in within:
        for door in doors.get(actor, ()) or (("alone", actor),):
            behind.setdefault(door, set()).update(offers.get(actor, ()))
    houses = len(fewest_providers(behind, behind, bundle) or ())
    return OneStop(grade="door" if houses == 1 else "houses", actors=actors, houses=houses)


def _numbered(bundle: Collection[str]) -> dict[str, int]:
    """Need → its bit."""
    needs = {need: 1 << n for n, need in enumerate(sorted(set(bundle)))}
    if len(needs) > MOST_NEEDS:
        raise ValueError(f"{len(needs)} needs in one bundle, at most {MOST_NEEDS}")
    return needs


def _met(needs: Mapping[str, int], some: Collection[str]) -> int:
    return sum(needs[need] for need in set(some) if need in needs)


def _onwards(
    layer: Mapping[tuple[N, int], int],
    before: dict[tuple[N, int], tuple[N, int] | None],
    adjacent: Mapping[N, Collection[N]],
    met: Mapping[N, int],
    unsure: Collection[tuple[N, N]],
) -> dict[tuple[N, int], int]:
    """The states one hand-over further, none that was met earlier, each with the fewest unsure hand-overs."""
    after: dict[tuple[N, int], int] = {}
    for state, doubts in layer.items():
        for other in sorted(adjacent.get(state[0], ()), key=str):
            onward = (other, state[1] | met.get(other, 0))
            if onward in before and onward not in after:
                continue
            number = doubts + ((state[0], other) in unsure)
            if onward not in after or number < after[onward]:
                # A better walk takes its own place: a layer stands in the order of the walks' names.
                after.pop(onward, None)
                after[onward], before[onward] = number, state
    return after


def _walk(before: Mapping[tuple[N, int], tuple[N, int] | None], state: tuple[N, int] | None) -> Iterator[N]:
    found = []
    while state is not None:
        found.append(state[0])
        state = before[state]
    return reversed(found)
