"""The same people under another name: counts that moved between two tables, as whoever compares them would guess."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations

Part = tuple[Hashable, int]
"""A count that somebody entered: which, and how many people it says."""
Coordinates = tuple[str, ...]


def made_of(then: Mapping[Part, Coordinates], now: Mapping[Part, Coordinates]) -> Iterator[tuple[Part, Sequence[Part]]]:
    """(a count of `now`, those of `then` that it adds up), as far as one of the coordinates parts them at most.

    An entry written anew, a status or language put right, areas that were joined: what went has to be as many people
    as what came. Such a guess may be wrong, but the numbers agree, so nobody is known worse for it.

    Complexity: O(counts that came · squares of those beside them that went).

    >>> then = {("x", 3): ("a", "uk"), ("y", 40): ("b", "uk")}
    >>> list(made_of(then, {("z", 43): ("joined", "uk")}))
    [(('z', 43), [('x', 3), ('y', 40)])]
    """
    gone, stays = _beside(then, now), frozenset(then.values())
    left = frozenset(now.values())
    for part, cell in now.items():
        if part in then:
            continue
        own = [one for one in gone.get((None, cell), ()) if cell in stays]
        for place in range(len(cell)):
            others = [one for one in gone.get((place, _without(cell, place)), ()) if then[one] not in left]
            found = next((some for some in _choices(own, others) if sum(n for _, n in some) == part[1]), None)
            if found:
                yield part, found
                break


def _beside(then: Mapping[Part, Coordinates], now: Mapping[Part, Coordinates]) -> dict[Hashable, list[Part]]:
    """Counts that went by all of their coordinates, and by all but one."""
    found: dict[Hashable, list[Part]] = {}
    for part, cell in sorted(then.items(), key=lambda pair: (pair[1], str(pair[0]))):
        if part not in now:
            for key in ((None, cell), *((place, _without(cell, place)) for place in range(len(cell)))):
                found.setdefault(key, []).append(part)
    return found


def _choices(own: list[Part], others: list[Part]) -> Iterator[list[Part]]:
    """What may have become one count: what stood there before, with others or without."""
    yield own
    for some in ([*others], *([one] for one in others), *map(list, combinations(others, 2))):
        yield [*own, *some]
        yield some


def _without(cell: Coordinates, place: int) -> Coordinates:
    return (*cell[:place], *cell[place + 1 :])
