"""What the figures say of the visitor's own actor: it reads this before anybody else does, and nobody else's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from graph.analysis.finding import Finding, told
from graph.model.changes import EntryId
from graph.network import name_of
from webapp.figures.shelf import Figures
from webapp.pages.survey.speaking import own_actors
from webapp.visit import Visit

Data = Mapping[str, Any]


class Own(NamedTuple):
    """An actor that the visitor speaks for, and what is said of it."""

    url: str
    name: str
    said: list[str]


def on_ways(here: Visit, figures: Figures | None) -> list[Own]:
    """For the pages of ways: where people go on from here, and whether anybody leads here."""
    return _each(here, figures, _ways)


def on_structure(here: Visit, figures: Figures | None) -> list[Own]:
    """For the pages of structure: what others rely on."""
    return _each(here, figures, _structure)


def _each(here: Visit, figures: Figures | None, found: Any) -> list[Own]:
    if figures is None:
        return []
    return [
        Own(
            f"/{here.lang}/actor/{id}",
            name_of(here.network, id, here.lang),
            [told(here.network, one, here.lang) for one in found(figures, id)],
        )
        for id in own_actors(here)
        if id in here.network
    ]


def _ways(figures: Figures, id: EntryId) -> Iterable[Finding]:
    for data in _naming(figures, "ends", id):
        kind, number = data["code"].rpartition(".")[2], len(data["entries"]["actors"])
        yield Finding(code=f"referrals.own.{kind}", values={"senders": data["values"]["senders"], "number": number})
    for data in _naming(figures, "rings", id):
        entries = data["entries"]
        number = {"number": len(entries["actors"])}
        yield Finding(code="referrals.own.ring", entries={"topic": entries["topic"]}, values=number)
    for data in _naming(figures, "follow_ons", id):
        entries = {name: data["entries"][name] for name in ("topic", "then")}
        yield Finding(code="referrals.own.follow_on", entries=entries, values=data["values"])
    if _naming(figures, "unled", id):
        yield Finding(code="referrals.own.unled")
    if topics := (figures.part("relied_on") or {}).get(id):
        yield Finding(code="referrals.own.relied_on", entries={"topics": tuple(topics)})


def _structure(figures: Figures, id: EntryId) -> Iterable[Finding]:
    alone = tuple(EntryId(topic) for topic, actor in figures.part("hanging") or () if actor == id)
    if alone:
        yield Finding(code="structure.own.hanging", entries={"topics": alone})
    data = figures.part("structure") or {}
    for actor, pairs in data.get("dropped", ()):
        if actor == id:
            yield Finding(code="structure.own.dropped", values={"pairs": pairs})
    for one, other, actors in data.get("translating", ()):
        if id in actors:
            codes = {"one": ("sectors", one), "other": ("sectors", other)}
            yield Finding(code="structure.own.translating", codes=codes)


def _naming(figures: Figures, part: str, id: EntryId) -> list[Data]:
    """The kept findings of a part that name an actor."""
    found = figures.part(part) or ()
    return [data for data in found if id in data["entries"].get("actors", ()) or id == data["entries"].get("actor")]
