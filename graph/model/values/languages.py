"""Languages in a cell: codes with the way they are spoken ("uk:interpreter:3")."""

from __future__ import annotations

import re
from functools import cache

from graph.model.values.language_names import LANGUAGES, OTHER_NAMES
from graph.model.values.problem import Problem, problem
from graph.model.values.text import one_line, strip_edges, tidy

MODES = ("staff", "interpreter", "remote", "volunteer")
_MODE_WORDS = (
    ("remote", re.compile(r"video|telefon|phone|remote|online", re.I)),
    ("volunteer", re.compile(r"ehrenamt|freiwillig|volunteer", re.I)),
    ("interpreter", re.compile(r"dolmetsch|sprachmittl|übersetz|interpret|translat", re.I)),
    ("staff", re.compile(r"mitarbeit|personal|muttersprach|beschäftigte|staff|native", re.I)),
)
_CODE = re.compile(r"([a-z]{2,3}(?:-[a-z]{2})?)(?::([a-z]+)(?::(\d{1,3}))?)?", re.I)
_SPLIT = re.compile(r"[,;/\n|+&•]|\bu\.\s|\b(?:und|and|sowie|oder|or|auch)\b(?![^()]*\))", re.I)
_DAYS = re.compile(r"(\d{1,3})\s*(?:werk|arbeits)?(?:tage?n?\b|days?\b)", re.I)
_LABEL = re.compile(r"^(?:sprachen?|languages?|in|auf)\s*:?\s+", re.I)
_ALSO = re.compile(r"^(?:nur|auch|teils|teilweise|etwas|bei bedarf|vor allem|v\.\s?a\.)\s+(?:in\s+|auf\s+)?", re.I)
_ON_REQUEST = re.compile(r"\s+(?:n\.\s?v\.?|nach (?:vereinbarung|absprache)|auf anfrage|bei bedarf|on request)$", re.I)
_SHORTENED, _SURELY_SHORTENED = 3, 4
"""Letters of a language's name that tell it, with a full stop behind them and without."""
_FOLDS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def clean_languages(raw: str) -> tuple[list[str], list[Problem]]:
    """Return the languages of a cell by code, with mode and lead days where they are told.

    >>> clean_languages('Deutsch, Ukrainisch (Dolmetscher)')[0]
    ['de', 'uk:interpreter']
    """
    found: list[str] = []
    problems: list[Problem] = []
    for piece in _pieces(_LABEL.sub("", tidy(raw))):
        name, mode = _parted(piece)
        closer = [code for part in re.split(r"[,/]", mode) if (code := _names().get(_fold(part)))]
        if closer and _names().get(_fold(name)):  # "Kurdisch (Sorani)" says which
            found += [code for code in closer if code not in found]
            continue
        code = _code(piece) or _named(name, mode)
        if code is None:
            problems.append(problem("language_not_understood", text=piece))
        elif code not in found:
            found.append(code)
        if code and mode and ":" not in code:
            problems.append(problem("language_note", text=mode))
    return found, problems


def language_name(code: str, lang: str) -> str:
    """The name of a language in German or English; an unknown code is shown as it is."""
    names = LANGUAGES.get(code.partition(":")[0])
    return code.partition(":")[0] if names is None else names[0 if lang == "de" else 1]


def _pieces(text: str) -> list[str]:
    """Cut at separators outside brackets."""
    masked = re.sub(r"\([^()]*\)", lambda match: "\0" * len(match.group()), text)
    pieces: list[str] = []
    start = 0
    for match in _SPLIT.finditer(masked):
        pieces.append(text[start : match.start()])
        start = match.end()
    pieces.append(text[start:])
    return [
        piece
        for piece in (strip_edges(_ON_REQUEST.sub("", _ALSO.sub("", one_line(piece)))) for piece in map(_full, pieces))
        if piece
    ]


def _full(piece: str) -> str:
    """A name that is cut short, "Arab.", in full where only one language begins so."""
    word = piece.strip().removesuffix(".")
    least = _SHORTENED if piece.strip().endswith(".") else _SURELY_SHORTENED
    start = _fold(word)
    if len(start) < least or not word.isalpha() or start in _names():
        return piece
    found = {code: names[0] for code, names in LANGUAGES.items() if _fold(names[0]).startswith(start)}
    return next(iter(found.values())) if len(found) == 1 else piece


def _parted(piece: str) -> tuple[str, str]:
    """The language's name and what is said of it in brackets, after "mit" or after a dash."""
    match = re.fullmatch(r"([^()]*?)\s*(?:\(([^()]*)\)?|\s(?:mit|with|via|über|per|-)\s(.*))", piece)
    return (match[1], match[2] or match[3] or "") if match else (piece, "")


def _code(piece: str) -> str | None:
    match = _CODE.fullmatch(piece)
    if match is None or (match[2] and match[2].lower() not in MODES):
        return None
    language = _known_codes().get(match[1].lower())
    rest = piece[len(match[1]) :].lower()
    return language + rest if language else None


def _named(name: str, mode: str) -> str | None:
    language = _names().get(_fold(name))
    if language is None or not mode:
        return language
    code = next((word for word, pattern in _MODE_WORDS if pattern.search(mode)), None)
    days = _DAYS.search(mode)
    return language if code is None else f"{language}:{code}:{days[1]}" if days else f"{language}:{code}"


@cache
def _known_codes() -> dict[str, str]:
    return {code.lower(): code for code in LANGUAGES}


@cache
def _names() -> dict[str, str]:
    own = {_fold(name): code for code, names in LANGUAGES.items() for name in names}
    return own | OTHER_NAMES


def _fold(name: str) -> str:
    text = re.sub(r"[^a-zäöüß]", "", name.lower()).translate(_FOLDS)
    return re.sub(r"sprachige?s?$", "", text)
