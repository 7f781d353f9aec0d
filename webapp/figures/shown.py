"""Figures as pages show them: the visitor's own, said in the visitor's language, with what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.analysis.finding import Finding, told
from webapp.access import audience_of
from webapp.figures import keeping, renewing
from webapp.figures.assumed import Assumed, of
from webapp.figures.shelf import Figures
from webapp.texts import N_, day, number, translator
from webapp.visit import Visit

MEANS = {"bus": N_("mit Bus und Bahn"), "car": N_("mit dem Auto"), "foot": N_("zu Fuß")}


def last(here: Visit) -> Figures | None:
    """The last figures of the visitor's audience; None before the first run."""
    key = keeping.key_of(audience_of(here.roles), here.services.config.areas)
    return here.services.figures.last(here.services.store, key)


def again(data: Mapping[str, Any]) -> Finding:
    """A finding from the plain data that a report keeps."""
    several = {key: tuple(id) if isinstance(id, list) else id for key, id in data.get("entries", {}).items()}
    codes = {key: (pair[0], pair[1]) for key, pair in data.get("codes", {}).items()}
    return Finding(
        code=data["code"], values=data.get("values", {}), entries=several, codes=codes, people=data.get("people", {})
    )


def said(here: Visit, data: Mapping[str, Any]) -> str:
    """The sentence of a kept finding, with the names that the visitor may see."""
    return told(here.network, again(data), here.lang)


def frame(here: Visit, figures: Figures | None) -> dict[str, Any]:
    """What `macros/chart.html` shows beside results: day, assumptions, whether newer figures are on their way."""
    job = renewing.running(here.services) if figures is None or figures.revision < here.network.revision else None
    return {
        "figures": figures,
        "figures_running": job is not None and not job.over,
        "figures_older": figures is not None and figures.revision < here.network.revision,
        "assumptions": assumptions(of(figures.assumed), here.lang) if figures else [],
    }


def assumptions(assumed: Assumed, lang: str) -> list[str]:
    """What results assume, a phrase each."""
    _ = translator(lang)
    stated = MEANS[assumed.means]
    means = _(stated)
    return [
        _("zumutbarer Weg höchstens {minutes} Minuten {means}", minutes=number(assumed.threshold, lang), means=means),
        *travel(assumed, lang),
        _("Dolmetschen zählt mit, wo ein Angebot es nennt")
        if assumed.interpreters
        else _("Dolmetschen zählt nicht mit"),
        _("Angebote aus Nachbarkreisen zählen mit")
        if assumed.beyond
        else _("Angebote aus Nachbarkreisen zählen nicht"),
        _("Angebote ohne Platzzahl zählen wie das mittlere ihres Themas")
        if assumed.estimated
        else _("Angebote ohne Platzzahl gelten als nie voll"),
        _("Aussagen erst, wenn {share} % der Angebote die nötige Angabe haben", share=round(assumed.ready * 100)),
    ]


def travel(assumed: Assumed, lang: str) -> list[str]:
    """How long ways take: by the table where there is one, by distance for what it does not name."""
    _ = translator(lang)
    speed = number({"bus": assumed.bus, "car": assumed.car, "foot": assumed.foot}[assumed.means], lang)
    detour = number(assumed.detour, lang)
    if assumed.table is None or not assumed.timed:
        return [_("Fahrzeit: Luftlinie × {detour}, {speed} km/h samt Warten", detour=detour, speed=speed)]
    stood = day(date.fromisoformat(assumed.table.day), lang)
    return [
        _("Fahrzeit nach Tabelle vom {day} ({source})", day=stood, source=assumed.table.source),
        _("Wege, die sie nicht nennt: Luftlinie × {detour}, {speed} km/h samt Warten", detour=detour, speed=speed),
    ]


def stand(figures: Figures, lang: str) -> str:
    """The day the figures stand for, as people write it."""
    return day(figures.day, lang)
