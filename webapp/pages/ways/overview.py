"""What the first page of ways shows: every journey, and where ways end whatever the topic."""

from __future__ import annotations

from typing import Any, NamedTuple

from graph.model.collation import sort_key
from graph.network import name_of
from webapp.figures import shown
from webapp.figures.assumed import of
from webapp.figures.shelf import Figures
from webapp.pages.ways import own
from webapp.pages.ways.frame import bare, chosen, frame
from webapp.texts import N_
from webapp.visit import Visit

GRADES = {
    "window": ("success", N_("ein Schalter")),
    "door": ("success", N_("eine Tür")),
    "houses": ("info", N_("mehrere Häuser")),
}


MISSING = ("follow_ons", "ends", "rings", "unled")
"""Lists that each stand twice among the figures: by name, and by place with `_at`."""


class Line(NamedTuple):
    """A journey in the list."""

    url: str
    name: str
    finding: str
    grade: tuple[str, str] | None
    broken: int
    dots: list[str]
    """The state of each step."""


def overview_context(here: Visit) -> dict[str, Any]:
    """Shapes of `ways/ways.html`."""
    figures, found = frame(here)
    journeys = (figures.part("journeys") or []) if figures else []
    lines = [_line(here, data) for data in journeys if data["journey"] in here.network]
    missing = {name: figures.part(name) for kind in MISSING for name in (kind, f"{kind}_at")} if figures else {}
    passing = (figures.part("passing") or {}) if figures else {}
    return {
        **found,
        "journeys": sorted(lines, key=lambda line: sort_key(line.name)),
        "own": own.on_ways(here, figures),
        **{kind: chosen(here, missing, kind) for kind in MISSING},
        "kept": _kept(figures),
        "passing_ready": passing.get("ready", False),
        "passing": [text for _, data in passing.get("topics", ()) for text in [shown.said(here, data)]],
        "passing_basis": [shown.said(here, data) for data in passing.get("basis", ())],
    }


def _kept(figures: Figures | None) -> tuple[int, int]:
    """Of 100 how many are assumed to arrive after one hand-over, at least and at most."""
    stated = of(figures.assumed if figures else {})
    return round(stated.kept_low * 100), round(stated.kept_high * 100)


def grade_of(here: Visit, data: dict[str, Any]) -> tuple[str, str] | None:
    """(tone, text) of how far one stop is enough."""
    tone, text = GRADES.get(data.get("grade", ""), ("", ""))
    return (tone, here._(text)) if tone else None


def _line(here: Visit, data: dict[str, Any]) -> Line:
    name = name_of(here.network, data["journey"], here.lang)
    return Line(
        url=f"/{here.lang}/ways/journey/{data['journey']}",
        name=name,
        finding=bare(shown.said(here, data["finding"]), name),
        grade=grade_of(here, data),
        broken=data["broken"],
        dots=[stage["state"] for stage in data["stages"]],
    )
