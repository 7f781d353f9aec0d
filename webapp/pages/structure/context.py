"""What „Netzwerk in Zahlen“ shows. Names of actors only for coordinators, and never in an order of merit."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dashboards.chart import Chart
from dashboards.flows import flows
from graph.analysis.council.confirmed import Confirmation
from graph.analysis.finding import Finding, told
from graph.analysis.structure.findings import STEERING
from graph.model.codes import SECTORS
from graph.model.collation import sort_key
from graph.network import name_of
from webapp.figures import shown
from webapp.figures.shelf import Figures
from webapp.pages.ways import own
from webapp.pages.ways.frame import frame, named
from webapp.texts import N_, label
from webapp.visit import Visit

MOST = 20
"""Actors in one table."""
NAMES = {
    "density": N_("Dichte"),
    "reciprocity": N_("Gegenseitigkeit"),
    "centralisation_in": N_("Zentralisierung beim Annehmen"),
    "centralisation_out": N_("Zentralisierung beim Abgeben"),
    "connectedness": N_("Verbundenheit"),
    "hierarchy": N_("Hierarchie"),
    "efficiency": N_("Sparsamkeit"),
}


def structure_context(here: Visit) -> dict[str, Any]:
    """Shapes of `structure/structure.html`."""
    figures, found = frame(here)
    data = figures.part("structure") if figures else None
    if figures is None or data is None:
        return {**found, "figures": None}
    return {
        **found,
        "actors": data["actors"],
        "links": data["links"],
        "own": own.on_structure(here, figures),
        "readings": readings(here, data, STEERING),
        "alone": shown.said(here, data["alone_reading"]),
        "confirmation": _confirmation(here, figures),
        "flows": _flows(here, figures, data["sectors"]),
        "matrix": _matrix(here, data["sectors"]),
        "translating": _translating(here, data),
        "hanging": _hanging(here, figures.part("hanging") or []),
        "players": _players(here, figures) if named(here) else [],
        "dropped": shown.said(here, data["dropped_at"]),
        "dropped_named": _dropped(here, data) if named(here) else [],
    }


def readings(here: Visit, data: Mapping[str, Any], names: Collection[str]) -> list[tuple[str, str, str]]:
    """(name, value, reading) of these figures."""
    found = []
    for name, reading in data["readings"]:
        if name not in names:
            continue
        percent = shown.again(reading).values["percent"]
        text = f"{percent:g}".replace(".", "," if here.lang == "de" else ".")
        label = NAMES[name]
        found.append((here._(label), f"{text} %", shown.said(here, reading)))
    return found


def _confirmation(here: Visit, figures: Figures) -> str:
    counted = Confirmation(**(figures.part("confirmation") or {"both": 0, "one": 0, "none": 0}))
    values = {"both": counted.both, "total": counted.total}
    return told(here.network, Finding(code="council.confirmation", values=values), here.lang)


def _flows(here: Visit, figures: Figures, counted: Sequence[Sequence[Any]]) -> Chart | None:
    """Who refers to whom, sector by sector."""
    links = {(_sector(one, here.lang), _sector(other, here.lang)): n for one, other, n in counted}
    if not links:
        return None
    across, total = sum(n for one, other, n in counted if one != other), sum(links.values())
    finding = here._(
        "{across} von {total} Verbindungen gehen über die Grenze eines Sektors.", across=across, total=total
    )
    return flows(links, here._("Verbindungen von Sektor zu Sektor"), finding, figures.day, here.lang)


def _matrix(here: Visit, counted: Sequence[Sequence[Any]]) -> list[tuple[str, list[int]]]:
    """Every pair of sectors, also those without a referral: an empty pair is seen only where it stands."""
    numbers = {(one, other): n for one, other, n in counted}
    return [(_sector(one, here.lang), [numbers.get((one, other), 0) for other in SECTORS]) for one in SECTORS]


def _translating(here: Visit, data: Mapping[str, Any]) -> list[tuple[str, list[tuple[str, str, int]], int]]:
    """(what is said of two sectors; who alone brings pairs together, and how many; how many more have the fewest)."""
    kept = data.get("bridging") or [([], 0)] * len(data["translating_at"])
    return [
        (shown.said(here, reading), _counted(here, alone) if named(here) else [], tied)
        for reading, (alone, tied) in zip(data["translating_at"], kept, strict=True)
    ]


def _hanging(here: Visit, found: Sequence[Sequence[str]]) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(address, topic, who alone offers it) by name."""
    lines = [
        (f"/{here.lang}/ways/topic/{topic}", name_of(here.network, topic, here.lang), _links(here, [actor]))
        for topic, actor in found
        if topic in here.network
    ]
    shown_lines = [(url, name, actors if named(here) else []) for url, name, actors in lines]
    return sorted(shown_lines, key=lambda line: sort_key(line[1]))


def _players(here: Visit, figures: Figures) -> list[tuple[list[tuple[str, str]], int]]:
    """(who together would be missed most, how many other sets weigh as much), by name."""
    research = figures.part("research") or {}
    return [(_links(here, one["actors"]), one["ties"]) for one in research.get("players", ())]


def _dropped(here: Visit, data: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    """(address, name, pairs of others that lose every way) of those on whom several depend, the most pairs first."""
    leaves = {*data.get("leaves", ())}
    return _counted(here, [each for each in data["dropped"] if each[0] not in leaves])[:MOST]


def _counted(here: Visit, found: Sequence[Sequence[Any]]) -> list[tuple[str, str, int]]:
    """(address, name, number), the largest first, then by name."""
    numbers = dict(found)
    lines = [(url, name, numbers[url.rpartition("/")[2]]) for url, name in _links(here, list(numbers))]
    return sorted(lines, key=lambda line: -line[2])


def _links(here: Visit, actors: Sequence[str]) -> list[tuple[str, str]]:
    """(address, name), by name."""
    found = [(f"/{here.lang}/actor/{id}", name_of(here.network, id, here.lang)) for id in actors if id in here.network]
    return sorted(found, key=lambda pair: sort_key(pair[1]))


def _sector(code: str, lang: str) -> str:
    return label(SECTORS[code], lang)
