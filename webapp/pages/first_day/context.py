"""What the sheet says: who does what, which services, who is near, what is agreed, what is open."""

from __future__ import annotations

from typing import Any, NamedTuple

from graph.analysis.readable import readable
from graph.analysis.responsibility.standing_in import absent_until
from graph.model.changes import Entry, Fields
from graph.model.collation import sort_key
from graph.model.errors import Missing
from graph.network import Network, name_of
from webapp.access import Permission
from webapp.pages.first_day.around import agreements, groups, partners
from webapp.pages.first_day.unsettled import unsettled
from webapp.shown import places
from webapp.shown.contacts import deputy_name, duties_text
from webapp.shown.duty import until
from webapp.shown.hours import hours_line
from webapp.shown.reach import Link, mail_links, phone_links
from webapp.survey import keeping
from webapp.texts import N_, translator
from webapp.visit import Visit

_HOURS = (("phone_hours", N_("Telefonzeiten")), ("hours", N_("Öffnungszeiten")))


class Colleague(NamedTuple):
    """One contact of the actor."""

    function: str
    person: str
    duties: str
    deputy: str
    absent: str
    links: list[Link]


class Offered(NamedTuple):
    """One service with what is asked on the telephone."""

    name: str
    facts: list[tuple[str, str]]


def context(here: Visit, id: str) -> dict[str, Any]:
    """Shapes of `first_day/sheet.html`. Raises Missing.

    Open items are findings about an actor: only coordination and whoever speaks for the actor see them.
    """
    network, lang, today = here.network, here.lang, here.today
    actor = network.entry(id)
    if actor.kind != "actor":
        raise Missing("entry", id)
    own = here.may(Permission.EDIT) or any(grant.actor == id for grant in here.grants)
    refused = keeping.refusals(network, [keeping.of(here.services.store, here.whole, id)]) if own else frozenset()
    incoming, outgoing = partners(network, id, lang)
    parent = network.find(actor.fields.get("parent", ""))
    return {
        "id": id,
        "name": actor.fields["name"],
        "about": actor.fields.get("about", ""),
        "today": today,
        "demo_mark": here.demo_mark,
        "parent": (parent.fields["name"], phone_links(parent.fields, lang)[:1]) if parent else None,
        "phones": phone_links(actor.fields, lang),
        "mails": mail_links(actor.fields),
        "address": places.short_address(network, actor),
        "hours": _hours(actor.fields, lang),
        "colleagues": _colleagues(network, actor, today.isoformat(), lang),
        "services": [_offered(each, lang) for each in network.linking(id, "service", "provider")],
        "incoming": incoming,
        "outgoing": outgoing,
        "agreements": agreements(network, id, lang),
        "groups": groups(network, id, today, lang),
        "own": own,
        "open": unsettled(network, id, today, refused, lang) if own else [],
    }


def _colleagues(network: Network, actor: Entry, today: str, lang: str) -> list[Colleague]:
    contacts = network.linking(actor.id, "contact", "actor")
    return [
        _colleague(network, each, today, lang)
        for each in sorted(contacts, key=lambda e: sort_key(e.fields["function"]))
    ]


def _colleague(network: Network, contact: Entry, today: str, lang: str) -> Colleague:
    _, fields = translator(lang), readable(network, contact, today)
    duties = [f"{title}: {text}" for title, text in duties_text(network, fields, lang)]
    offered = ", ".join(name_of(network, id, lang) for id in fields.get("services", ()))
    away = absent_until(fields, today)
    return Colleague(
        function=fields["function"],
        person=str(fields.get("person", "")),
        duties="; ".join([*duties, *([_("Angebote: {names}", names=offered)] if offered else [])]),
        deputy=deputy_name(network, fields),
        absent=until(away, lang) if away else "",
        links=[*phone_links(fields, lang), *phone_links(fields, lang, "mobiles"), *mail_links(fields)],
    )


def _offered(service: Entry, lang: str) -> Offered:
    _, fields = translator(lang), service.fields
    phones = ", ".join(text for _, text in phone_links(fields, lang))
    said = [
        (_("Telefon"), phones),
        *_hours(fields, lang),
        (_("Rechtsgrundlage"), _law(fields, lang)),
        (_("Mitzubringen"), str(fields.get("documents", ""))),
    ]
    return Offered(str(fields["name"]), [(title, text) for title, text in said if text])


def _law(fields: Fields, lang: str) -> str:
    _, text = translator(lang), str(fields.get("legal_basis", ""))
    if text and fields.get("legal_to"):
        return _("{law}, gilt bis {day}", law=text, day=until(fields["legal_to"], lang))
    return text


def _hours(fields: Fields, lang: str) -> list[tuple[str, str]]:
    """(title, text) of telephone and opening hours in one line each."""
    _ = translator(lang)
    found = ((title, hours_line(fields, name, lang)) for name, title in _HOURS)
    return [(_(title), text) for title, text in found if text]
