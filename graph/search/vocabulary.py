"""The words that occur in what is searched, for words that are typed wrong or not to their end."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST_CORRECTED: Final = 4
"""Letters below which nothing is guessed: almost any three letters are one step from another word."""
MOST_COMPLETIONS: Final = 24


class Vocabulary:
    """Folded words with how often they occur and how they were first written. Not safe for threads by itself."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._written: dict[str, str] = {}
        self._sorted: list[str] | None = None
        self._by_length: dict[int, list[str]] = {}

    def __contains__(self, surface: str) -> bool:
        return surface in self._counts

    def written(self, surface: str) -> str:
        """The word as people write it."""
        return self._written.get(surface, surface)

    def add(self, words: Iterable[tuple[str, str]]) -> None:
        """Count (folded, as written) words once more."""
        for surface, written in words:
            count = self._counts.get(surface, 0)
            self._counts[surface] = count + 1
            if not count:
                self._written[surface] = written
                self._enter(surface)

    def remove(self, surfaces: Iterable[str]) -> None:
        """Count words once less; what no longer occurs is forgotten, also as a suggestion."""
        for surface in surfaces:
            self._counts[surface] -= 1
            if not self._counts[surface]:
                del self._counts[surface], self._written[surface]
                self._leave(surface)

    def completions(self, beginning: str) -> list[str]:
        """Longer words that begin so, the most frequent first."""
        words = islice(self._beginning(beginning), 40 * MOST_COMPLETIONS)
        found = sorted(words, key=lambda word: (-self._counts[word], word))
        return found[:MOST_COMPLETIONS]

    def nearest(self, surface: str, limit: int = 3, steps: int | None = None) -> list[str]:
        """Words that differ in the fewest letters, at most `steps` (default: by length); a swap counts once."""
        steps = _steps(len(surface)) if steps is None else steps
        if not steps:
            return []
        near = [(distance, word) for word, distance in self._near(surface, steps)]
        least = min((distance for distance, _ in near), default=0)
        near.sort(key=lambda pair: (pair[0], pair[1][:1] != surface[:1], -self._counts[pair[1]], pair[1]))
        return [word for distance, word in near if distance <= least][:limit]

    def _near(self, surface: str, steps: int) -> Iterator[tuple[str, int]]:
        for length in range(max(SHORTEST_CORRECTED - 1, len(surface) - steps), len(surface) + steps + 1):
            words = self._of_length(length)
            for word, distance, _ in extract(surface, words, scorer=OSA.distance, score_cutoff=steps, limit=20):
                yield word, int(distance)

    def _of_length(self, length: int) -> list[str]:
        if not self._by_length:
            for word in self._counts:
                self._by_length.setdefault(len(word), []).append(word)
        return self._by_length.get(length, [])

    def _beginning(self, beginning: str) -> Iterator[str]:
        if self._sorted is None:
            self._sorted = sorted(self._counts)
        for at in range(bisect_left(self._sorted, beginning), len(self._sorted)):
            if not self._sorted[at].startswith(beginning):
                return
            if self._sorted[at] != beginning:
                yield self._sorted[at]

    def _enter(self, surface: str) -> None:
        if self._sorted is not None:
            insort(self._sorted, surface)
        if self._by_length:
            self._by_length.setdefault(len(surface), []).append(surface)

    def _leave(self, surface: str) -> None:
        if self._sorted is not None:
            del self._sorted[bisect_left(self._sorted, surface)]
        if self._by_length:
            self._by_length[len(surface)].remove(surface)


def _steps(length: int) -> int:
    if length < SHORTEST_CORRECTED:
        return 0
    return 1 if length < 7 else 2 if length < 11 else 3
