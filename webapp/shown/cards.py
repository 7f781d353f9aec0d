"""An actor as a card in lists: who, what for, where, when, languages, whom to call, how fresh."""

from __future__ import annotations

from datetime import date
from typing import Any

from markupsafe import Markup

from graph.analysis.home import home_area, land_of
from graph.model.changes import Entry
from graph.model.codes import SECTORS
from graph.network import Network
from webapp.render import fragment
from webapp.shown.fresh import fresh
from webapp.shown.hours import today
from webapp.shown.languages import names
from webapp.shown.places import short_address
from webapp.shown.reach import phone_links
from webapp.texts import label

SERVICES = 3
"""Services named on a card; the rest is counted."""


def card(
    network: Network, id: str, lang: str, day: date, services: tuple[str, ...], sources: tuple[str, ...]
) -> Markup:
    """The card as markup, fit for `network.memo`. `services` are the ids to name first."""
    return fragment("search/card.html", lang, **card_context(network, id, lang, day, services, sources))


def card_context(
    network: Network, id: str, lang: str, day: date, services: tuple[str, ...], sources: tuple[str, ...]
) -> dict[str, Any]:
    """What the card's template shows."""
    actor = network.entry(id)
    fields = actor.fields
    offered = network.linking(id, "service", "provider")
    shown = [network.entry(each) for each in services] or offered[:SERVICES]
    area = home_area(network, id)
    phones = phone_links(fields, lang) or _first_phones(offered, lang)
    return {
        "id": id,
        "name": fields["name"],
        "sector": fields.get("sector", ""),
        "sector_label": label(SECTORS[fields["sector"]], lang) if "sector" in fields else "",
        "entry_point": bool(fields.get("entry_point")),
        "services": [(service.id, service.fields["name"]) for service in shown],
        "more": len(offered) - len(shown),
        "about": "" if shown else fields.get("about", "")[:200],
        "where": short_address(network, actor),
        "area": area.fields["name"] if area else "",
        "when": today(fields, day, land_of(network, area), lang),
        "languages": names(_languages(actor, offered), lang),
        "phones": phones[:2],
        "fresh_state": (freshness := fresh(network, id, sources, day, lang))[0],
        "fresh_text": freshness[1],
    }


def _first_phones(services: list[Entry], lang: str) -> list[tuple[str, str]]:
    return next((links for service in services if (links := phone_links(service.fields, lang))), [])


def _languages(actor: Entry, services: list[Entry]) -> list[str]:
    return [each for entry in (actor, *services) for each in entry.fields.get("languages", ())]
