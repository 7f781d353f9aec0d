"""The index: documents in memory, found by words, synonyms, beginnings, likely spellings, parts and numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count, islice
from threading import Lock
from typing import Final

from graph.search.analyser import Word, analyse_word
from graph.search.facets import Facets
from graph.search.fusion import fuse
from graph.search.question import Question, Unit, any_part, expression, read
from graph.search.synonyms import Phrase, Synonyms
from graph.search.tables import MANY, Document, Tables
from graph.search.vocabulary import Vocabulary

__all__ = ["Document", "Hit", "Index"]

ENOUGH: Final = 10
"""Hits from which the looser readings of a question are not tried any more."""
MOST_LOOSE: Final = 30
"""Hits that a looser reading adds at most: they are guesses, and a list of guesses should end."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A document that answers, and by which readings of the question.

    `why` holds, the strictest first: "phone" (the number), "words" (all words), "synonyms" (all, or what means the
    same), "begins" (the last word's beginning), "spelling" (corrected), "any" (some words), "part" (a part of a word).
    """

    id: str
    score: float
    why: tuple[str, ...]


class Index:
    """Documents that any thread may search; one searches or changes at a time, and nobody sees half a change.

    A search costs by what it hits, hardly by what is stored.
    """

    def __init__(self, documents: Iterable[Document], synonyms: Mapping[str, Iterable[str]]) -> None:
        held = list(documents)
        self._lock = Lock()
        self._synonyms = Synonyms(synonyms)
        self._vocabulary = Vocabulary()
        self._vocabulary.add(self._synonyms.words.items())
        self._tables = Tables(names_only=len(held) > MANY)
        self._numbering = count(1)
        self._rows: dict[str, int] = {}
        self._ids: dict[int, str] = {}
        self._enter(held)
        self.facets = Facets(held)

    @classmethod
    def build(cls, documents: Iterable[Document], synonyms: Mapping[str, Iterable[str]] | None = None) -> Index:
        """Index documents. `synonyms` maps a name to what means the same, each of one word or several."""
        return cls(documents, synonyms or {})

    def __len__(self) -> int:
        return len(self._rows)

    def update(self, changed: Iterable[Document], removed: Iterable[str] = ()) -> None:
        """Take in new and changed documents and forget removed ones; ids that are not known are no error."""
        held = list({document.id: document for document in changed}.values())
        gone = list(removed)
        with self._lock:
            self._leave([*gone, *(document.id for document in held)])
            self._enter(held)
            self.facets = self.facets.updated(held, gone)

    def replace_synonyms(self, synonyms: Mapping[str, Iterable[str]]) -> None:
        """Search with other synonyms from now on: a coordinator edited the topics."""
        with self._lock:
            self._vocabulary.remove(self._synonyms.words)
            self._synonyms = Synonyms(synonyms)
            self._vocabulary.add(self._synonyms.words.items())

    def search(self, query: str, limit: int | None = None, within: Collection[str] | None = None) -> list[Hit]:
        """Documents that answer, best first; where `within` is given only those ids. Never raises for a text."""
        question = read(query, self._synonyms)
        with self._lock:
            allowed = None if within is None else {self._rows[key] for key in within if key in self._rows}
            ranked = fuse(self._rankings(question, allowed))[:limit]
            return [Hit(id=self._ids[row], score=score, why=why) for row, score, why in ranked]

    def suggest(self, query: str, limit: int = 5) -> tuple[str, ...]:
        """What may have been meant: the question with its unknown words corrected, then single words; () if known."""
        question = read(query, self._synonyms)
        with self._lock:
            near = [self._nearest(word) for word in question.words]
            written = [[self._vocabulary.written(surface) for surface in surfaces] for surfaces in near]
        changed = [word for word, own in zip(written, question.words, strict=True) if word != [own.written]]
        if not any(changed):
            return ()
        whole = " ".join(word[0] if word else own.written for word, own in zip(written, question.words, strict=True))
        return tuple(dict.fromkeys([whole, *(word for words in changed for word in words)]))[:limit]

    def _enter(self, documents: list[Document]) -> None:
        rows = [(next(self._numbering), document) for document in documents]
        self._tables.write(rows, self._vocabulary.add)
        self._rows.update((document.id, row) for row, document in rows)
        self._ids.update((row, document.id) for row, document in rows)

    def _leave(self, ids: Iterable[str]) -> None:
        rows = [row for key in dict.fromkeys(ids) if (row := self._rows.pop(key, None))]
        self._tables.drop(rows, self._vocabulary.remove)
        for row in rows:
            del self._ids[row]

    def _rankings(self, question: Question, allowed: set[int] | None) -> list[tuple[str, list[int]]]:
        """The strict readings always; a looser one only while those before it have found too little."""
        rankings: list[tuple[str, list[int]]] = []
        found: set[int] = set()
        for name, rows in self._strict(question):
            rankings.append((name, [row for row in rows if allowed is None or row in allowed]))
            found.update(rankings[-1][1])
        loose = self._loose(question)
        while len(found) < ENOUGH and (reading := next(loose, None)):
            name, rows = reading
            rankings.append(
                (name, list(islice((row for row in rows if allowed is None or row in allowed), MOST_LOOSE)))
            )
            found.update(rankings[-1][1])
        return rankings

    def _strict(self, question: Question) -> Iterator[tuple[str, Iterable[int]]]:
        if question.digits:
            yield "phone", self._tables.dialled(question.digits)
        if question.units:
            yield "words", self._tables.matching(expression([unit.words] for unit in question.units))
        if any(unit.synonyms for unit in question.units):
            yield "synonyms", self._tables.matching(expression(_phrases(unit) for unit in question.units))
        if question.unfinished and (units := self._completed(question)):
            yield "begins", self._tables.matching(expression(units))

    def _loose(self, question: Question) -> Iterator[tuple[str, Iterable[int]]]:
        if units := self._corrected(question):
            yield "spelling", self._tables.matching(expression(units))
        if question.units:
            yield "any", self._tables.matching(any_part(question))
        if pieces := [word.surface for word in question.words if len(word.surface) > 3]:
            yield "part", self._tables.containing(pieces)

    def _completed(self, question: Question) -> list[tuple[Phrase, ...]]:
        """The units with the last word replaced by longer words that begin so; empty when there is none."""
        last = question.words[-1]
        longer = self._words(self._vocabulary.completions(last.surface)) if len(last.surface) > 2 else ()
        if not longer:
            return []
        before = [_phrases(unit) for unit in question.units[:-1]]
        before += [((word,),) for word in question.units[-1].words[:-1]]
        return [*before, tuple((word,) for word in longer)]

    def _corrected(self, question: Question) -> list[tuple[Phrase, ...]]:
        """The units with unknown words joined by the nearest known ones; empty when nothing was corrected."""
        units = [self._corrected_unit(unit) for unit in question.units]
        return units if units != [_phrases(unit) for unit in question.units] else []

    def _corrected_unit(self, unit: Unit) -> tuple[Phrase, ...]:
        word = unit.words[0]
        if len(unit.words) > 1 or unit.synonyms:
            return _phrases(unit)
        near = self._words(self._nearest(word))
        synonyms = (phrase for other in near for phrase in self._synonyms.alternatives((other,)))
        return (unit.words, *((other,) for other in near if other != word), *synonyms)

    def _nearest(self, word: Word) -> list[str]:
        known = word.surface in self._vocabulary or self._tables.occurs(expression([[(word,)]]))
        return [] if known else self._vocabulary.nearest(word.surface)

    def _words(self, surfaces: Iterable[str]) -> tuple[Word, ...]:
        words = (analyse_word(surface) for surface in surfaces)
        return tuple(word for word in words if word is not None)


def _phrases(unit: Unit) -> tuple[Phrase, ...]:
    return (unit.words, *unit.synonyms)
