"""Which topics a text names, for lists with headings of their own. Better no topic than a wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from graph.search.analyser import Word, analyse

THRESHOLD: Final = 0.5
"""Scores below are not reported."""
_NAME, _SYNONYM, _COMPOUND = 1.0, 0.9, 0.7
# Endings that say what kind of help it is and leave the topic as it is: "Suchtberatungsstelle" is about Sucht.
_KINDS: Final = frozenset(
    next(iter(analyse(word))).forms[0][0]
    for word in (
        "Amt Anbieter Angebot Anlaufstelle Antrag Beratung Beratungsstelle Betreuung Büro Dienst Einrichtung "
        "Erkrankung Fachstelle Förderung Gruppe Hilfe Information Kurs Laden Leistung Platz Projekt Stelle "
        "Stützpunkt Unterstützung Verfahren Vermittlung Versorgung Zentrum"
    ).split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Phrase:
    words: tuple[Word, ...]
    topic: str
    score: float


class Classifier:
    """Topics by code (or id), each with its name first and then its other words."""

    def __init__(self, topics: Mapping[str, Iterable[str]]) -> None:
        self._whole: dict[tuple[str, ...], list[_Phrase]] = {}
        self._parts: dict[tuple[str, ...], list[_Phrase]] = {}
        for topic, texts in topics.items():
            for at, text in enumerate(texts):
                self._add(text, topic, _SYNONYM if at else _NAME)
        self._lengths: dict[str, set[int]] = {}
        for key in self._whole:
            self._lengths.setdefault(key[0], set()).add(len(key))

    def topics_for(self, text: str) -> list[tuple[str, float]]:
        """(topic, score in 0.5 to 1) of what the text names, the surest first.

        A longer phrase hides the shorter ones within it, and a word counts for one phrase only: "Schulsozialarbeit"
        says nothing about schools in general. Abbreviations of up to four letters count only as they are written.
        """
        words = list(analyse(text))
        best: dict[str, float] = {}
        for phrase, certainty in self._named(words):
            best[phrase.topic] = max(best.get(phrase.topic, 0.0), round(phrase.score * certainty, 2))
        found = [(topic, score) for topic, score in best.items() if score >= THRESHOLD]
        return sorted(found, key=lambda pair: -pair[1])

    def _add(self, text: str, topic: str, score: float) -> None:
        words = tuple(analyse(text))
        if not words:
            return
        phrase = _Phrase(words=words, topic=topic, score=score)
        self._whole.setdefault(_key(words), []).append(phrase)
        if len(words) == 1:
            self._parts.setdefault(words[0].forms[-1], []).append(phrase)

    def _named(self, words: Sequence[Word]) -> Iterator[tuple[_Phrase, float]]:
        taken: set[int] = set()
        keys = _key(words)
        spans = ((length, at) for at, key in enumerate(keys) for length in self._lengths.get(key, ()))
        for length, start in sorted(spans, key=lambda span: (-span[0], span[1])):  # the longest first
            span = range(start, start + length)
            if span.stop > len(keys) or not taken.isdisjoint(span):
                continue
            phrases = self._whole.get(keys[start : span.stop], ())
            if exact := [p for p in phrases if _written_alike(p.words, words[start : span.stop])]:
                taken.update(span)
                yield from ((phrase, 1.0) for phrase in exact)
        for at, word in enumerate(words):
            if at not in taken and len(word.forms[-1]) > 1:
                yield from ((phrase, _COMPOUND) for phrase in self._within(word))

    def _within(self, word: Word) -> list[_Phrase]:
        """Topics of a compound's beginning, where its rest only says what kind of help it is."""
        parts = word.forms[-1]
        for length in range(len(parts) - 1, 0, -1):
            if not _KINDS.issuperset(parts[length:]):
                return []
            if phrases := self._parts.get(parts[:length]):
                return [phrase for phrase in phrases if len(phrase.words[0].written) > 4]
        return []


def _key(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.forms[0][0] for word in words)


def _written_alike(phrase: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether abbreviations of the phrase stand in the text in the same capitals: "BuT", not "but"."""
    pairs = zip(phrase, words, strict=True)
    return all(own.written == other.written for own, other in pairs if _is_abbreviation(own.written))


def _is_abbreviation(written: str) -> bool:
    return len(written) <= 4 and written[1:] != written[1:].lower()
