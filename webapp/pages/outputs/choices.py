"""What an output can be asked for, in words."""

from __future__ import annotations

from collections.abc import Sequence

from graph.model.fields import Audience
from webapp.texts import plural_translator, translator

Options = list[tuple[str, str]]


def paper_options(lang: str, papers: Sequence[str]) -> Options:
    """Sizes of paper."""
    _ = translator(lang)
    names = {"a4": _("A4, zwei Spalten"), "a5": _("A5, für die Tasche")}
    return [(paper, names[paper]) for paper in papers]


def order_options(lang: str, orders: Sequence[str]) -> Options:
    """What a phone book is ordered by."""
    _ = translator(lang)
    names = {"letter": _("nach dem Alphabet"), "area": _("nach Gebiet"), "topic": _("nach Thema")}
    return [(order, names[order]) for order in orders]


def audience_options(lang: str, audiences: Sequence[Audience]) -> Options:
    """Whom something is for."""
    _ = translator(lang)
    names = {
        Audience.PUBLIC: _("alle: nur Öffentliches"),
        Audience.NETWORK: _("das Netzwerk"),
        Audience.COORDINATION: _("die Koordination: auch Nichtöffentliches"),
    }
    return [(audience.value, names[audience]) for audience in audiences]


def separator_options(lang: str) -> Options:
    """What stands between mail addresses."""
    _ = translator(lang)
    return [("semicolon", _("Semikolon ; (Outlook)")), ("comma", _("Komma , (Thunderbird, Apple, Gmail)"))]


def portion_options(lang: str, portions: Sequence[int]) -> Options:
    """How many addresses go into one mail."""
    _, _n = translator(lang), plural_translator(lang)
    return [(str(n), _n("höchstens {n}", "höchstens {n}", n) if n else _("alle auf einmal")) for n in portions]
