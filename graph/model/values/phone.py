"""Telephone numbers: a cell with any number of them in any German way of writing."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat, PhoneNumberType

from graph.model.values.problem import Problem, problem
from graph.model.values.text import strip_edges, tidy

_SHORTEST_BASE = 6
"""Digits before an extension: fewer are an area code before a number."""
_SHORT = re.compile(r"11[025]|116\d{3}|19222")
_EXTENSION = re.compile(r";ext=|(?<=\d)[\s,(-]*\b(?:durchwahl|dw|app(?:arat)?|nebenstelle|ext)\b[.:\s]*(?=\d)", re.I)
_NOTE = re.compile(r"\([^()]*[^\W\d_][^()]*\)")
_HARD = re.compile(r"[\n;|,]|\b(?:oder|und|or|and|bzw|sowie|u)\b\.?", re.I)
# A word after a digit begins the next number's label: "Tel. 07151 123 Fax 07151 124".
_NEXT_LABEL = re.compile(r"(?<=\d)\s+(?!ext\b)(?=[^\W\d_]{3,})", re.I)
_LABEL = re.compile(r"^[^\d+(]*")
_USUAL_LABEL = re.compile(r"(?:tel|telefon|fon|phone|mobil|mobile|handy|zentrale|nr|nummer|t|m)?", re.I)
_FAX = re.compile(r"fax", re.I)
_FAX_AFTER = re.compile(r"(?:(?:tele)?fax|f)\b", re.I)
_BOTH = re.compile(r"tel\w*\.?\s*(?:/|\+|&)\s*(?:tele)?fax", re.I)
# "03441 226-0": what stands before the extension, and the extension.
_WITH_EXTENSION = re.compile(r"((?:\+|\(?0)[\d\s()/.]*\d[\s)]*[-–]\s?)(\d{1,5})(?!\s?[\d–-])")
_LONE_EXTENSION = re.compile(
    r"(?:(?<=[\s,;/|(:&+])|^)(?:(?:dw|durchwahl|app(?:arat)?|nst)\b\.?:?\s*)?[-–]\s?(\d{1,5})(?!\s?[\d–-]|/\d)"
    r"|\b(?:dw|durchwahl|app(?:arat)?|nst)\b\.?:?\s*(\d{1,5})(?![\d/–-])",
    re.I,
)
_DIALLED = re.compile(r"[\d\s()+./\-]+(?:\s*ext\.\s*\d+)?")


def clean_phones(raw: str, default_area_code: str = "") -> tuple[list[str], list[Problem]]:
    """Return all numbers of a cell in E.164, with ';ext=' where an extension is given.

    Short codes such as 112 or 116117 stay as they are. `default_area_code` ("07151") is put before
    numbers written without one; without it they are reported and never guessed.
    """
    text = _EXTENSION.sub(" ext. ", tidy(raw))
    problems = [problem("phone_note", text=note) for note in _NOTE.findall(text)]
    text = spelled_out(_NEXT_LABEL.sub("\n", _NOTE.sub("\n", _BOTH.sub("Tel", text))))
    numbers: list[str] = []
    for piece in _HARD.split(text):
        found, trouble = _read_piece(piece.strip(), default_area_code)
        numbers += [number for number in found if number not in numbers]
        problems += trouble
    return numbers, problems


def spelled_out(text: str, switchboard: str = "") -> str:
    """Lone extensions with the number they belong to: the one before them in the text, else the `switchboard`'s.

    >>> spelled_out("03441 226-0, -15 oder -16"), spelled_out("DW -12", "03441 226-0")
    ('03441 226-0, 03441 226-15 oder 03441 226-16', '03441 226-12')
    """
    if not _LONE_EXTENSION.search(text):
        return text
    base, done, at = _base(switchboard), "", 0
    for found in sorted((*_WITH_EXTENSION.finditer(text), *_LONE_EXTENSION.finditer(text)), key=lambda m: m.start()):
        if found.start() < at:
            continue
        if found.re is _WITH_EXTENSION:
            base = _base(found[0]) or base
            whole = found[0]
        else:
            whole = _extended(base, switchboard, found[1] or found[2]) or found[0]
        done += text[at : found.start()] + whole
        at = found.end()
    return done + text[at:]


def is_mobile(number: str) -> bool:
    """Whether a canonical number belongs to a mobile phone."""
    if number.startswith("+49") and not number.startswith("+491"):
        return False  # most numbers of a list, told without parsing them again
    parsed = _parse(number)
    return parsed is not None and phonenumbers.number_type(parsed) == PhoneNumberType.MOBILE


@lru_cache(maxsize=4096)
def show_phone(number: str, lang: str) -> str:
    """The canonical number as people read it: German ones without the country, others with it."""
    parsed = None if _SHORT.fullmatch(number) else _parse(number)
    if parsed is None:
        return number
    extension, parsed.extension = parsed.extension, None
    german = parsed.country_code == 49
    form = PhoneNumberFormat.NATIONAL if german else PhoneNumberFormat.INTERNATIONAL
    shown = phonenumbers.format_number(parsed, form)
    word = "Durchwahl" if lang == "de" else "ext."
    return f"{shown}, {word} {extension}" if extension else shown


def _base(text: str) -> str:
    """What stands before a number's extension, "" where none is set apart."""
    found = _WITH_EXTENSION.search(text)
    return found[1] if found and sum(map(str.isdigit, found[1])) >= _SHORTEST_BASE else ""


def _extended(base: str, switchboard: str, extension: str) -> str:
    """A number with this extension; of a switchboard written in one piece only where all but the last digits agree."""
    if base:
        return f"{base}{extension}"
    numbers = _read_numbers(strip_edges(_LABEL.sub("", switchboard.split(",")[0])), "")[0] if switchboard else []
    n = len(extension)
    if n < 2 or not numbers or numbers[0][-n] != extension[0] or ";" in numbers[0]:
        return ""
    return numbers[0][:-n] + extension


def _read_piece(piece: str, area_code: str) -> tuple[list[str], list[Problem]]:
    label_match = _LABEL.match(piece)
    label = label_match.group() if label_match else ""
    rest = piece[len(label) :]
    label = strip_edges(label)
    if not rest:
        return [], [problem("phone_note", text=label)] if label and not _is_usual(label) else []
    if _FAX.search(label) or label.casefold() == "f":
        return [], [problem("fax", text=piece)]
    notes = [] if _is_usual(label) else [problem("phone_note", text=label)]
    numbers, trouble = _read_numbers(rest, area_code)
    return numbers, notes + trouble


def _is_usual(label: str) -> bool:
    return all(_USUAL_LABEL.fullmatch(word) for word in re.split(r"[\s.:]+", label))


def _read_numbers(text: str, area_code: str) -> tuple[list[str], list[Problem]]:
    """Read one number or several between slashes.

    A slash also follows an area code: the shortest run of parts that makes a number is one. So
    "07151/501-16/17" is one number and a leftover "17", which nobody can dial for sure.
    """
    parts = [part for part in re.split(r"\s*/\s*", text) if part]
    numbers: list[str] = []
    problems: list[Problem] = []
    while parts:
        number, size = _shortest(parts, area_code)
        if number:
            numbers.append(number)
        else:
            fax = _FAX_AFTER.match(parts[0])
            problems.append(problem("fax", text=parts[0]) if fax else problem("phone_not_understood", text=parts[0]))
        parts = parts[size:]
    return numbers, problems


def _shortest(parts: list[str], area_code: str) -> tuple[str | None, int]:
    for size in range(1, min(len(parts), 3) + 1):
        number = _canonical("/".join(parts[:size]), area_code)
        if number:
            return number, size
    return None, 1


def _canonical(text: str, area_code: str) -> str | None:
    text = text.strip(" .:-/")
    if not _DIALLED.fullmatch(text):
        return None
    digits = re.sub(r"\D", "", text)
    if _SHORT.fullmatch(digits):
        return digits
    if not text.startswith(("0", "+", "(")):
        if not area_code:
            return None
        text = area_code + text
    parsed = _parse(text)
    if parsed is None:
        return None
    number = phonenumbers.format_number(parsed, PhoneNumberFormat.E164)
    return f"{number};ext={parsed.extension}" if parsed.extension else number


def _parse(text: str) -> PhoneNumber | None:
    try:
        parsed = phonenumbers.parse(text, "DE")
    except NumberParseException:
        return None
    return parsed if phonenumbers.is_valid_number(parsed) else None
