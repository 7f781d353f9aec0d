"""The languages somebody is helped in, with the way they are spoken."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model.codes import LANGUAGE_MODES
from graph.model.values.languages import language_name
from webapp.texts import label, plural_translator


def spoken(stated: Iterable[str], lang: str) -> list[tuple[str, str]]:
    """(language, how) for "uk:interpreter:3"; how is "" where it is not known."""
    return [_one(each, lang) for each in stated]


def names(stated: Iterable[str], lang: str) -> str:
    """The languages' names in one line, each once."""
    return ", ".join(dict.fromkeys(language_name(each, lang) for each in stated))


def choice(value: str, lang: str) -> str:
    """A facet's value: "uk" or "uk:interpreter"."""
    name, how = _one(value, lang)
    return f"{name} – {how}" if how else name


def _one(stated: str, lang: str) -> tuple[str, str]:
    code, _, rest = stated.partition(":")
    mode, _, lead = rest.partition(":")
    how = label(LANGUAGE_MODES[mode], lang) if mode in LANGUAGE_MODES else ""
    if lead.isdigit() and int(lead):
        ahead = plural_translator(lang)("{n} Tag vorher anmelden", "{n} Tage vorher anmelden", int(lead))
        how = f"{how}, {ahead}" if how else ahead
    return language_name(code, lang), how
