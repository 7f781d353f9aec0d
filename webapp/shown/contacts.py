"""Contacts of an actor or a service: the function first, a name where the reader may see one."""

from __future__ import annotations

from typing import NamedTuple

from graph.model.changes import Entry, Fields
from graph.model.codes import AUDIENCES
from graph.model.fields import Audience
from graph.model.schema import kind, personal_fields
from graph.network import Network
from webapp.shown.hours import Table, tables
from webapp.shown.reach import Link, mail_links, phone_links
from webapp.texts import day, label, translator


class Person(NamedTuple):
    """One contact as shown. `seen_by` is "" for what everyone sees."""

    id: str
    function: str
    person: str
    remark: str
    links: list[Link]
    hours: list[Table]
    seen_by: str


def contacts(network: Network, entry: Entry, today: str, lang: str) -> list[Person]:
    """Those of an actor, or those who answer for a service."""
    name, field = ("services", "contact") if entry.kind == "service" else ("actor", "contact")
    return [_person(network, contact, today, lang) for contact in network.linking(entry.id, field, name)]


def _person(network: Network, contact: Entry, today: str, lang: str) -> Person:
    _, fields, remarks = translator(lang), contact.fields, []
    if _is_overdue(fields, today):
        if network.audience is Audience.COORDINATION:
            review = label(kind("contact").field("review_by").label, lang)
            remarks.append(f"{review}: {day(fields['review_by'], lang)}")
        else:
            fields = {name: value for name, value in fields.items() if name not in personal_fields("contact")}
    if fields.get("letters"):
        remarks.append(_("Nachnamen {letters}", letters=fields["letters"]))
    if fields.get("absent_until", "") >= today:
        remarks.append(_("abwesend bis {day}", day=day(fields["absent_until"], lang)))
    phones = phone_links(fields, lang) + phone_links(fields, lang, "mobiles")
    audience = fields.get("audience", "public")
    return Person(
        id=contact.id,
        function=fields["function"],
        person=fields.get("person", ""),
        remark=", ".join(remarks),
        links=phones + mail_links(fields),
        hours=tables(fields, lang),
        seen_by="" if audience == "public" else label(AUDIENCES[audience], lang),
    )


def _is_overdue(fields: Fields, today: str) -> bool:
    """Who is named is reviewed within a year; until that is done only coordination sees the person."""
    review_by = str(fields.get("review_by", ""))
    return bool(review_by) and review_by < today[: len(review_by)]
