"""What the page of the gap matrix shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.analysis.finding import about
from graph.model.codes import STATUSES
from graph.model.values.languages import language_name
from graph.network import name_of
from webapp.council import telling
from webapp.figures import shown
from webapp.figures.shelf import Figures
from webapp.pages.missing import full, table, wish
from webapp.pages.missing.wish import Wish
from webapp.texts import label
from webapp.visit import Visit

GAPS = 8
"""Largest gaps that are told."""


class Line(NamedTuple):
    """One topic in the list of how far topics reach."""

    name: str
    url: str
    need: str
    reached: str
    lost: float


def context(here: Visit, args: Mapping[str, str]) -> dict[str, Any]:
    """The matrix live from memory; gaps and topics from the last figures."""
    network, lang = here.network, here.lang
    wanted, figures = wish.read(network, args), shown.last(here)
    rows, total = table.rows(network, here.today, wanted, lang)
    columns = wish.counties(network).get(wanted.county, ())
    return {
        **shown.frame(here, figures),
        **filters(here, wanted),
        "wish": wanted,
        "rows": rows,
        "total": total,
        "fields": sum(total),
        "columns": [(unit, name_of(network, unit, lang)) for unit in columns],
        "gaps": gaps(here, figures, "gaps"),
        "unheard": gaps(here, figures, "unheard"),
        "lines": lines(here, figures),
        "full": full.everywhere(here),
        **hidden(here, figures),
        "people_known": bool(network.of_kind("demand")),
    }


def filters(here: Visit, wanted: Wish) -> dict[str, Any]:
    """What may be chosen."""
    network, lang = here.network, here.lang
    known = wish.counties(network)
    return {
        "statuses": [(code, label(pair, lang)) for code, pair in STATUSES.items()],
        "languages": [(code, language_name(code, lang)) for code in wish.languages(network)],
        "counties": [(id, name_of(network, id, lang) or here._("ohne Landkreis")) for id in known]
        if len(known) > 1
        else [],
        "filtered": bool(wanted.status or wanted.language),
    }


def gaps(here: Visit, figures: Figures | None, which: str) -> list[tuple[str, str]]:
    """(sentence, page of the topic) of the largest gaps, or of the largest groups of whom nothing is known."""
    part = (figures.part(which) if figures else None) or []
    return [(shown.said(here, gap), f"/{here.lang}/missing/{gap['entries']['topic']}") for gap in part[:GAPS]]


def hidden(here: Visit, figures: Figures | None) -> dict[str, Any]:
    """What is said of hidden counts in these figures; for who reads exact ones, how many the public ones leave out."""
    public = telling.figures_of(here)
    said = telling.left_out(figures, here.lang) if figures else ""
    return {"left_out": said, "hidden": (public.part("left_out") or 0) if public else 0}


def lines(here: Visit, figures: Figures | None) -> list[Line]:
    """How far each topic reaches, the largest gap first."""
    part = (figures.part("coverage") if figures else None) or []
    found = [
        Line(
            name=name_of(here.network, one["topic"], here.lang) or "…",
            url=f"/{here.lang}/missing/{one['topic']}",
            need=about(one["persons"], here.lang),
            reached=about(one["left"][-1], here.lang),
            lost=one["persons"] - one["left"][-1],
        )
        for one in part
    ]
    return sorted(found, key=lambda line: (-line.lost, line.name))
