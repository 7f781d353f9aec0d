"""One field of the gap matrix: what is known of a topic in an area, where else it is offered, and whom to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from graph.analysis.coverage.findings import of_cell
from graph.analysis.finding import told
from graph.analysis.home import home_id
from graph.model.changes import Entry, EntryId
from graph.model.codes import STATUSES
from graph.model.collation import sort_key
from graph.model.errors import Missing
from graph.model.values.languages import language_name
from graph.network import Network, lineage, name_of
from webapp.access import Permission
from webapp.pages.missing import table, wish
from webapp.pages.missing.wish import Wish
from webapp.texts import label
from webapp.visit import Visit

ASKED = 5
"""Actors who are named to be asked."""


def context(here: Visit, topic: str, area: str, args: Mapping[str, str]) -> dict[str, Any]:
    """Raises Missing for what is no topic or no area of the matrix."""
    network, lang = here.network, here.lang
    county = next((id for id, units in wish.counties(network).items() if area in units), None)
    if county is None or entry_of(network, topic, "topic") is None:
        raise Missing("entry", topic)
    wanted = wish.read(network, {**args, "county": county})
    cells = table.topic_cells(network, topic, here.today, wanted, lang)
    here_cell = table.row_of(network, topic, here.today, wanted)[EntryId(area)]
    return {
        "topic": (f"/{lang}/missing/{topic}", name_of(network, topic, lang)),
        "area": (f"/{lang}/area/{area}", name_of(network, area, lang)),
        "finding": told(network, of_cell(EntryId(topic), EntryId(area), here_cell), lang),
        "state": here_cell.state,
        "language": wanted.language,
        "stated": stated(here, topic, area),
        "known": [service(network, id, lang) for id in here_cell.services],
        "elsewhere": [
            (name, each) for id, name, each in cells if id != area and each.state in ("offered", "partly", "beyond")
        ],
        "asked": asked(network, area, lang),
        "may_edit": here.may(Permission.EDIT),
        "asked_of": asked_of(here, wanted),
        "new_service": _new(
            "service", lang, topics=topic, areas=area, statuses=wanted.status, languages=wanted.language
        ),
        "new_absence": _new("absence", lang, topic=topic, area=area, language=wanted.language),
    }


def asked_of(here: Visit, wanted: Wish) -> str:
    """For whom the field is asked, in words; "" for everyone."""
    said = [label(STATUSES[wanted.status], here.lang)] if wanted.status else []
    if wanted.language:
        said.append(language_name(wanted.language, here.lang))
        said += [] if wanted.interpreters else [here._("ohne Dolmetschen")]
    return ", ".join(said)


def _new(kind: str, lang: str, **given: str) -> str:
    """The form of a new entry with what is known already."""
    return f"/{lang}/entries/{kind}/new?" + urlencode([(name, value) for name, value in given.items() if value])


def entry_of(network: Network, id: str, kind: str) -> Entry | None:
    """The entry of this id if it is of this kind."""
    entry = network.find(id)
    return entry if entry is not None and entry.kind == kind else None


def stated(here: Visit, topic: str, area: str) -> list[tuple[str, str]]:
    """(by whom, on which day) somebody stated that there is none; by whom only where the visitor may see it."""
    topics, areas = set(lineage(here.network, topic)), set(lineage(here.network, area))
    return [
        (entry.fields.get("stated_by", ""), entry.fields.get("stated_on", ""))
        for entry in here.network.of_kind("absence").values()
        if entry.fields["topic"] in topics and entry.fields["area"] in areas
    ]


def service(network: Network, id: EntryId, lang: str) -> tuple[str, str]:
    """(address, name) of a service."""
    return f"/{lang}/service/{id}", name_of(network, id, lang)


def asked(network: Network, area: str, lang: str) -> list[tuple[str, str]]:
    """Where people start in an area, else in the county: who may know. Those of the area itself come first."""
    starts = [actor for actor in network.of_kind("actor").values() if actor.fields.get("entry_point")]
    near = set(lineage(network, area))
    ranked = sorted(
        (area not in lineage(network, home_id(network, a.id) or ""), sort_key(a.fields["name"]), a.id)
        for a in starts
        if near & set(lineage(network, home_id(network, a.id) or ""))
    )
    return [(f"/{lang}/actor/{id}", name_of(network, id, lang)) for _, _, id in ranked[:ASKED]]
