"""First letters of surnames, as offices share them out: "A–K", "L bis Z außer Sch", "Sa-Sz".

A surname is compared as DIN 5007-1 sorts it: ä stands with a, ß with ss, signs and spaces do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from graph.model.collation import plain
from graph.model.values.problem import Problem, problem
from graph.model.values.text import one_line

Span = tuple[str, str]
"""From the first prefix to the last one, both included and folded: ("l", "scg") begins at L and ends with Scg…"""

Held = Literal["all", "part", "none"]

LONGEST_PREFIX = 4
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_EVERYTHING: Span = ("a", "z")
_AFTER = "\uffff"
_WORDS = re.compile(
    r"\b(?:die\s+)?(?:anfangs)?buchstaben?\b:?|\b(?:familien|nach)namen?\b:?|\bvon\b|\beinschlie(?:ß|ss)lich\b|\beinschl\.|"
    r"\binkl(?:usive|\.)?|\bletters?\b:?|\bsurnames?\b:?|\bfrom\b",
    re.I,
)
_EXCEPT = re.compile(r"\b(?:außer|ausser|ohne|except|without|nicht)\b", re.I)
_TO = re.compile(r"\s*(?:\.{2,3}|[-–—−‐‑]|\b(?:bis|to)\b)\s*", re.I)
_BETWEEN = re.compile(r"\s*(?:[,;/+&|]|\b(?:und|sowie|and|u\.)(?:\s|$))\s*", re.I)
_PREFIX = re.compile(rf"[^\W\d_]{{1,{LONGEST_PREFIX}}}")
_ALL = re.compile(r"alle|all|a\s*-\s*z", re.I)


class _Part(NamedTuple):
    """One range as written, and what it holds."""

    text: str
    span: Span


class _Wrong(Exception):
    """Carries the code of a sentence and what it is about."""


def clean_letters(raw: str) -> tuple[str | None, list[Problem]]:
    """Write letters the one way: ranges with a long dash, commas between, exceptions at the end.

    >>> clean_letters("a bis K, sch und ST")
    ('A–K, Sch, St', [])
    >>> clean_letters("L-Z (außer Sch)")[0]
    'L–Z außer Sch'
    """
    text = one_line(raw)
    if not text:
        return None, []
    try:
        return "; ".join(_written(*group) for group in _groups(text)), []
    except _Wrong as wrong:
        code, about = wrong.args
        return None, [problem(code, text=about)]


@lru_cache(maxsize=4096)
def letter_spans(text: str) -> tuple[Span, ...] | None:
    """What letters hold, in order and without overlap; None where they can't be read.

    >>> letter_spans("L–Z außer Sch")
    (('l', 'scg'), ('sci', 'z'))
    """
    try:
        groups = _groups(one_line(text))
    except _Wrong:
        return None
    found: list[Span] = []
    for parts, excepted in groups:
        held = [part.span for part in parts]
        for each in excepted:
            held = [rest for span in held for rest in _without(span, each.span)]
        found += held
    return joined(found)


def holds(spans: Iterable[Span], name: str) -> Held:
    """Whether all, some or none of the surnames that begin like this are in the spans. "" begins every name.

    >>> holds(letter_spans("Sa–Sl"), "S"), holds(letter_spans("Sa–Sl"), "Özdemir"), holds(letter_spans("O"), "Özdemir")
    ('part', 'none', 'all')
    """
    asked = folded(name)
    first, after = (asked, asked + _AFTER) if asked else ("a", "z" + _AFTER)
    cut = [(max(_low(low), first), min(high + _AFTER, after)) for low, high in spans]
    held = [(low, high) for low, high in cut if low < high]
    if not held:
        return "none"
    return "all" if any(low <= _low(first) or low == first for low, high in held if high == after) else "part"


def folded(name: str) -> str:
    """The letters a surname is compared by; "" where it has none of the Latin alphabet at its beginning."""
    text = plain(name).replace(" ", "")
    return re.match(r"[a-z]*", text)[0]  # type: ignore[index]


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    found: list[Span] = []
    for low, high in sorted((_short_low(low), _short_high(high)) for low, high in spans):
        if found and low <= _next(found[-1][1]):
            found[-1] = (found[-1][0], _short_high(max(found[-1][1], high, key=lambda end: end + _AFTER)))
        else:
            found.append((low, high))
    return tuple(found)


def gaps(spans: Iterable[Span]) -> tuple[Span, ...]:
    """What of the alphabet no span holds.

    >>> show_spans(gaps(letter_spans("A–G, N–Z")))
    'H–M'
    """
    left: list[Span] = [_EVERYTHING]
    for each in spans:
        left = [rest for span in left for rest in _without(span, each)]
    return joined(left)


def shared(one: Iterable[Span], other: Iterable[Span]) -> tuple[Span, ...]:
    """What both hold."""
    second = tuple(other)
    found: list[Span] = []
    for low, high in one:
        for second_low, second_high in second:
            start = max(_low(low), _low(second_low))
            end = min(high + _AFTER, second_high + _AFTER)
            if start < end:
                found.append((start, end.removesuffix(_AFTER)))
    return joined(found)


def show_spans(spans: Iterable[Span]) -> str:
    """Spans as people write them: "H–M, Sch"."""
    ends = [(low, high + "z" * (len(low) - len(high)) if low.startswith(high) else high) for low, high in spans]
    return ", ".join(
        low.capitalize() if low == high else f"{low.capitalize()}–{high.capitalize()}" for low, high in ends
    )


def _groups(text: str) -> list[tuple[list[_Part], list[_Part]]]:
    """Groups between semicolons, each its ranges and its exceptions. Raises _Wrong."""
    if _ALL.fullmatch(_WORDS.sub("", text).strip()):
        return [([_Part("A–Z", _EVERYTHING)], [])]
    groups = []
    for each in re.split(r"[;\n]", text):
        said = _WORDS.sub(" ", each).strip()
        if said:
            stated, *excepted = _EXCEPT.split(re.sub(r"[()]", " ", said))
            parts = [part for piece in _pieces(stated) for part in _parts(piece)]
            less = [part for one in excepted for piece in _pieces(one) for part in _parts(piece)]
            if not parts or (excepted and not less):
                raise _Wrong("letters_not_understood", text)
            groups.append((parts, less))
    if not groups:
        raise _Wrong("letters_not_understood", text)
    return groups


def _pieces(text: str) -> list[str]:
    return [piece for piece in _BETWEEN.split(text.strip(" :")) if piece.strip(" .")]


def _parts(piece: str) -> list[_Part]:
    ends = [end.strip(" .:") for end in _TO.split(piece.strip())]
    if len(ends) == 1 and " " in ends[0]:  # "A B C"
        return [part for word in ends[0].split() for part in _parts(word)]
    if len(ends) > 2 or not all(_PREFIX.fullmatch(end) for end in ends):
        raise _Wrong("letters_not_understood", piece)
    first, last = ends[0], ends[-1]
    if len(ends) == 1 and len(first) > 2 and first.isupper() and first.lower() in _ALPHABET:  # "XYZ"
        first, last = first[0], first[-1]
    if len(last) == 1 and last.islower() and len(first) > 1:  # "Sa-z"
        last = first[:-1] + last
    span = (folded(first), folded(last))
    if not all(span) or len(span[0]) < len(plain(first)):
        raise _Wrong("letters_not_understood", piece)
    if span[0] > span[1] + _AFTER:
        raise _Wrong("letters_turned", piece)
    text = first.capitalize() if span[0] == span[1] else f"{first.capitalize()}–{last.capitalize()}"
    return [_Part(text, span)]


def _written(parts: list[_Part], excepted: list[_Part]) -> str:
    text = ", ".join(dict.fromkeys(part.text for part in parts))
    return f"{text} außer {', '.join(dict.fromkeys(part.text for part in excepted))}" if excepted else text


def _without(span: Span, less: Span) -> list[Span]:
    low, high = span
    rest = []
    if _low(low) < _low(less[0]):
        rest.append((low, min(_before(less[0]), high, key=lambda end: end + _AFTER)))
    if less[1] + _AFTER < high + _AFTER:
        rest.append((max(_next(less[1]), low, key=_low), high))
    return [one for one in rest if _low(one[0]) < one[1] + _AFTER]


def _low(prefix: str) -> str:
    """Where the names of a prefix begin. Nobody is called S alone, so Sa is where S begins."""
    return _short_low(prefix)


def _short_low(prefix: str) -> str:
    return prefix.rstrip("a") or "a"


def _short_high(prefix: str) -> str:
    return prefix.rstrip("z") or "z"


def _next(prefix: str) -> str:
    """The prefix after this one: K → L, Sz → T; after Z nothing comes."""
    short = _short_high(prefix)
    return "{" if short == "z" else short[:-1] + _ALPHABET[_ALPHABET.index(short[-1]) + 1]


def _before(prefix: str) -> str:
    """The prefix before this one: L → K, Sa → R, Sch → Scg."""
    short = _short_low(prefix)
    return "" if short == "a" else short[:-1] + _ALPHABET[_ALPHABET.index(short[-1]) - 1]
