"""What one call's page shows: the number, what is stored, the services at a glance."""

from __future__ import annotations

from typing import Any, NamedTuple

from graph.network import Network
from graph.operations.attribution import source_ids
from webapp.calling import Round
from webapp.pages.actors.context import call_context
from webapp.shown import hours
from webapp.shown.contacts import contacts
from webapp.shown.fresh import fresh
from webapp.shown.numbers import numbers
from webapp.shown.reach import Link, phone_links
from webapp.shown.services import facts, topic_links
from webapp.texts import ZONE, day
from webapp.visit import Visit


class Offered(NamedTuple):
    """One service to read out."""

    id: str
    name: str
    topics: str
    facts: list[tuple[str, str]]
    phones: list[Link]
    hours: list[hours.Table]
    confirmed: str


def context(here: Visit, found: Round) -> dict[str, Any]:
    """Shapes of `calls/call.html`."""
    network, lang, id = here.network, here.lang, found.queue[0]
    actor = network.entry(id)
    minute = here.now.astimezone(ZONE).replace(second=0, microsecond=0, tzinfo=None)
    return {
        "round": found,
        "actor": actor,
        "fresh": fresh(network, id, source_ids(here.whole, id), here.today, lang),
        "call": call_context(network, id, lang, minute, False),
        "numbers": numbers(network, actor, lang),
        "about": actor.fields.get("about", ""),
        "hours": hours.tables(actor.fields, lang),
        "by_appointment": bool(actor.fields.get("by_appointment")),
        "contacts": contacts(network, actor, here.today.isoformat(), lang),
        "services": _offered(network, id, lang),
        "tried": found.tried.get(id, 0),
        "op": here.services.op(),
        "back": f"/{lang}/calls",
    }


def _offered(network: Network, id: str, lang: str) -> list[Offered]:
    return [
        Offered(
            service.id,
            service.fields["name"],
            ", ".join(name for _, name in topic_links(network, service, lang)),
            facts(network, service, lang),
            phone_links(service.fields, lang),
            hours.tables(service.fields, lang),
            day(stated, lang) if len(stated := service.fields.get("confirmed_on", "")) == 10 else stated,
        )
        for service in network.linking(id, "service", "provider")
    ]
