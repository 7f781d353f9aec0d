"""The council's page from the last public figures: the same for everybody, and what a report freezes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from dashboards.council.coverage import shown_count, without
from dashboards.council.section import Snapshot, again
from dashboards.council.telling import tiles, told
from dashboards.council.words import Words
from graph.analysis.finding import LANGUAGE
from graph.model.fields import Audience
from graph.network import Network
from webapp.access import Permission
from webapp.council import compared, snapshots
from webapp.council.compared import Since
from webapp.council.snapshots import Kept
from webapp.figures import keeping, shown
from webapp.figures.assumed import of
from webapp.figures.shelf import Figures
from webapp.texts import LANGUAGES
from webapp.visit import Visit

_NAMES: Final = ("unit", "status", "language", "group")


def key_of(here: Visit) -> str:
    """Under which name the figures of everyone are kept here."""
    return keeping.key_of(Audience.PUBLIC, here.services.config.areas)


def figures_of(here: Visit) -> Figures | None:
    """The last figures that rest on what everyone may see, whoever asks; None before the first run."""
    found = here.services.figures.last(here.services.store, key_of(here))
    return found if found is not None and found.part("council") is not None else None


def page_of(here: Visit, figures: Figures, lang: str) -> dict[str, Any]:
    """The page in a language as JSON keeps it."""
    return here.whole.seen_by(Audience.PUBLIC).memo(_page, figures, lang)


def frozen_of(here: Visit, figures: Figures) -> dict[str, dict[str, Any]]:
    """The page in every language as a report keeps it: compared with the last report, also with one that was frozen
    after the figures were computed."""
    public = here.whole.seen_by(Audience.PUBLIC)
    since = compared.of_figures(here.services.store, key_of(here), here.whole, figures)
    return {lang: _told(public, figures, lang, since) for lang in LANGUAGES}


def ready(page: dict[str, Any]) -> dict[str, Any]:
    """What templates show of a kept page."""
    return {**page, "sections": [again(section) for section in page["sections"]]}


def left_out(figures: Figures, lang: str) -> str:
    """That hidden counts are in none of these figures, where there are any; else ""."""
    return without(figures.part("left_out") or 0, lang)


def known(here: Visit, figures: Figures | None) -> list[str]:
    """Groups of a handful that published tables give away nevertheless, as people call them; for coordination alone."""
    if figures is None or not here.may(Permission.EDIT):
        return []
    said = _said(Words(network=here.whole, lang=here.lang, on=figures.day))

    def told(cell: list[str]) -> str:
        if len(cell) == 1:
            return here._("alle zusammen")
        if len(cell) == 2:
            return said[cell[0]](cell[1])
        return ", ".join(said[name](of) for name, of in zip(_NAMES, cell[cell[0] == "cell" :], strict=False) if of)

    return sorted({told(cell) for cell in (figures.part("people") or {}).get("known", ())})


def stand(figures: Figures, report: str) -> Kept:
    """The Snapshot that goes with these figures."""
    values = figures.part("council")["values"]
    return Kept(day=figures.day, revision=figures.revision, values=values, report=report)


def _page(public: Network, figures: Figures, lang: str) -> dict[str, Any]:
    return _told(public, figures, lang, figures.part("since"))


def _told(public: Network, figures: Figures, lang: str, since: Since | None) -> dict[str, Any]:
    words = Words(network=public, lang=lang, on=figures.day)
    found = figures.part("council")
    past = [snapshots.again(data) for data in figures.part("snapshots") or ()]
    known = [Snapshot(day=kept.day, values=kept.values) for kept in past if kept.day < figures.day]
    now = Snapshot(day=figures.day, values=found["values"])
    sections = told(words, found, figures.part("people"), since, [*known, now])
    return {
        "tiles": tiles(words, found),
        "sections": [section.plain for section in sections],
        "assumptions": shown.assumptions(of(figures.assumed), lang),
        "stood": words.day(figures.day),
    }


def people_tables(here: Visit, figures: Figures) -> list[dict[str, Any]]:
    """The published counts as tables: totals by municipality, status and language, then cell by cell."""
    found, lang = figures.part("people"), here.lang
    if not found or not found["cells"]:
        return []
    words = Words(network=here.whole.seen_by(Audience.PUBLIC), lang=lang, on=figures.day)
    said = _said(words)
    tables = [
        {
            "id": name,
            "head": words.heads(name, "persons"),
            "rows": sorted((said[name](of), shown_count(words, n)) for of, n in found[total]),
        }
        for name, total in zip(_NAMES, ("units", "statuses", "languages"), strict=False)
    ]
    cells = [
        (*(said[name](of) for name, of in zip(_NAMES, cell, strict=False)), shown_count(words, cell[4]))
        for cell in found["cells"]
    ]
    return [*tables, {"id": "cells", "head": words.heads(*_NAMES, "persons"), "rows": sorted(cells)}]


def _said(words: Words) -> dict[str, Callable[[str], str]]:
    return {
        "unit": words.name,
        "status": lambda code: words.code("statuses", code),
        "language": lambda code: words.code(LANGUAGE, code),
        "group": lambda code: words.code("target_groups", code) if code else words.say("council.everyone"),
    }
