"""A stored value as a form shows it, so that what is not touched cleans to the very same value."""

from __future__ import annotations

from typing import Any

from graph.model.canonical import canonical, digest
from graph.model.changes import Fields
from graph.model.clean import as_text, clean
from graph.model.codes import LANGUAGE_MODES
from graph.model.fields import Field, Type
from graph.model.values.hours_show import show_hours
from graph.model.values.languages import language_name
from graph.model.values.phone import show_phone

Values = list[str]
"""What one field of a form holds: chosen ids or codes, else one text (none when empty)."""

LISTED = frozenset({Type.REF, Type.REFS, Type.CODES})
"""Types whose values stand apart in a form."""


def shown(kind: str, field: Field, fields: Fields, lang: str) -> Values:
    """A field of an entry as its form shows it. The first of several readings that cleans to the same value."""
    value = fields.get(field.name)
    if field.name == "audience" and value == "public":
        return []  # says no more than nothing stated
    if field.type in LISTED:
        return [] if value is None else [value] if isinstance(value, str) else list(value)
    wanted = {n: fields.get(n) for n in (field.name, f"{field.name}_text") if n == field.name or n in fields}
    for text in _readings(field, fields, lang):
        if text and _same(clean(kind, {field.name: text}).fields, wanted):
            return normal([text])
    return normal([as_text(field, fields)])


def normal(values: Values) -> Values:
    """Values without what a browser adds or a person does not see: other line ends, space at the ends, empty ones."""
    return [v for v in (v.replace("\r\n", "\n").strip() for v in values) if v]


def mark(values: Values) -> str:
    """A short mark of values: tells whether a field is as it was when the form was opened."""
    return digest(canonical(normal(values)))[:12]


def _same(cleaned: dict[str, Any], wanted: dict[str, Any]) -> bool:
    return all(cleaned.get(name) == value for name, value in wanted.items())


def _readings(field: Field, fields: Fields, lang: str) -> list[str]:
    value = fields.get(field.name)
    if field.type is Type.HOURS and value and not fields.get(f"{field.name}_text"):
        return [_hours(value, lang), _hours(value, "de")]
    if value is None:
        return []
    match field.type:
        case Type.PHONES:
            return ["\n".join(show_phone(number, lang) for number in value)]
        case Type.LANGUAGES:
            return ["\n".join(language(each, lang) for each in value)]
        case Type.DAY:
            return [day(value, lang)]
        case Type.MOMENT:
            return [f"{day(value[:10], lang)} {value[11:16]}"]
        case Type.NUMBER:
            return [f"{value:g}".replace(".", ","), str(value).replace(".", ",")] if lang == "de" else [f"{value:g}"]
    return []


def day(value: str, lang: str) -> str:
    """An ISO date, month or year as it is typed: 3.11.2026, 11.2026, 2026; in English as it is stored."""
    return ".".join(part.lstrip("0") for part in reversed(value.split("-"))) if lang == "de" else value


def language(value: str, lang: str) -> str:
    """A language with the way it is spoken: Ukrainisch (Dolmetschen vor Ort, 3 Tage)."""
    code, _, rest = value.partition(":")
    mode, _, days = rest.partition(":")
    if not mode:
        return language_name(code, lang)
    said = LANGUAGE_MODES[mode][0 if lang == "de" else 1] if mode in LANGUAGE_MODES else mode
    lead = (f", {days} Tage" if lang == "de" else f", {days} days") if days else ""
    return f"{language_name(code, lang)} ({said}{lead})"


def _hours(osm: str, lang: str) -> str:
    return "\n".join(f"{days} {times}".strip() for days, times in show_hours(osm, lang))
