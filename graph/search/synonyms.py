"""Words that mean the same: a topic's name with its synonyms, of one word or several."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from graph.search.analyser import Word, analyse

MOST_WORDS: Final = 5
MOST_ALTERNATIVES: Final = 48

Phrase = tuple[Word, ...]


class Synonyms:
    """Groups of phrases; a phrase of a question finds what the others of its groups find."""

    def __init__(self, groups: Mapping[str, Iterable[str]]) -> None:
        self._members: dict[tuple[str, ...], list[int]] = {}
        self._groups: list[tuple[Phrase, ...]] = []
        self.words: dict[str, str] = {}
        """Folded → as written, of every word in a group: typing errors are corrected towards them too."""
        for name, others in groups.items():
            self._add(dict.fromkeys((name, *others)))

    def longest(self, words: Sequence[Word], start: int) -> int:
        """How many of the words from `start` on make the longest phrase that is known, 0 for none."""
        for length in range(min(MOST_WORDS, len(words) - start), 0, -1):
            if _key(words[start : start + length]) in self._members:
                return length
        return 0

    def alternatives(self, words: Sequence[Word]) -> tuple[Phrase, ...]:
        """The other phrases of the groups these words belong to; the group's name comes first."""
        key = _key(words)
        found = (phrase for group in self._members.get(key, ()) for phrase in self._groups[group])
        others = dict.fromkeys(phrase for phrase in found if _key(phrase) != key)
        return tuple(others)[:MOST_ALTERNATIVES]

    def _add(self, texts: Iterable[str]) -> None:
        phrases: dict[tuple[str, ...], Phrase] = {}
        for text in texts:
            words = tuple(analyse(text))[:MOST_WORDS]
            if words and (key := _key(words)) not in phrases:
                phrases[key] = words
                self._members.setdefault(key, []).append(len(self._groups))
            self.words.update((word.surface, word.written) for word in words)
        self._groups.append(tuple(phrases.values()))


def _key(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.forms[0][0] for word in words)
