"""The Merkzettel: up to five contacts for one person, as everybody may see them, in big letters.

It is collected in the browser alone; what the server is told are the ids in the address of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graph.model.changes import Entry, Fields
from graph.model.codes import SECTORS
from graph.network import Network
from webapp.outputs.listing import Number, Postal, listed_numbers, postal
from webapp.pages.services.context import said_by, with_places
from webapp.shown.hours import hours_line
from webapp.shown.languages import names
from webapp.texts import LANGUAGES, label

MOST: Final = 5
SLIP_LANGUAGES: Final = LANGUAGES
"""The languages a slip can be printed in, by their own names. More come with the vocabulary's labels."""
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """Where to go. `point` is (latitude, longitude) where a map may show it."""

    postal: Postal
    directions: str
    point: tuple[float, float] | None
    step_free: bool | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Noted:
    """One contact on a slip. `documents`: (service, what to bring), the service "" where it is this one."""

    id: str
    path: str
    name: str
    of: str
    sector: str
    numbers: tuple[Number, ...]
    phone_hours: str
    hours: str
    by_appointment: bool
    ways: tuple[Way, ...]
    documents: tuple[tuple[str, str], ...]
    languages: str
    mails: tuple[str, ...]


def asked_ids(text: str) -> list[str]:
    """The ids in an address, each once, at most five."""
    ids = dict.fromkeys(id for id in text.split(",") if _ID.fullmatch(id))
    return list(ids)[:MOST]


def noted(public: Network, ids: Iterable[str], lang: str) -> list[Noted]:
    """The contacts behind ids; what is not public, or neither actor nor service, is left out."""
    entries = (public.find(id) for id in ids)
    return [
        _noted(public, entry, lang) for entry in entries if entry is not None and entry.kind in ("actor", "service")
    ]


def _noted(network: Network, entry: Entry, lang: str) -> Noted:
    is_service = entry.kind == "service"
    provider = network.entry(entry.fields["provider"]) if is_service else entry
    services = [entry] if is_service else network.linking(entry.id, "service", "provider")
    fields = _fields(network, entry) if is_service else entry.fields
    placed = with_places(network, entry) if is_service else _placed(network, entry, services)
    spoken = [each for e in ([entry] if is_service else [entry, *services]) for each in e.fields.get("languages", ())]
    return Noted(
        id=entry.id,
        path=f"/{lang}/{entry.kind}/{entry.id}",
        name=entry.fields["name"],
        of=provider.fields["name"] if is_service else "",
        sector=label(SECTORS[provider.fields["sector"]], lang) if provider.fields.get("sector") in SECTORS else "",
        numbers=tuple(listed_numbers(fields, [] if is_service else services, lang)),
        phone_hours=hours_line(fields, "phone_hours", lang),
        hours=hours_line(fields, "hours", lang),
        by_appointment=bool(fields.get("by_appointment")),
        ways=tuple(_way(place) for place in network.linked(placed.id, "places")[:1]),
        documents=_documents(services, is_service),
        languages=names(spoken or provider.fields.get("languages", ()), lang),
        mails=tuple(fields.get("mails", ())[:1]),
    )


def _fields(network: Network, service: Entry) -> Fields:
    """How and when, as the service says it, else as its provider does."""
    reached = said_by(network, service, ("phones", "mails"))
    when = said_by(network, service, ("phone_hours", "phone_hours_text", "hours", "hours_text", "by_appointment"))
    return {**reached, **when}


def _placed(network: Network, actor: Entry, services: Sequence[Entry]) -> Entry:
    return next((entry for entry in (actor, *services) if network.linked(entry.id, "places")), actor)


def _way(place: Entry) -> Way:
    fields = place.fields
    shown = not fields.get("protected")
    point = (fields["latitude"], fields["longitude"]) if shown and {"latitude", "longitude"} <= fields.keys() else None
    return Way(
        postal=postal(place),
        directions=str(fields.get("directions", "")) if shown else "",
        point=point,
        step_free=fields.get("step_free"),
    )


def _documents(services: Sequence[Entry], is_service: bool) -> tuple[tuple[str, str], ...]:
    """What to bring, said once where several services ask for the same."""
    found: dict[str, list[str]] = {}
    for service in services:
        if text := " ".join(str(service.fields.get("documents", "")).split()):
            found.setdefault(text, []).append(service.fields["name"])
    several = len(found) > 1 and not is_service
    return tuple((", ".join(names) if several else "", text) for text, names in found.items())
