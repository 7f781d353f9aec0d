"""What an actor's page shows: parts kept until something changes, and what the minute decides."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from graph.analysis.home import home_area, land_of
from graph.model.changes import Entry
from graph.model.codes import SECTORS
from graph.model.errors import Missing
from graph.network import Network
from graph.operations.attribution import source_ids
from graph.operations.calling_back import calls_back
from graph.search.results import Wish
from webapp.access import Permission
from webapp.pages.outputs.menu import take_url
from webapp.render import fragment
from webapp.shown import hours, languages, maps, places, services, sources, ties
from webapp.shown.calling import reached
from webapp.shown.contacts import contacts
from webapp.shown.fresh import fresh
from webapp.texts import ZONE, label
from webapp.visit import Visit


def context(here: Visit, id: str) -> dict[str, Any]:
    """The page in four parts. Raises Missing."""
    network, lang = here.network, here.lang
    actor = here.network.entry(id)
    if actor.kind != "actor":
        raise Missing("entry", id)
    minute = here.now.astimezone(ZONE).replace(second=0, microsecond=0, tzinfo=None)
    origin = source_ids(here.whole, id)
    return {
        "id": id,
        "name": actor.fields["name"],
        "lead": network.memo(lead, id, lang, here.today, origin),
        "call": network.memo(call, id, lang, minute, calls_back(here.whole, id)),
        "body": network.memo(body, id, lang, here.today),
        "side": network.memo(side, id, lang, origin),
        "search_url": f"/{lang}/search",
        "take_url": take_url(here, Wish(words=actor.fields["name"])),
        "may_edit": here.may(Permission.EDIT),
        "may_history": here.may(Permission.HISTORY),
    }


def lead(network: Network, id: str, lang: str, today: date, origin: tuple[str, ...]) -> Markup:
    """Below the name: sector, what it is part of, how fresh."""
    return fragment("actors/lead.html", lang, **lead_context(network, id, lang, today, origin))


def call(network: Network, id: str, lang: str, minute: datetime, calling_back: bool) -> Markup:
    """Whom to call, whether now, and where to go."""
    return fragment("actors/call.html", lang, **call_context(network, id, lang, minute, calling_back))


def body(network: Network, id: str, lang: str, today: date) -> Markup:
    """Services, hours, contacts, referrals, neighbours."""
    return fragment("actors/body.html", lang, **body_context(network, id, lang, today))


def side(network: Network, id: str, lang: str, origin: tuple[str, ...]) -> Markup:
    """Where, languages, units, sources."""
    return fragment("actors/side.html", lang, **side_context(network, id, lang, origin))


def lead_context(network: Network, id: str, lang: str, today: date, origin: tuple[str, ...]) -> dict[str, Any]:
    """Shapes of `actors/lead.html`."""
    fields = network.entry(id).fields
    state, text = fresh(network, id, origin, today, lang)
    parent = network.find(fields.get("parent", ""))
    area = home_area(network, id)
    return {
        "sector": fields.get("sector", ""),
        "sector_label": label(SECTORS[fields["sector"]], lang) if "sector" in fields else "",
        "parent": (f"/{lang}/actor/{parent.id}", parent.fields["name"]) if parent else None,
        "area": (f"/{lang}/area/{area.id}", area.fields["name"]) if area else None,
        "entry_point": bool(fields.get("entry_point")),
        "fresh_state": state,
        "fresh_text": text,
    }


def call_context(network: Network, id: str, lang: str, minute: datetime, calling_back: bool) -> dict[str, Any]:
    """Shapes of `actors/call.html`."""
    actor = network.entry(id)
    return {
        **reached(actor.fields, land_of(network, home_area(network, id)), lang, minute),
        "address": places.short_address(network, actor),
        "spoken": languages.names(_stated(network, actor), lang),
        "calling_back": calling_back,
    }


def body_context(network: Network, id: str, lang: str, today: date) -> dict[str, Any]:
    """Shapes of `actors/body.html`."""
    actor = network.entry(id)
    incoming, outgoing = ties.referrals(network, id, today.isoformat(), lang)
    return {
        "about": actor.fields.get("about", ""),
        "services": services.offers(network, id, lang),
        "hours": hours.tables(actor.fields, lang),
        "by_appointment": bool(actor.fields.get("by_appointment")),
        "contacts": contacts(network, actor, today.isoformat(), lang),
        "incoming": incoming,
        "outgoing": outgoing,
        **ties.hood(network, id, lang),
    }


def side_context(network: Network, id: str, lang: str, origin: tuple[str, ...]) -> dict[str, Any]:
    """Shapes of `actors/side.html`."""
    actor = network.entry(id)
    found = places.addresses(network, actor, lang)
    area = home_area(network, id)
    units = network.linking(id, "actor", "parent")
    return {
        "addresses": found,
        "area_name": area.fields["name"] if area else "",
        "map": maps.map_of(network, area, [place.point for place in found if place.point]),
        "languages": languages.spoken(dict.fromkeys(_stated(network, actor)), lang),
        "units": [(f"/{lang}/actor/{unit.id}", unit.fields["name"]) for unit in units],
        "sources": sources.attributions(network, origin),
    }


def _stated(network: Network, actor: Entry) -> list[str]:
    """The languages of an actor and of its services."""
    entries = (actor, *network.linking(actor.id, "service", "provider"))
    return [each for entry in entries for each in entry.fields.get("languages", ())]
