"""A phone book as data: sections by letter, area or topic, each entry as the lines it is printed in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any, Final

from graph.model.codes import HEADINGS
from graph.model.collation import plain, sort_key
from webapp.outputs.listing import Function, Listed, Number
from webapp.texts import day, label, plural_translator, translator

PAPERS: Final = ("a4", "a5")
ORDERS: Final = ("letter", "area", "topic")
_LONG = 14
"""Lines of an entry above which it may be parted by the end of a page."""

Section = tuple[str, list[Listed]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cover:
    """What is said of the whole: all plain text."""

    network: str
    about: str
    notices: tuple[str, ...]
    mark: str
    """What stands at the foot of every page: whom it is for, or that it is a demo."""
    sources: str


def book(entries: Sequence[Listed], cover: Cover, *, paper: str, order: str, today: date, lang: str) -> dict[str, Any]:
    """What `phone_book.typ` is given. Costs by the entries, which by topic are printed under each of their headings."""
    _, _n = translator(lang), plural_translator(lang)
    sections = _ORDERS[order](entries, lang)
    anchors = {entry.id: f"e{number}" for number, entry in enumerate(entries)}
    free = set(anchors)
    return {
        "lang": lang,
        "paper": paper,
        "title": _("Telefonbuch"),
        "author": cover.network or "Knotenpunkt",
        "network": cover.network,
        "about": cover.about,
        "stand": _("Stand {day}", day=day(today, lang)),
        "count": _n("{n} Stelle", "{n} Stellen", len(entries)),
        "notices": [notice for notice in cover.notices if notice],
        "mark": cover.mark,
        "sources": cover.sources,
        "breaks": len(entries) > 40,
        "labels": {
            "contents": _("Inhalt"),
            "register": _("Alphabetisches Verzeichnis"),
            "page": _("Seite {page} von {last}", page="{page}", last="{last}"),
            "sources": _("Quellen"),
        },
        "sections": [
            {"title": title, "entries": [_entry(each, _anchor(each, anchors, free), lang) for each in found]}
            for title, found in sections
        ],
        "register": [] if order == "letter" else [[entry.name, anchors[entry.id]] for entry in entries],
    }


def by_letter(entries: Sequence[Listed], lang: str) -> list[Section]:
    """Ä stands with A, digits and signs come first under #."""
    found = groupby(entries, key=lambda entry: _letter(entry.name))
    return [(letter, list(group)) for letter, group in found]


def by_area(entries: Sequence[Listed], lang: str) -> list[Section]:
    """By where they are at home; who has no known area comes last."""
    nowhere = translator(lang)("Ohne Gebiet")
    areas = sorted({entry.area for entry in entries if entry.area[0]}, key=lambda area: sort_key(area[1]))
    sections = [(name, [e for e in entries if e.area[0] == id]) for id, name in areas]
    return _with_rest(sections, nowhere, [e for e in entries if not e.area[0]])


def by_topic(entries: Sequence[Listed], lang: str) -> list[Section]:
    """Under each of the ten headings those who help with it, there with the services it is about."""
    sections = [
        (label(names, lang), [_about(entry, code) for entry in entries if code in entry.headings])
        for code, names in HEADINGS.items()
    ]
    rest = [entry for entry in entries if not entry.headings]
    return _with_rest([section for section in sections if section[1]], translator(lang)("Ohne Thema"), rest)


_ORDERS: Final[Mapping[str, Callable[[Sequence[Listed], str], list[Section]]]] = {
    "letter": by_letter,
    "area": by_area,
    "topic": by_topic,
}


def _with_rest(sections: list[Section], title: str, rest: list[Listed]) -> list[Section]:
    return [*sections, (title, rest)] if rest else sections


def _about(entry: Listed, heading: str) -> Listed:
    return replace(entry, services=tuple(s for s in entry.services if heading in s.headings))


def _letter(name: str) -> str:
    first = plain(name)[:1].upper()
    return first if first.isalpha() else "#"


def _anchor(entry: Listed, anchors: Mapping[str, str], free: set[str]) -> str:
    """The mark that the register leads to: at the first of several places."""
    if entry.id not in free:
        return ""
    free.discard(entry.id)
    return anchors[entry.id]


def _entry(entry: Listed, anchor: str, lang: str) -> dict[str, Any]:
    _ = translator(lang)
    part_of = _("gehört zu {name}", name=entry.parent) if entry.parent else ""
    lines = [
        (_("Telefonzeiten"), entry.phone_hours),
        (_("Öffnungszeiten"), entry.hours),
        (_("Termin"), _("nach Vereinbarung") if entry.by_appointment else ""),
        *((_("Anschrift"), address.line) for address in entry.addresses),
        (_("E-Mail"), ", ".join(entry.mails)),
        (_("Sprachen"), entry.languages),
    ]
    said = [[name, text] for name, text in lines if text]
    functions = [_function(each) for each in entry.functions]
    return {
        "name": entry.name,
        "anchor": anchor,
        "kind": " · ".join(part for part in (entry.sector, entry.area[1], part_of) if part),
        "services": _services(entry),
        "numbers": [[number.text, number.whose] for number in entry.numbers],
        "lines": said,
        "functions": functions,
        "long": len(said) + len(functions) + len(entry.numbers) > _LONG,
    }


def _services(entry: Listed) -> str:
    """Their names, each once; those that only repeat the actor's name say nothing."""
    names = dict.fromkeys(service.name for service in entry.services)
    return " · ".join(name for name in names if plain(name) != plain(entry.name))


def _function(function: Function) -> list[str]:
    who = ", ".join(part for part in (function.function, function.person) if part)
    return [who, ", ".join([*_texts(function.numbers), *function.mails])]


def _texts(numbers: Iterable[Number]) -> list[str]:
    return [number.text for number in numbers]
