"""What the page of one topic shows: from the last figures, but for the line of the matrix, which is live."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboards.chart import Chart
from dashboards.gain import gain
from dashboards.waterfall import waterfall
from graph.analysis.coverage.cascade import Cascade
from graph.analysis.coverage.findings import percent
from graph.analysis.coverage.states import topic_row
from graph.analysis.finding import LANGUAGE, about, rounded
from graph.model.changes import EntryId
from graph.model.codes import CODE_LISTS
from graph.model.errors import Missing
from graph.model.sentences import say
from graph.model.values.languages import language_name
from graph.network import name_of
from webapp.access import Permission
from webapp.council import telling
from webapp.figures import shown
from webapp.figures.shelf import Figures
from webapp.pages.missing import full, table, wish
from webapp.pages.missing.choropleth import coloured
from webapp.pages.missing.field import entry_of
from webapp.texts import label, plural_translator
from webapp.visit import Visit

Part = Mapping[str, Any]
GAPS = 6
"""Largest gaps that are shown at once."""
_VARIES = {"points": "threshold", "languages": "interpreters"}
"""What too little may be known of → the assumption that then changes nothing."""


def context(here: Visit, topic: str, args: Mapping[str, str]) -> dict[str, Any]:
    """Raises Missing for what is no topic."""
    if entry_of(here.network, topic, "topic") is None:
        raise Missing("entry", topic)
    figures, wanted = shown.last(here), wish.read(here.network, args)
    part = figures.part(f"topic:{topic}") if figures else None
    if part:
        part = {**part, "shares": heard_of(here, topic, part["shares"])}
    return {
        **shown.frame(here, figures),
        "id": topic,
        "name": name_of(here.network, topic, here.lang),
        "cells": table.topic_cells(here.network, topic, here.today, wanted, here.lang),
        "part": part,
        "lacking": [] if part else lacking(here, topic),
        "full": full.of_topic(here, topic),
        "may_edit": here.may(Permission.EDIT),
        "said": lambda data: shown.said(here, data),
        **(found(here, figures, part) if figures and part else {}),
    }


def heard_of(here: Visit, topic: str, shares: Mapping[str, float]) -> dict[str, float]:
    """The shares of the areas of which something is known: where nothing is, nobody knows that it is 0 %."""
    cells = here.network.memo(topic_row, EntryId(topic), here.today)
    unknown = {unit for unit, cell in cells.items() if cell.state == "unknown"}
    return {unit: share for unit, share in shares.items() if share or unit not in unknown}


def lacking(here: Visit, topic: str) -> list[tuple[str, str]]:
    """(what to collect before anything can be said of people, the kind of entry that says it)."""
    _, wanted = here._, []
    if not here.network.of_kind("demand"):
        wanted.append((_("wie viele Menschen welcher Zielgruppe wo leben"), "demand"))
    if not here.network.linking(topic, "share", "topic"):
        wanted.append((_("welcher Anteil von ihnen Hilfe zu diesem Thema braucht"), "share"))
    return wanted


def found(here: Visit, figures: Figures, part: Part) -> dict[str, Any]:
    """Everything that figures say of a topic."""
    gaps = [gap(here, one) for one in part["gaps_of_topic"]]
    return {
        "cascade": cascade(here, figures, part),
        "gaps": gaps[:GAPS],
        "gaps_beyond": gaps[GAPS:],
        "gaps_more": part["gaps_more"],
        "unheard": [gap(here, one) for one in part.get("unheard_of_topic", ())],
        "unheard_more": part.get("unheard_more", 0),
        "unheard_persons": about(part.get("unknown", (0.0,))[0], here.lang),
        "variants": variants(here, part),
        "left_out": telling.left_out(figures, here.lang),
        "silent": silent(here, part),
        "bottleneck": bottleneck(here, part),
        "evenness": shown.said(here, part["evenness"]) if part["evenness"] else "",
        "siting": sites(here, figures, part),
        "areas": areas(here, part),
        "rests_on": [shown.said(here, one) for one in part["rests_on"]],
        "counted": part["counted"],
        "closed": closed(here, part),
        **maps(here, part),
    }


def cascade(here: Visit, figures: Figures, part: Part) -> Chart:
    """Who needs it, who falls out where, who is reached."""
    known = Cascade(
        stages=tuple(part["stages"]), persons=part["persons"], left=tuple(part["left"]), causes=dict(part["causes"])
    )
    title = here._("Wer erreicht wird und wer nicht")
    unknown = tuple(part.get("unknown", (0.0, 0.0)))
    return waterfall(known, title, shown.said(here, part["finding"]), figures.day, here.lang, unknown)


def closed(here: Visit, part: Part) -> list[tuple[str, str]]:
    """(what too little is known of, what to collect) of each stage that is left out for it; places have their own."""
    _ = here._
    wanted = {
        "points": _("wo jedes Angebot zu finden ist, oder dass es ohne Anfahrt hilft"),
        "languages": _("welche Sprachen jedes Angebot spricht, selbst oder mit Dolmetschen"),
        "links": _("wer an wen vermittelt"),
        "demand": _("wie viele Menschen welcher Zielgruppe in den übrigen Gebieten leben"),
        "entry_point": _("welche Stellen Anlaufstellen sind"),
    }
    return [(shown.said(here, one), wanted[what]) for what, one in part.get("closed", ()) if what in wanted]


def gap(here: Visit, one: Part) -> tuple[str, str, str, str]:
    """(area, group of people, how many, why) of one gap."""
    group = [
        label(CODE_LISTS[list_].get(one[name], (one[name],) * 2), here.lang) if list_ != LANGUAGE
        else language_name(one[name], here.lang)
        for name, list_ in (("status", "statuses"), ("group", "target_groups"), ("language", LANGUAGE))
        if one[name]
    ]  # fmt: skip
    return (
        name_of(here.network, one["unit"], here.lang) or "…",
        ", ".join(group) or here._("alle"),
        about(one["persons"], here.lang),
        say(f"dashboards.stage.{one['cause']}", here.lang),
    )


def variants(here: Visit, part: Part) -> list[tuple[str, list[tuple[str, str]]]]:
    """(what is assumed otherwise, [(assumption, people reached)]), one assumption changed at a time."""
    _, titles = here._, dict[str, str]()
    titles["threshold"], titles["interpreters"] = _("Weg zumutbar bis"), _("Sprache")
    titles["beyond"], titles["estimated"] = _("Nachbarkreise"), _("Angebote ohne Platzzahl")
    names = {
        ("interpreters", True): _("mit Dolmetschen"),
        ("interpreters", False): _("ohne Dolmetschen"),
        ("beyond", True): _("Angebote dort zählen mit"),
        ("beyond", False): _("Angebote dort zählen nicht"),
        ("estimated", True): _("zählen wie das mittlere"),
        ("estimated", False): _("gelten als nie voll"),
    }
    grouped: dict[str, list[tuple[str, str]]] = {}
    shut = {_VARIES[what] for what, _finding in part.get("closed", ()) if what in _VARIES}
    for one in part["variants"]:
        if one["what"] in shut:
            continue  # nothing is asked that could vary
        name = names.get((one["what"], one["value"])) or _("{minutes} Minuten", minutes=one["value"])
        grouped.setdefault(one["what"], []).append((name, about(one["reached"], here.lang)))
    return [(titles[what], some) for what, some in grouped.items()]


def silent(here: Visit, part: Part) -> str:
    """How services count that state no places; "" where all do, or too few for anything to be said."""
    number, usual = part["services"] - part["known"], part["usual"]
    if not part["ready"] or not number:
        return ""
    _n = plural_translator(here.lang)
    if usual is None:
        return _n(
            "Höchstens so viele: {n} Angebot nennt keine Plätze und gilt als nie voll.",
            "Höchstens so viele: {n} Angebote nennen keine Plätze und gelten als nie voll.",
            number,
        )
    counted = _n(
        "Gerechnet ist dort mit je {n} Platz, dem Median der übrigen.",
        "Gerechnet ist dort mit je {n} Plätzen, dem Median der übrigen.",
        round(usual),
    )
    return _n("{n} Angebot nennt keine Plätze.", "{n} Angebote nennen keine Plätze.", number) + " " + counted


def bottleneck(here: Visit, part: Part) -> dict[str, Any] | None:
    """The proof that places are short; services by name only for coordinators."""
    known = part["bottleneck"]
    if not known:
        return None
    named = known["full"] if here.may(Permission.EDIT) else ()
    return {
        "finding": shown.said(here, known["finding"]),
        "services": [(f"/{here.lang}/service/{id}", name_of(here.network, id, here.lang)) for id in named],
        "places": sorted({name_of(here.network, unit, here.lang) for unit, *_ in known["groups"]}),
    }


def sites(here: Visit, figures: Figures, part: Part) -> dict[str, Any] | None:
    """Where one place more would help: the sentence, and the curve where there is more than one step."""
    known = part["siting"]
    if not known:
        return None
    finding = shown.said(here, known["finding"])
    steps = [(name_of(here.network, site, here.lang) or "…", reached) for site, _, reached in known["steps"]]
    title = here._("Was weitere Orte brächten")
    curve = gain(steps, known["best"], title, finding, figures.day, here.lang) if len(steps) > 1 else None
    more = part.get("further")
    return {"finding": finding, "chart": curve, "further": shown.said(here, more) if more else ""}


def areas(here: Visit, part: Part) -> list[tuple[str, str, str, list[str]]]:
    """(area, people who need it, share reached, places per 100 of them within 30, 45, 60 minutes) by area's name."""
    rows = []
    for unit, need in part["need"].items():
        share = part["shares"].get(unit)
        access = [_per_hundred(some.get(unit), here.lang) for _, some in sorted(part["access"].items())]
        rows.append((name_of(here.network, unit, here.lang) or "…", about(need, here.lang), _percent(share), access))
    return sorted(rows)


def maps(here: Visit, part: Part) -> dict[str, Any]:
    """The areas drawn by the share that is reached and, where enough is known, by places per 100 people."""
    county = wish.read(here.network, {}).county
    middle = part["access"].get("45", {})
    return {
        "map_shares": coloured(
            here.network, county, {unit: (share, _percent(share)) for unit, share in part["shares"].items()}
        ),
        "map_access": coloured(
            here.network,
            county,
            {unit: (min(1.0, value / 100), _per_hundred(value, here.lang)) for unit, value in middle.items()},
        ),
    }


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{percent(share)} %"


def _per_hundred(value: float | None, lang: str) -> str:
    if value is None:
        return "–"
    if value >= 100:
        return "über 100" if lang == "de" else "over 100"
    return str(rounded(value) if value >= 10 else round(value))
