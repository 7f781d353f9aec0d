"""What ends within a year, and which coverage goes with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.network import name_of
from webapp.access import Permission, needs
from webapp.figures.shown import frame, last
from webapp.pages.plans.blueprint import pages
from webapp.plans import keeping
from webapp.render import page
from webapp.visit import Visit, visit

NAMED = 8


@pages.get("/plans/ending")
@needs(Permission.PLAN)
def ending() -> str:
    """Services and agreements by the day they end."""
    here = visit()
    figures = last(here)
    found = (figures.part("ending") if figures else None) or []
    return page(
        "plans/ending.html",
        rows=[_row(here, each) for each in found if each["entry"] in here.network],
        plans=keeping.every(here.services.store),
        **frame(here, figures),
        noindex=True,
    )


def _row(here: Visit, each: Mapping[str, Any]) -> dict[str, Any]:
    entry = here.network.entry(each["entry"])
    what = {
        "funded_until": here._("Förderung"),
        "legal_to": here._("Rechtsgrundlage"),
        "ends_on": here._("Vereinbarung"),
    }
    lost: dict[str, list[str]] = {}
    for topic, unit in each["loses"]:
        lost.setdefault(name_of(here.network, topic, here.lang), []).append(name_of(here.network, unit, here.lang))
    return {
        "id": entry.id,
        "name": name_of(here.network, entry.id, here.lang),
        "service": entry.kind == "service",
        "provider": name_of(here.network, entry.fields.get("provider", ""), here.lang),
        "day": each["day"],
        "what": what[each["field"]],
        "funder": entry.fields.get("funder", ""),
        "lost": [(topic, ", ".join(places[:NAMED]), max(0, len(places) - NAMED)) for topic, places in lost.items()],
    }
