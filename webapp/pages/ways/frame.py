"""What the pages of ways share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from graph.network import name_of
from webapp.access import Permission
from webapp.figures import shown
from webapp.figures.shelf import Figures
from webapp.shown.reach import Link, phone_links
from webapp.visit import Visit


def named(here: Visit) -> bool:
    """Whether results name actors: for coordinators only; everyone else reads topics and places."""
    return here.may(Permission.EDIT)


def frame(here: Visit) -> tuple[Figures | None, dict[str, Any]]:
    """The visitor's figures, and what every page of ways is given."""
    figures = shown.last(here)
    return figures, {**shown.frame(here, figures), "named": named(here)}


class Named(NamedTuple):
    """An actor of a sentence, for coordinators: whom to ask, and what to enter when they have told it."""

    url: str
    name: str
    phone: Link | None
    enter: str


class Told(NamedTuple):
    """A sentence, how often it holds, and the actors whom it names."""

    text: str
    times: int
    named: list[Named]


def told(here: Visit, findings: Iterable[Mapping[str, Any]] | None, about: str = "") -> list[Told]:
    """Kept findings in words, each once: several places may have the same trouble. `about`: what the page is about,
    which no sentence repeats."""
    every = [(bare(shown.said(here, data), about), data) for data in findings or ()]
    times, which = Counter(text for text, _ in every), dict(every)
    return [Told(_linked(text, some), times[text], some) for text in times for some in [_actors(here, which[text])]]


def bare(text: str, name: str) -> str:
    """A sentence without the name that stands above it anyway."""
    left = text.removeprefix(f"{name}: ") if name else text
    return left[:1].upper() + left[1:]


def chosen(here: Visit, part: Mapping[str, Any] | None, name: str, about: str = "") -> list[Told]:
    """The list of a part that the visitor may read: by name, or by place."""
    return told(here, (part or {}).get(name if named(here) else f"{name}_at"), about)


def _actors(here: Visit, data: Mapping[str, Any]) -> list[Named]:
    entries, lang = data.get("entries", {}), here.lang
    ids = [*entries.get("actors", ()), *([entries["actor"]] if "actor" in entries else [])] if named(here) else []
    way = _ENTER.get(data["code"], "")
    return [
        Named(
            url=f"/{lang}/actor/{id}",
            name=name_of(here.network, id, lang),
            phone=next(iter(phone_links(here.network.entry(id).fields, lang)), None),
            enter=f"/{lang}/entries/referral/new?{way}={id}" if way else "",
        )
        for id in ids
        if id in here.network
    ]


_ENTER = {"referrals.end.dead_end": "sender", "referrals.unled": "receiver"}
"""What is missing of an actor whom a sentence names: a link from it, a link to it."""


def _linked(text: str, some: list[Named]) -> str:
    """The sentence with the names as links, the longest first: one name may be a part of another."""
    urls = {str(escape(one.name)): one.url for one in some}
    if not urls:
        return text
    every = "|".join(re.escape(name) for name in sorted(urls, key=len, reverse=True))
    return Markup(re.sub(every, lambda found: f'<a href="{escape(urls[found[0]])}">{found[0]}</a>', str(escape(text))))
