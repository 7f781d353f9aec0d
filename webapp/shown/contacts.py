"""Contacts of an actor or a service: the function first, a name where it may be read, and who is there today."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from graph.analysis.readable import is_overdue, readable
from graph.analysis.responsibility.standing_in import StandIn, absent_until, standing_in
from graph.model.changes import Entry, Fields
from graph.model.codes import AUDIENCES, STATUSES
from graph.model.fields import Audience
from graph.model.schema import kind
from graph.network import Network, name_of
from webapp.shown.duty import Reached, reached, until
from webapp.shown.hours import Table, tables
from webapp.shown.reach import Link, mail_links, phone_links
from webapp.texts import label, translator

_SHARED = ("letters", "areas", "statuses", "topics", "services")
"""What a contact states when the work is shared out."""


class Person(NamedTuple):
    """One contact as shown. `seen_by` is "" for what everyone sees."""

    id: str
    function: str
    person: str
    remark: str
    duties: list[tuple[str, str]]
    """(label, text) of what it is responsible for, and its deputy."""
    absent: str
    """Until when it is away, "" when it is there."""
    stands_in_for: list[str]
    """Functions it stands in for today."""
    today: Reached | None
    """Who is there for it today; None where work is not shared out and nobody is away."""
    links: list[Link]
    hours: list[Table]
    seen_by: str
    absence_url: str
    """Where an absence is entered, "" for who may not."""


def contacts(network: Network, entry: Entry, today: str, lang: str) -> list[Person]:
    """Those of an actor, or those who answer for a service. Keep what is made of it by `memo` with the day."""
    name, field = ("services", "contact") if entry.kind == "service" else ("actor", "contact")
    found = network.linking(entry.id, field, name)
    stand_ins = {contact.id: standing_in(network, contact.id, today) for contact in found}
    service = entry.id if entry.kind == "service" else ""
    return [_person(network, contact, service, stand_ins, today, lang) for contact in found]


def duties_text(network: Network, fields: Fields, lang: str) -> list[tuple[str, str]]:
    """(label, text) of letters, areas, statuses and topics that a contact states."""
    _ = translator(lang)
    said = [
        (_("Nachnamen"), str(fields.get("letters", ""))),
        (_("Gebiete"), ", ".join(name_of(network, id, lang) for id in fields.get("areas", ()))),
        (
            _("Status"),
            ", ".join(label(STATUSES[code], lang) for code in fields.get("statuses", ()) if code in STATUSES),
        ),
        (_("Themen"), ", ".join(name_of(network, id, lang) for id in fields.get("topics", ()))),
    ]
    return [(title, text) for title, text in said if text]


def deputy_name(network: Network, fields: Fields) -> str:
    """The function of a contact's deputy, with its organisation where that is another one; "" for none."""
    deputy = network.find(fields.get("deputy", ""))
    if deputy is None:
        return ""
    function, actor = str(deputy.fields["function"]), deputy.fields["actor"]
    return function if actor == fields["actor"] else f"{function} ({name_of(network, actor)})"


def _person(
    network: Network, contact: Entry, service: str, stand_ins: dict[str, StandIn], today: str, lang: str
) -> Person:
    fields, coordination = readable(network, contact, today), network.audience is Audience.COORDINATION
    audience = fields.get("audience", "public")
    absent = absent_until(fields, today)
    deputy = [(translator(lang)("Vertretung"), name)] if (name := deputy_name(network, fields)) else []
    shared = absent or any(fields.get(name) for name in _SHARED)
    return Person(
        id=contact.id,
        function=fields["function"],
        person=fields.get("person", ""),
        remark=_review(fields, today, lang) if coordination else "",
        duties=duties_text(network, fields, lang) + deputy,
        absent=until(absent, lang) if absent else "",
        stands_in_for=_absent_for(network, contact.id, stand_ins),
        today=_today(network, contact, service, today, lang) if shared else None,
        links=phone_links(fields, lang) + phone_links(fields, lang, "mobiles") + mail_links(fields),
        hours=tables(fields, lang),
        seen_by="" if audience == "public" else label(AUDIENCES[audience], lang),
        absence_url=f"/{lang}/contact/{contact.id}/absence" if coordination else "",
    )


def _today(network: Network, contact: Entry, service: str, today: str, lang: str) -> Reached:
    day = date.fromisoformat(today)
    return reached(network, contact.fields["actor"], contact.id, service or None, day, None, day, lang)


def _absent_for(network: Network, id: str, stand_ins: dict[str, StandIn]) -> list[str]:
    """For whom somebody stands in, of those shown beside."""
    return [
        str(network.entry(other).fields["function"])
        for other, found in stand_ins.items()
        if other != id and found.present == id
    ]


def _review(fields: Fields, today: str, lang: str) -> str:
    if not is_overdue(fields, today):
        return ""
    return f"{label(kind('contact').field('review_by').label, lang)}: {until(fields['review_by'], lang)}"
