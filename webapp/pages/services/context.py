"""What a service's page shows. What the service does not say of itself holds as its provider says it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from graph.analysis.home import home_area, land_of
from graph.model.changes import Entry, Fields
from graph.model.codes import CAPACITY_UNITS, DUTIES, SECTORS
from graph.model.errors import Missing
from graph.network import Network
from graph.operations.attribution import source_ids
from webapp.access import Permission
from webapp.render import fragment
from webapp.shown import hours, languages, maps, places, services, sources, ties
from webapp.shown.calling import reached
from webapp.shown.contacts import contacts
from webapp.shown.fresh import fresh
from webapp.texts import ZONE, Translate, day, german, label, number, translator
from webapp.visit import Visit

_REACHED = ("phones", "mails", "websites")
_WHEN = ("phone_hours", "phone_hours_text", "hours", "hours_text", "by_appointment")


def context(here: Visit, id: str) -> dict[str, Any]:
    """The page in parts. Raises Missing."""
    network, lang = here.network, here.lang
    service = here.network.entry(id)
    if service.kind != "service":
        raise Missing("entry", id)
    minute = here.now.astimezone(ZONE).replace(second=0, microsecond=0, tzinfo=None)
    origin = source_ids(here.whole, id)
    return {
        "id": id,
        "name": service.fields["name"],
        "lead": network.memo(lead, id, lang, here.today, origin),
        "call": network.memo(call, id, lang, minute),
        "body": network.memo(body, id, lang, here.today),
        "side": network.memo(side, id, lang, origin),
        "search_url": f"/{lang}/search",
        "may_edit": here.may(Permission.EDIT),
        "may_history": here.may(Permission.HISTORY),
    }


def lead(network: Network, id: str, lang: str, today: date, origin: tuple[str, ...]) -> Markup:
    """Below the name: who offers it, how fresh."""
    return fragment("services/lead.html", lang, **lead_context(network, id, lang, today, origin))


def call(network: Network, id: str, lang: str, minute: datetime) -> Markup:
    """Whom to call, whether now, and where to go."""
    return fragment("actors/call.html", lang, **call_context(network, id, lang, minute))


def body(network: Network, id: str, lang: str, today: date) -> Markup:
    """What it is, for whom, when, and who sends people."""
    return fragment("services/body.html", lang, **body_context(network, id, lang, today))


def side(network: Network, id: str, lang: str, origin: tuple[str, ...]) -> Markup:
    """Where, languages, sources."""
    return fragment("services/side.html", lang, **side_context(network, id, lang, origin))


def lead_context(network: Network, id: str, lang: str, today: date, origin: tuple[str, ...]) -> dict[str, Any]:
    """Shapes of `services/lead.html`."""
    service = network.entry(id)
    provider = network.entry(service.fields["provider"])
    sector = provider.fields.get("sector", "")
    state, text = fresh(network, id if "confirmed_on" in service.fields else provider.id, origin, today, lang)
    return {
        "provider": (f"/{lang}/actor/{provider.id}", provider.fields["name"]),
        "sector": sector,
        "sector_label": label(SECTORS[sector], lang) if sector else "",
        "fresh_state": state,
        "fresh_text": text,
    }


def call_context(network: Network, id: str, lang: str, minute: datetime) -> dict[str, Any]:
    """Shapes of `actors/call.html`."""
    service = network.entry(id)
    fields = {**said_by(network, service, _REACHED), **said_by(network, service, _WHEN)}
    land = land_of(network, home_area(network, id))
    return {
        **reached(fields, land, lang, minute),
        "address": places.short_address(network, with_places(network, service)),
        "spoken": languages.names(said_by(network, service, ("languages",)).get("languages", ()), lang),
        "calling_back": False,
    }


def body_context(network: Network, id: str, lang: str, today: date) -> dict[str, Any]:
    """Shapes of `services/body.html`."""
    service = network.entry(id)
    provider = network.entry(service.fields["provider"])
    when = said_by(network, service, _WHEN)
    incoming, _ = ties.referrals(network, id, today.isoformat(), lang)
    others = [(f"/{lang}/service/{o.id}", o.name) for o in services.offers(network, provider.id, lang) if o.id != id]
    return {
        "about": service.fields.get("about", ""),
        "topics": services.topic_links(network, service, lang),
        "facts": services.facts(network, service, lang) + _conditions(service.fields, lang),
        "hours": hours.tables(when, lang),
        "by_appointment": bool(when.get("by_appointment")),
        "contacts": contacts(network, service, today.isoformat(), lang),
        "incoming": incoming,
        "provider": provider.fields["name"],
        "others": others,
    }


def side_context(network: Network, id: str, lang: str, origin: tuple[str, ...]) -> dict[str, Any]:
    """Shapes of `services/side.html`."""
    service = network.entry(id)
    found = places.addresses(network, with_places(network, service), lang)
    area = home_area(network, id)
    stated = said_by(network, service, ("languages",)).get("languages", ())
    return {
        "addresses": found,
        "area_name": area.fields["name"] if area else "",
        "map": maps.map_of(network, area, [place.point for place in found if place.point]),
        "languages": languages.spoken(stated, lang),
        "served": [link for each in service.fields.get("areas", ()) if (link := places.area_link(network, each, lang))],
        "sources": sources.attributions(network, origin),
    }


def said_by(network: Network, service: Entry, names: tuple[str, ...]) -> Fields:
    """These fields as the service states any of them, else as its provider does."""
    own = {name: service.fields[name] for name in names if name in service.fields}
    if own:
        return own
    provider = network.entry(service.fields["provider"])
    return {name: provider.fields[name] for name in names if name in provider.fields}


def with_places(network: Network, service: Entry) -> Entry:
    """Whose places count: the service's own, else its provider's."""
    return service if service.fields.get("places") else network.entry(service.fields["provider"])


def _conditions(fields: Fields, lang: str) -> list[tuple[str, str]]:
    """Capacity with unit and date, law with validity, funding with its end."""
    _ = translator(lang)
    said = [
        (_("Kapazität"), _capacity(fields, _, lang)),
        (_("Rechtsgrundlage"), _law(fields, _, lang)),
        (_("Aufgabe"), label(DUTIES[fields["duty"]], lang) if fields.get("duty") in DUTIES else ""),
        (_("Gefördert durch"), german(fields.get("funder", ""), lang)),
        (_("Förderung endet"), day(fields["funded_until"], lang) if "funded_until" in fields else ""),
    ]
    return [(title, text) for title, text in said if text]


def _capacity(fields: Fields, _: Translate, lang: str) -> str:
    if "capacity" not in fields:
        return ""
    unit = label(CAPACITY_UNITS[fields["capacity_unit"]], lang) if fields.get("capacity_unit") in CAPACITY_UNITS else ""
    text = f"{number(fields['capacity'], lang)} {unit}".strip()
    if "capacity_on" in fields:
        text = _("{capacity}, Stand {day}", capacity=text, day=day(fields["capacity_on"], lang))
    return f"{text} ({fields['capacity_source']})" if fields.get("capacity_source") else text


def _law(fields: Fields, _: Translate, lang: str) -> str:
    text = str(fields.get("legal_basis", ""))
    if text and "legal_from" in fields:
        text = _("{law}, gilt ab {day}", law=text, day=day(fields["legal_from"], lang))
    if text and "legal_to" in fields:
        text = _("{law}, gilt bis {day}", law=text, day=day(fields["legal_to"], lang))
    return text
