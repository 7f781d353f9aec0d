"""What the first page shows."""

from __future__ import annotations

from typing import Any

from graph.live import Live
from graph.model.codes import HEADINGS
from graph.model.errors import Unavailable
from graph.network import Network
from graph.search.results import headings_counted
from graph.store import Store
from webapp.access import Permission
from webapp.texts import ZONE, label, plural_translator
from webapp.visit import Visit

EXAMPLES = {"de": ("Deutschkurs", "Wohnung", "Kita", "Asyl"), "en": ("German course", "housing", "childcare", "asylum")}
"""Words to try in a first search."""


def context(here: Visit) -> dict[str, Any]:
    """One field, ten headings, and how fresh the network is."""
    network, facets = here.network, here.index.facets
    counted = headings_counted(facets)
    _n = plural_translator(here.lang)
    tiles = [
        (
            code,
            label(HEADINGS[code], here.lang),
            f"/{here.lang}/search?heading={code}",
            _n("{n} Stelle", "{n} Stellen", n),
        )
        for code, n in counted.items()
    ]
    return {
        "empty": not network.of_kind("actor"),
        "may_import": here.may(Permission.IMPORT),
        "tiles": tiles,
        "examples": EXAMPLES[here.lang],
        "actors": len(network.of_kind("actor")),
        "services": len(network.of_kind("service")),
        "areas": network.memo_of("area", _municipalities),
        "changed_on": _changed_on(here),
    }


def _municipalities(network: Network) -> int:
    """Areas in which others do not lie: what people call a town."""
    areas = network.of_kind("area").values()
    above = {area.fields.get("parent") for area in areas}
    return sum(area.id not in above for area in areas)


def _changed_on(here: Visit) -> str:
    """The day of the last change, "" where it can't be told."""
    try:
        return here.whole.memo(_day, here.services.store, here.services.live)
    except Unavailable:
        return ""


def _day(network: Network, store: Store, live: Live) -> str:
    if live.silent:
        raise Unavailable  # known already, and not worth a reader's waiting
    at = store.written_at()
    return at.astimezone(ZONE).date().isoformat() if at else ""
