"""The pages' own texts: German in the templates, English from `translations/en`."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal
from markupsafe import Markup

LANGUAGES: dict[str, str] = {"de": "Deutsch", "en": "English"}
"""Complete languages, each by its own name."""

ZONE = ZoneInfo("Europe/Berlin")
_FOLDER = Path(__file__).parent / "translations"

Translate = Callable[..., str]


@cache
def translator(lang: str) -> Translate:
    """`_` of a language: the text with `{name}` filled in."""
    known = _catalogue(lang)

    def translate(text: str, /, **params: object) -> str:
        said = known.gettext(text)
        return said.format_map(params) if params else said

    return translate


@cache
def plural_translator(lang: str) -> Translate:
    """`_n` of a language: singular or plural by `n`, with `{n}` and other names filled in."""
    known = _catalogue(lang)

    def translate(one: str, many: str, n: int, /, **params: object) -> str:
        return known.ngettext(one, many, n).format(n=number(n, lang), **params)

    return translate


def N_(text: str) -> str:
    """Marks a text that is said later, so that the catalogue learns of it where it is written."""
    return text


def label(pair: tuple[str, str], lang: str) -> str:
    """The German or English of a pair of the vocabulary."""
    return pair[0] if lang == "de" else pair[1]


def german(text: str, lang: str) -> str:
    """What an entry says in German, marked as German on pages of another language so that it is read aloud right."""
    return Markup('<span lang="de">{}</span>').format(text) if text and lang != "de" else text


def day(value: str | date, lang: str) -> str:
    """A date as people of the language write it: 3.11.2026, 3 Nov 2026."""
    when = date.fromisoformat(value[:10]) if isinstance(value, str) else value
    return _day(when, lang)


def moment(value: datetime, lang: str) -> str:
    """A point in time in the place's own time."""
    local = value.astimezone(ZONE) if value.tzinfo else value
    return format_datetime(local, "d.M.y, H:mm 'Uhr'" if lang == "de" else "d MMM y, HH:mm", locale=lang)


@lru_cache(maxsize=4096)
def number(value: float, lang: str) -> str:
    """A number with the language's separators."""
    return str(value) if isinstance(value, int) and 0 <= value < 1000 else format_decimal(value, locale=lang)


@cache
def _day(when: date, lang: str) -> str:
    return format_date(when, "d.M.y" if lang == "de" else "d MMM y", locale=lang)


@cache
def _catalogue(lang: str) -> gettext.NullTranslations:
    return gettext.translation("messages", _FOLDER, [lang], fallback=True)
