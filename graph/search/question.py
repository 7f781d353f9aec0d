"""Reading a question: what somebody typed as words, phrases with their synonyms, and perhaps a telephone number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from graph.search.analyser import Word, analyse
from graph.search.synonyms import Phrase, Synonyms

MOST_LETTERS: Final = 200
MOST_WORDS: Final = 20


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One thing that is asked for: a word or a known phrase, and what else means the same."""

    words: Phrase
    synonyms: tuple[Phrase, ...]


@dataclass(frozen=True, kw_only=True)
class Question:
    """What was typed, read. Longer questions are cut, so that any text is answered in bounded time."""

    units: tuple[Unit, ...]
    digits: str
    """The national digits when the question is a number and nothing else, else ""."""
    unfinished: bool
    """Whether the last word may still be in the middle of being typed."""

    @property
    def words(self) -> tuple[Word, ...]:
        """Every word, in the order typed."""
        return tuple(word for unit in self.units for word in unit.words)


def read(text: str, synonyms: Synonyms) -> Question:
    """Read what somebody typed. Never raises: every text is a question, if only an empty one."""
    text = text[:MOST_LETTERS]
    words = tuple(islice(analyse(text), MOST_WORDS))
    return Question(
        units=tuple(_units(words, synonyms)),
        digits=national_digits(text) if _NUMBER.fullmatch(text.strip()) else "",
        unfinished=bool(words) and text.endswith(words[-1].written),
    )


def national_digits(text: str) -> str:
    """A telephone number's digits as dialled within Germany: "+49 (0) 7181 88-77" is "07181" and the rest."""
    digits = "".join(letter for letter in text if "0" <= letter <= "9")
    if text.lstrip().startswith("+49"):
        return "0" + digits[2:].lstrip("0")
    return "0" + digits[4:].lstrip("0") if digits.startswith("0049") else digits


def expression(units: Iterable[Iterable[Phrase]], joined_by: str = "AND") -> str:
    """A full-text expression: of every unit one phrase, of every phrase all words, of every word one form.

    Tokens hold letters and digits only, so that nothing typed is ever read as an operator.
    """
    stated = (" OR ".join(f"({_phrase(phrase)})" for phrase in unit) for unit in units)
    return f" {joined_by} ".join(f"({unit})" for unit in stated)


def any_part(question: Question) -> str:
    """The expression that any word of the question, any synonym and any part of a compound answers."""
    tokens = dict.fromkeys(token for word in question.words for form in word.forms for token in form)
    phrases = (_phrase(phrase) for unit in question.units for phrase in unit.synonyms)
    return " OR ".join([*(f'"{token}"' for token in tokens), *(f"({phrase})" for phrase in phrases)])


_NUMBER: Final = re.compile(r"[+(]?[0-9][0-9\s()/.+\-–]{2,40}")


def _units(words: tuple[Word, ...], synonyms: Synonyms) -> Iterator[Unit]:
    start = 0
    while start < len(words):
        length = synonyms.longest(words, start) or 1
        phrase = words[start : start + length]
        yield Unit(words=phrase, synonyms=synonyms.alternatives(phrase))
        start += length


def _phrase(phrase: Phrase) -> str:
    return " AND ".join(f"({_word(word)})" for word in phrase)


def _word(word: Word) -> str:
    return " OR ".join("(" + " AND ".join(f'"{token}"' for token in form) + ")" for form in word.forms)
