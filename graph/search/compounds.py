"""Taking German compounds apart by the field's own lexicon."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from graph.search.lexicon import HEADS, PARTS, WHOLES


@lru_cache(maxsize=100_000)
def fold_letters(word: str) -> str:
    """A word in lower case without diacritics; ä and ae, ö and oe, ü and ue, ß and ss become one."""
    letters = unicodedata.normalize("NFD", word.casefold())
    plain = "".join(letter for letter in letters if letter.isalnum())
    return _DIGRAPH.sub(r"\1", plain)


def lemma_of(surface: str) -> str:
    """The word a folded form stands for by the lexicon, or the form itself; also for "Bildungs-" with its joining s."""
    if surface in _LEMMAS or not surface.endswith("s"):
        return _LEMMAS.get(surface, surface)
    return _LEMMAS.get(surface[:-1], surface)


@lru_cache(maxsize=50_000)
def parts_of(surface: str) -> tuple[str, ...]:
    """The parts of a folded compound, each as the word it stands for; empty for a word that is no compound.

    The longest part is tried first. A word that is known as a whole is never split; where only the end is known, as the
    head of many compounds, the beginning stays as it is: "tigrinyakurs" is ("tigrinya", "kurs").
    """
    if len(surface) < 2 * _SHORTEST or _known_whole(surface):
        return ()
    return _split(surface, 0) or _split_at_head(surface)


# "ue" after a vowel or q is no umlaut: "neue", "Frauen", "Quelle".
_DIGRAPH: Final = re.compile(r"(?<![aeiouq])([aou])e")
_LINKS: Final = ("", "s", "n", "en", "es", "e", "er")
_ENDINGS: Final = ("", "e", "en", "n", "s", "es", "er", "ern", "innen", "in")
_SHORTEST: Final = 3
_SHORTEST_RIDER: Final = 4


def _entries(text: str) -> dict[str, str]:
    pairs = (entry.partition("=") for entry in text.split())
    return {fold_letters(form): fold_letters(word or form) for form, _, word in pairs}


_LEMMAS: Final = _entries(PARTS)
_WHOLES: Final = frozenset(map(fold_letters, WHOLES.split()))
_HEADS: Final = tuple(sorted(map(fold_letters, HEADS.split()), key=len, reverse=True))
_HEAD_ENDS: Final = tuple(head + ending for head in _HEADS for ending in _ENDINGS)
_LONGEST: Final = max(map(len, _LEMMAS))


def _known_whole(word: str) -> bool:
    stems = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return any(stem in _WHOLES or stem in _LEMMAS for stem in stems)


def _split(word: str, depth: int) -> tuple[str, ...]:
    if depth and (last := _last(word)):
        return (last,)
    for length in range(min(_LONGEST, len(word) - _SHORTEST), _SHORTEST - 1, -1):
        part = word[:length]
        if part not in _LEMMAS or depth > 4:
            continue
        for link in _LINKS:
            if word.startswith(link, length) and (rest := _split(word[length + len(link) :], depth + 1)):
                return (_LEMMAS[part], *rest)
    return ()


def _last(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and (stem := word[: len(word) - len(ending)]) in _LEMMAS and len(stem) >= _SHORTEST:
            return _LEMMAS[stem]
    return ""


def _split_at_head(word: str) -> tuple[str, ...]:
    if not word.endswith(_HEAD_ENDS):
        return ()
    for head in _HEADS:
        for ending in _ENDINGS:
            if not word.endswith(head + ending):
                continue
            rider = word[: len(word) - len(head + ending)]
            if len(rider) >= _SHORTEST_RIDER:
                return (_without_link(rider), _LEMMAS.get(head, head))
    return ()


def _without_link(rider: str) -> str:
    bare = rider[:-1] if rider.endswith("s") and len(rider) > _SHORTEST_RIDER + 1 else rider
    return _LEMMAS.get(bare, bare)
