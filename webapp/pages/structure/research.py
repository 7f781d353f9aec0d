"""Network research (methods 10, 11, 13, 15, 16, 25): apart from what one steers by, and for coordinators only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graph.analysis.planning.queues import Queue, offices, queue
from graph.analysis.structure.findings import RESEARCH
from graph.network import name_of
from webapp.figures import shown
from webapp.pages.structure import steering
from webapp.pages.structure.context import readings
from webapp.pages.ways.frame import frame
from webapp.texts import number
from webapp.visit import Visit

# name → (least, most)
QUEUE = {"arrivals": (0.1, 10_000.0), "minutes": (1.0, 600.0), "desks": (1.0, 100.0)}
ONWARDS = {"share": (0.0, 100.0), "minutes2": (1.0, 600.0), "desks2": (1.0, 100.0)}
"""The same of a second office, to which so many of a hundred are sent on; left empty, there is none."""


def research_context(here: Visit, args: Mapping[str, str]) -> dict[str, Any]:
    """Shapes of `structure/research.html`."""
    figures, found = frame(here)
    data = figures.part("structure") if figures else None
    research = (figures.part("research") or {}) if figures else {}
    core = research.get("core", {})
    return {
        **found,
        "orientation": shown.said(here, data["orientation_reading"]) if data and data["orientation_reading"] else "",
        "core_reading": shown.said(here, research["core_reading"]) if research else "",
        "core": _names(here, core.get("actors", ())),
        "rings": research.get("rings", []),
        "holes": _holes(here, research.get("holes", ())),
        "apart": [shown.said(here, research[name]) for name in ("apart", "offering") if name in research],
        "reaching": [shown.said(here, one) for one in research.get("reaching", ())],
        "readings": readings(here, data, RESEARCH) if data else [],
        "steering": steering.shown(here, data["centralisation_in"] if data else None),
        "queue": queue_context(here, args),
    }


def queue_context(here: Visit, args: Mapping[str, str]) -> dict[str, Any]:
    """The form of a queue with its answer: people an hour, minutes each, desks; and whither some are sent on."""
    typed = {name: args.get(name, "") for name in (*QUEUE, *ONWARDS)}
    values = {name: _number(typed[name], *bounds) for name, bounds in QUEUE.items()}
    onwards = {name: _number(typed[name], *bounds) for name, bounds in ONWARDS.items()}
    errors = _outside(here, typed, values | onwards)
    none = {"typed": typed, "asked": any(typed.values()), "answer": "", "rows": [], "errors": errors}
    if None in values.values() or (None in onwards.values() and any(typed[name] for name in ONWARDS)):
        return none
    arrivals, minutes, desks = (value or 0.0 for value in values.values())
    second = [value for value in onwards.values() if value is not None]
    share, more_minutes, more_desks = second or (0.0, 1.0, 1.0)
    moving = [[0.0, share / 100], [0.0, 0.0]]
    found = offices([arrivals, 0.0], moving, [60 / minutes, 60 / more_minutes], [int(desks), int(more_desks)])
    if found is None:
        most = number(round(60 / minutes * int(desks), 1), here.lang)
        text = here._(
            "Auf Dauer kommen mehr, als bedient werden können (höchstens {most} je Stunde): Die Schlange wächst.",
            most=most,
        )
        if queue(arrivals, 60 / minutes, int(desks)):
            text = here._("An der zweiten Stelle kommen auf Dauer mehr, als bedient werden können.")
        return {**none, "answer": text}
    rows = _rows(here, found.queues[0])
    if second:
        rows += [(here._("Zweite Stelle: {what}", what=what), value) for what, value in _rows(here, found.queues[1])]
        total = number(round(found.stay * 60, 1), here.lang)
        rows.append((here._("Mittlere Zeit in beiden Häusern, über alle"), here._("{n} Minuten", n=total)))
    return {**none, "asked": True, "rows": rows}


def _outside(here: Visit, typed: Mapping[str, str], values: Mapping[str, float | None]) -> dict[str, str]:
    """What was typed and can't be meant, by field."""
    wrong = [name for name, text in typed.items() if text.strip() and values[name] is None]
    bounds = {name: [_bound(here, each) for each in (QUEUE | ONWARDS)[name]] for name in wrong}
    return {
        name: here._("Bitte eine Zahl von {low} bis {high}.", low=low, high=high)
        for name, (low, high) in bounds.items()
    }


def _bound(here: Visit, value: float) -> str:
    return number(int(value) if value.is_integer() else value, here.lang)


def _rows(here: Visit, found: Queue) -> list[tuple[str, str]]:
    return [
        (here._("Auslastung der Plätze"), f"{found.busy * 100:.0f} %"),
        (here._("Wer warten muss"), here._("{n} von 100", n=round(found.waits * 100))),
        (here._("Mittlere Wartezeit"), here._("{n} Minuten", n=number(round(found.wait * 60, 1), here.lang))),
        (here._("Mittlere Zeit im Haus"), here._("{n} Minuten", n=number(round(found.stay * 60, 1), here.lang))),
        (here._("Wartende im Mittel"), number(round(found.waiting, 1), here.lang)),
    ]


def _holes(here: Visit, found: Sequence[Sequence[Any]]) -> list[tuple[str, str, str, str]]:
    """(address, name, constraint, effective size), in the order of the names."""
    rows = [
        (f"/{here.lang}/actor/{id}", name, number(round(constraint, 2), here.lang), number(round(size, 1), here.lang))
        for id, constraint, size in found
        if (name := name_of(here.network, id, here.lang))
    ]
    return sorted(rows, key=lambda row: row[1].casefold())


def _names(here: Visit, actors: Sequence[str]) -> list[tuple[str, str]]:
    found = [(f"/{here.lang}/actor/{id}", name_of(here.network, id, here.lang)) for id in actors if id in here.network]
    return sorted(found, key=lambda pair: pair[1].casefold())


def _number(text: str, least: float, most: float) -> float | None:
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if least <= value <= most else None
