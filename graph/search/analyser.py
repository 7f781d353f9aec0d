"""Text to tokens, the same way for documents and for questions.

A word becomes one or more forms, each a tuple of tokens that belong together: its stem, an English stem where that
differs, and the parts of a compound. "Müller", "Mueller" and "Muller" are one word, and so are "Sprach-Café" and
"Sprachcafé".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Final

import snowballstemmer

from graph.search.compounds import fold_letters, lemma_of, parts_of
from graph.search.stopwords import STOP_WORDS

LONGEST_WORD: Final = 48


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """One word of a text: as written, folded, and the forms in which it is found."""

    written: str
    surface: str
    """Folded: lower case, no diacritics, letters and digits only."""
    forms: tuple[tuple[str, ...], ...]
    """What a question with this word asks for: alternatives, of each all tokens. The first is the word itself."""
    tokens: tuple[str, ...]
    """What a document with this word is indexed under: every token of every form and of every hyphenated part."""


def analyse(text: str) -> Iterator[Word]:
    """The words of a text in their order, without stop words."""
    yield from _known(text) if len(text) <= _SHORT else _words(text)


@lru_cache(maxsize=100_000)
def analyse_word(raw: str) -> Word | None:
    """One word, perhaps with hyphens inside; None for a stop word or a single letter."""
    parts = [folded for part in _PART.findall(raw) if not _means_nothing(folded := fold_letters(part)[:LONGEST_WORD])]
    if not parts:
        return None
    surface = "".join(parts)[:LONGEST_WORD]
    forms = dict.fromkeys(_forms(surface))
    indexed = list(forms)
    if len(parts) > 1:
        forms[tuple(_stem(part) for part in parts)] = None
        indexed += [form for part in parts for form in _forms(part)]
    tokens = dict.fromkeys(token for form in indexed for token in form)
    return Word(written=raw, surface=surface, forms=tuple(forms), tokens=tuple(tokens))


_SHORT: Final = 80
"""Names, topics and places come again and again in the documents of a network; longer texts hardly ever."""


def _words(text: str) -> Iterator[Word]:
    return (word for raw in _raw_words(text) if (word := analyse_word(raw)) is not None)


@lru_cache(maxsize=20_000)
def _known(text: str) -> tuple[Word, ...]:
    return tuple(_words(text))


# Letters of any script with what is joined to them by a hyphen, an apostrophe or a dot as in "e.V.".
_WORD: Final = re.compile(r"[^\W_]+(?:[-‐‑–'’.][^\W_]+)*")
_DIGIT: Final = re.compile(r"\d")
_PART: Final = re.compile(r"[^\W_]+")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
# Berater:innen, Lehrer*in, Beauftragte/r, Mieter(innen), Schüler/-innen: the ending says nothing for a search.
_GENDERED: Final = re.compile(r"(?<=[^\W\d_]{3})(?:[:*/·_]-?|\()(?:innen|inne|in|rin|r|n|m|s|e)(?:\)|(?![^\W_]))")
_GENDER_SIGNS: Final = frozenset(":*/·_(")
_INNER_CAPITAL: Final = re.compile(r"(?<=[a-zäöüß])In(?:nen)?(?![^\W_])")
_PARAGRAPH: Final = re.compile(r"(?:§+|\bpara?gra(?:ph|f)|\bsection)\s*(\d+\s?[a-z]?)(?![^\W_])", re.IGNORECASE)

_stemming = Lock()  # A snowball stemmer keeps the word it works on in itself.
_german = snowballstemmer.stemmer("german")
_english = snowballstemmer.stemmer("english")


def _raw_words(text: str) -> list[str]:
    return _WORD.findall(_normal(text))


def _normal(text: str) -> str:
    if not text.isascii():
        text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
    if not _GENDER_SIGNS.isdisjoint(text):
        text = _GENDERED.sub("", text)
    if "In" in text:
        text = _INNER_CAPITAL.sub("", text)
    if not _DIGIT.search(text):
        return text
    return _PARAGRAPH.sub(lambda found: f" par{found[1].replace(' ', '')} ", text)


def _means_nothing(part: str) -> bool:
    return part in _STOP_WORDS or (len(part) < 2 and part.isascii() and not part.isdigit())


def _forms(surface: str) -> Iterator[tuple[str, ...]]:
    parts = tuple(_stem(part) for part in parts_of(surface))
    if parts:
        # Made of its parts' stems, so that "Sprachkurse" and "Sprach-Kurs" are one word, whatever joins them.
        yield ("".join(parts),)
        yield parts
        return
    stem = _stem(surface)
    yield (stem,)
    if (english := _stem_english(surface)) not in (stem, surface):
        yield (english,)


@lru_cache(maxsize=100_000)
def _stem(surface: str) -> str:
    lemma = lemma_of(surface)
    if lemma in _KEPT:
        return lemma
    with _stemming:
        return str(_german.stemWord(lemma))


def _stem_english(surface: str) -> str:
    with _stemming:
        return str(_english.stemWord(surface))


_STOP_WORDS: Final = frozenset(map(fold_letters, STOP_WORDS))
# The stemmer takes the s of "Kurs" for an ending.
_KEPT: Final = frozenset({"kurs"})
