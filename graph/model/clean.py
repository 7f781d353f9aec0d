"""The one way to clean and check values: forms, imports and the API all pass through `clean`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graph.model.errors import Fault
from graph.model.fields import Field, KindSpec, Type
from graph.model.schema import kind
from graph.model.values.dates import clean_date
from graph.model.values.hours import clean_hours
from graph.model.values.languages import clean_languages
from graph.model.values.letters import clean_letters
from graph.model.values.mail import clean_mails
from graph.model.values.numbers import clean_bool, clean_int, clean_number
from graph.model.values.phone import clean_phones
from graph.model.values.postal import clean_postcode
from graph.model.values.problem import Problem
from graph.model.values.web import clean_websites

Raw = Mapping[str, str | Sequence[str]]

LONGEST = {Type.TEXT: 500, Type.PROSE: 20_000, Type.TEXTS: 50_000}
_HARMLESS = frozenset({"value.fax"})
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_POINT = re.compile(r"[+-]?\d{1,3}\.\d+")
_MOST = 1_000_000_000
"""No count of people or places is larger, and what shows numbers need not cope with hundreds of digits."""

_ANY = (-1e15, 1e15)
_RANGES = {
    "latitude": (-90.0, 90.0),
    "longitude": (-180.0, 180.0),
    "percent": (0.0, 100.0),
    "waiting_weeks": (0.0, 1_000.0),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Cleaned:
    """What became of raw values.

    `fields` names every given field: its value, or None where nothing is known. `faults` are values that can't be
    taken; `notes` are what a reader should know of values that were taken (opening hours that stay partly text).
    """

    fields: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    notes: list[Fault] = field(default_factory=list)


def clean(name: str, raw: Raw) -> Cleaned:
    """Clean the given fields of a kind. Fields that are not given are left alone, unknown ones raise KeyError.

    >>> clean("actor", {"name": " Stadt  Zeitz ", "phones": "03441 / 83-0"}).fields
    {'name': 'Stadt Zeitz', 'phones': ['+493441830']}
    """
    return cleaned(kind(name), raw)


def cleaned(spec: KindSpec, raw: Raw) -> Cleaned:
    """As `clean`, for fields that are stated as those of a kind are: what a plan's moves are made of."""
    done = Cleaned()
    for given, value in raw.items():
        each = spec.field(given)
        _clean_one(each, value, done)
        if each.required and done.fields.get(given) is None and not any(f.field == given for f in done.faults):
            done.faults.append(Fault(field=given, code="value.required", params={}))
    return done


def missing(name: str, fields: Mapping[str, Any]) -> list[Fault]:
    """A fault for each required field that an entry does not have."""
    return [
        Fault(field=f.name, code="value.required", params={})
        for f in kind(name).fields
        if f.required and fields.get(f.name) in (None, "", [])
    ]


def clean_value(each: Field, raw: str) -> tuple[Any, list[Problem]]:
    """(value, problems) of one text for a field that is neither a list of lines or codes nor opening hours."""
    return _CLEANERS[each.type](each, raw)


def in_range(each: Field, value: float) -> bool:
    """Whether a number lies where the field's may lie."""
    low, high = _RANGES.get(each.name, _ANY)
    return low <= value <= high


def as_text(each: Field, fields: Mapping[str, Any]) -> str:
    """A field's value as people type it; cleaning that gives the same value again."""
    value = fields.get(each.name)
    if each.type is Type.HOURS:
        return str(fields.get(f"{each.name}_text") or value or "")
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(str(v) for v in value)
    if isinstance(value, bool):
        return "ja" if value else "nein"
    return str(value)


def one_line(raw: str) -> str:
    """A text on one line: composed, without unseen characters and runs of space."""
    if raw.isprintable() and unicodedata.is_normalized("NFC", raw):  # most cells are: nothing to take out
        return " ".join(raw.split())
    return " ".join(_plain(raw).split())


def prose(raw: str) -> str:
    """A text of several lines, each without trailing space."""
    lines = [" ".join(line.split()) for line in _plain(raw).replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _clean_one(each: Field, value: str | Sequence[str], done: Cleaned) -> None:
    text = value if isinstance(value, str) else "\n".join(value)
    if not text.strip():
        done.fields[each.name] = None
        if each.type is Type.HOURS:
            done.fields[f"{each.name}_text"] = None
    elif each.type is Type.HOURS:
        _clean_hours(each, text, done)
    elif each.type in (Type.REFS, Type.CODES, Type.TEXTS):
        _clean_several(each, [value] if isinstance(value, str) else value, done)
    else:
        result, problems = _CLEANERS[each.type](each, text)
        done.fields[each.name] = result if result not in ("", []) else None
        _tell(each.name, problems, done)


def _clean_hours(each: Field, text: str, done: Cleaned) -> None:
    read = clean_hours(text)
    done.fields[each.name] = read.osm or None
    whole = read.osm and not read.left_over
    done.fields[f"{each.name}_text"] = None if whole else prose(text)
    if read.by_appointment and each.name == "hours":
        done.fields.setdefault("by_appointment", True)
    done.notes.extend(Fault(field=each.name, code=p.code, params=p.params) for p in read.problems)


def _clean_several(each: Field, values: Sequence[str], done: Cleaned) -> None:
    parts = [one_line(part) for value in values for part in value.splitlines()]
    unique = list(dict.fromkeys(part for part in parts if part))
    if each.type is Type.CODES:
        unknown = [u for u in unique if u not in each.options]
        _tell(each.name, [Problem(code="value.unknown_code", params={"text": u}) for u in unknown], done)
        unique = [u for u in unique if u in each.options]
    if sum(map(len, unique)) > LONGEST[Type.TEXTS]:
        _tell(each.name, [_too_long(LONGEST[Type.TEXTS])], done)
        unique = []
    done.fields[each.name] = unique or None


def _tell(name: str, problems: Sequence[Problem], done: Cleaned) -> None:
    for each in problems:
        where = done.notes if each.code in _HARMLESS else done.faults
        where.append(Fault(field=name, code=each.code, params=each.params))


def _text(each: Field, raw: str) -> tuple[Any, list[Problem]]:
    text = prose(raw) if each.type is Type.PROSE else one_line(raw)
    if len(text) > LONGEST[each.type]:
        return None, [_too_long(LONGEST[each.type])]
    if each.name == "postcode":
        return clean_postcode(text)
    if each.name == "letters":
        return clean_letters(text)
    return text, []


def _count(raw: str) -> tuple[Any, list[Problem]]:
    value, problems = clean_int(raw)
    if value is not None and not 0 <= value <= _MOST:
        params = {"text": one_line(raw)[:60], "low": "0", "high": str(_MOST)}
        return None, [Problem(code="value.out_of_range", params=params)]
    return value, problems


def _number(each: Field, raw: str) -> tuple[Any, list[Problem]]:
    if each.exact and _POINT.fullmatch(raw.strip()):
        value: float | None = float(raw)  # coordinates come with a point, which elsewhere parts thousands
        problems: list[Problem] = []
    else:
        value, problems = clean_number(raw)
    low, high = _RANGES.get(each.name, _ANY)
    if value is not None and not in_range(each, value):
        return None, [
            Problem(code="value.out_of_range", params={"text": one_line(raw), "low": f"{low:g}", "high": f"{high:g}"})
        ]
    return value, problems


def _code(each: Field, raw: str) -> tuple[Any, list[Problem]]:
    code = one_line(raw)
    return (code, []) if code in each.options else (None, [Problem(code="value.unknown_code", params={"text": code})])


def _moment(each: Field, raw: str) -> tuple[Any, list[Problem]]:
    try:
        return datetime.fromisoformat(raw.strip()).replace(tzinfo=None).isoformat(timespec="minutes"), []
    except ValueError:
        pass
    day, _, time = raw.strip().partition(" ")
    date, problems = clean_date(day)
    found = re.fullmatch(r"(\d{1,2})[:.](\d{2})(?: Uhr)?", time.strip())
    if date is None or not found or int(found[1]) > 23 or int(found[2]) > 59:
        return None, problems or [Problem(code="value.moment", params={"text": one_line(raw)})]
    return f"{date}T{int(found[1]):02}:{found[2]}", []


def _plain(raw: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFC", raw))


def _too_long(limit: int) -> Problem:
    return Problem(code="value.too_long", params={"limit": str(limit)})


_Cleaner = Callable[[Field, str], tuple[Any, list[Problem]]]

_CLEANERS: dict[Type, _Cleaner] = {
    Type.TEXT: _text,
    Type.PROSE: _text,
    Type.CODE: _code,
    Type.FLAG: lambda _, raw: clean_bool(raw),
    Type.COUNT: lambda _, raw: _count(raw),
    Type.NUMBER: _number,
    Type.DAY: lambda _, raw: clean_date(raw),
    Type.MOMENT: _moment,
    Type.PHONES: lambda _, raw: clean_phones(raw),
    Type.MAILS: lambda _, raw: clean_mails(raw),
    Type.WEBSITES: lambda _, raw: clean_websites(raw),
    Type.LANGUAGES: lambda _, raw: clean_languages(raw),
    Type.REF: lambda _, raw: (raw.strip(), []),
    Type.OUTLINE: lambda _, raw: (raw, []),
}
