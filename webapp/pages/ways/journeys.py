"""What a journey's page shows: its steps in order, who serves each, and over how many hand-overs one gets there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import urlencode

from graph.model.changes import Entry
from graph.model.codes import STATUSES, TARGET_GROUPS
from graph.model.errors import Missing
from graph.network import name_of
from webapp.figures import shown
from webapp.pages.ways.frame import bare, frame, named
from webapp.texts import day, label, plural_translator
from webapp.visit import Visit

UNCHECKED = "Rechtsstand nicht geprüft"


class Step(NamedTuple):
    """One step. `hands`: (from, to, how many sides confirm), for coordinators."""

    state: str
    name: str
    text: str
    topic: tuple[str, str] | None
    find: str
    providers: list[tuple[str, str]]
    where: str
    hands: list[tuple[str, str, int]]
    law: str
    checked: str


def journey_context(here: Visit, id: str) -> dict[str, Any]:
    """Shapes of `ways/journey.html`. Raises Missing."""
    entry = here.network.entry(id)
    if entry.kind != "journey":
        raise Missing("entry", id)
    figures, found = frame(here)
    kept = (figures.part("journeys") or []) if figures else []
    data = next((one for one in kept if one["journey"] == id), None)
    name = name_of(here.network, id, here.lang)
    return {
        **found,
        "name": name,
        "about": entry.fields.get("about", ""),
        "who": _who(entry, here.lang),
        "hardest": _hardest(entry, data, here.lang),
        "known": data is not None,
        "finding": bare(shown.said(here, data["finding"]), name) if data else "",
        "broken": data["broken"] if data else 0,
        "stop": shown.said(here, data["stop"]) if data and data.get("stop") else "",
        "walk": _walk(here, data) if data and named(here) else [],
        "handovers": len(data["walk"]) - 1 if data and data["walk"] else 0,
        "unsure": sum(sides < 2 for sides in data.get("walk_sides", ())) if data else 0,
        "steps": [_step(here, data, stage) for stage in data["stages"] if stage["step"] in here.network]
        if data
        else [],
        "edit_url": f"/{here.lang}/entry/{id}/edit" if named(here) else "",
    }


def _step(here: Visit, journey: Mapping[str, Any], data: Mapping[str, Any]) -> Step:
    step = here.network.entry(data["step"])
    name, topic = step.fields["name"], step.fields.get("topic", "")
    checked = step.fields.get("checked_on", "")
    return Step(
        state=data["state"],
        name=name,
        text=bare(shown.said(here, data["finding"]), name),
        topic=(f"/{here.lang}/search?topic={topic}", name_of(here.network, topic, here.lang)) if topic else None,
        find=f"/{here.lang}/ways/find?{_query(journey, data)}" if topic and data["way"] else "",
        providers=[_link(here, actor) for actor in data["providers"]] if named(here) else [],
        where=_where(here, data),
        hands=[(_name(here, one), _name(here, other), sides) for one, other, sides in data["way"]]
        if named(here)
        else [],
        law=step.fields.get("legal_basis", "").replace(f"– {UNCHECKED}", "").strip(),
        checked=day(checked, here.lang) if checked else "",
    )


def _walk(here: Visit, data: Mapping[str, Any]) -> list[tuple[str, str, int]]:
    """(address, name, how many sides confirm how one comes there) of the shortest walk, in its order."""
    sides = [2, *data.get("walk_sides", ())]
    return [(*_link(here, actor), number) for actor, number in zip(data["walk"], sides, strict=False)]


def _query(journey: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    """What „Weg für einen Fall“ is asked, so that it shows the way of this very step."""
    asked = {"step": data["step"], "start": data["way"][0][0], "status": journey.get("status", "")}
    return urlencode({name: value for name, value in asked.items() if value})


def _where(here: Visit, data: Mapping[str, Any]) -> str:
    """How many serve a step, and where they sit: nobody is named."""
    number = len(data["providers"])
    if not number:
        return ""
    count = plural_translator(here.lang)("{n} Stelle", "{n} Stellen", number)
    places = ", ".join(filter(None, (name_of(here.network, area, here.lang) for area in data["places"])))
    return f"{count}: {places}" if places else count


def _who(entry: Entry, lang: str) -> str:
    fields = entry.fields
    said = [label(STATUSES[code], lang) for code in fields.get("statuses", ()) if code in STATUSES]
    said += [label(TARGET_GROUPS[code], lang) for code in fields.get("target_groups", ()) if code in TARGET_GROUPS]
    return ", ".join(said)


def _hardest(entry: Entry, data: Mapping[str, Any] | None, lang: str) -> str:
    """Of several statuses the one whose people come least far: the steps are told for it."""
    code = (data or {}).get("status", "")
    return label(STATUSES[code], lang) if len(entry.fields.get("statuses", ())) > 1 and code in STATUSES else ""


def _link(here: Visit, actor: str) -> tuple[str, str]:
    return f"/{here.lang}/actor/{actor}", _name(here, actor)


def _name(here: Visit, actor: str) -> str:
    return name_of(here.network, actor, here.lang) or "…"
