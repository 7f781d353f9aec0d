"""An actor as it is listed outside these pages: on paper, in address books, where there is no network.

A protected place is never named exactly here, whoever asks: what leaves the house is handed on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph.analysis.home import home_area
from graph.analysis.readable import readable
from graph.model.changes import Entry, Fields
from graph.model.codes import SECTORS
from graph.model.collation import sort_key
from graph.model.fields import Audience
from graph.model.schema import visible
from graph.model.values.phone import show_phone
from graph.network import Network, name_of
from webapp.shown.fresh import fresh
from webapp.shown.hours import hours_line
from webapp.shown.languages import names
from webapp.texts import label, translator


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """A telephone number: to dial, to read, and the service it belongs to where not the actor's own."""

    dial: str
    text: str
    whose: str = ""
    mobile: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Postal:
    """An address; "" for what is not known or not said."""

    building: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""

    @property
    def line(self) -> str:
        """In one line."""
        return ", ".join(part for part in (self.building, self.street, f"{self.postcode} {self.town}".strip()) if part)


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """A service in one line. `headings` are codes."""

    id: str
    name: str
    headings: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Function:
    """A contact: the function, and the person where this audience may read the name."""

    id: str
    function: str
    person: str
    numbers: tuple[Number, ...]
    mails: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """One actor with all that a list says of it, as plain text. `confirmed` is ISO or ""."""

    id: str
    name: str
    sector: str
    parent: str
    area: tuple[str, str]
    services: tuple[Offered, ...]
    numbers: tuple[Number, ...]
    phone_hours: str
    hours: str
    by_appointment: bool
    addresses: tuple[Postal, ...]
    mails: tuple[str, ...]
    sites: tuple[str, ...]
    languages: str
    functions: tuple[Function, ...]
    fresh: str
    confirmed: str

    @property
    def headings(self) -> tuple[str, ...]:
        """Codes of the headings it helps with."""
        return tuple(dict.fromkeys(code for service in self.services for code in service.headings))


def listed(network: Network, id: str, lang: str, today: date, origin: tuple[str, ...]) -> Listed:
    """Fit for `network.memo`. `origin`: the lists the actor comes from."""
    actor = network.entry(id)
    fields, services = actor.fields, network.linking(id, "service", "provider")
    area = home_area(network, id)
    return Listed(
        id=id,
        name=fields["name"],
        sector=label(SECTORS[fields["sector"]], lang) if fields.get("sector") in SECTORS else "",
        parent=name_of(network, fields.get("parent", ""), lang),
        area=(area.id, area.fields["name"]) if area else ("", ""),
        services=tuple(_offered(network, service, lang) for service in services),
        numbers=tuple(listed_numbers(fields, services, lang)),
        phone_hours=hours_line(fields, "phone_hours", lang),
        hours=hours_line(fields, "hours", lang),
        by_appointment=bool(fields.get("by_appointment")),
        addresses=tuple(_addresses(network, (actor, *services))),
        mails=_each(fields, services, "mails"),
        sites=_each(fields, services, "websites"),
        languages=names([each for e in (actor, *services) for each in e.fields.get("languages", ())], lang),
        functions=tuple(_functions(network, id, today, lang)),
        fresh=fresh(network, id, origin, today, lang)[1],
        confirmed=str(fields.get("confirmed_on", "")),
    )


def listed_numbers(fields: Fields, services: list[Entry], lang: str) -> Iterator[Number]:
    """The actor's own, then those of services that have others."""
    seen = set()
    for whose, stated in (("", fields), *((s.fields["name"], s.fields) for s in services)):
        for number in stated.get("phones", ()):
            if number not in seen:
                seen.add(number)
                yield Number(dial=number, text=show_phone(number, lang), whose=whose)


def postal(place: Entry) -> Postal:
    """The address of a place; of a protected one only what everybody may know."""
    fields = visible("place", place.fields, Audience.PUBLIC) if place.fields.get("protected") else place.fields
    return _postal(fields or {})


def sentence_of_audience(audience: Audience, lang: str) -> str:
    """What stands on everything that is not for everyone; "" where it is."""
    _ = translator(lang)
    return {
        Audience.PUBLIC: "",
        Audience.NETWORK: _("Nur für das Netzwerk, nicht zur Veröffentlichung"),
        Audience.COORDINATION: _("Nur für die Koordination: enthält Angaben, die sonst niemand sieht"),
    }[audience]


def _postal(fields: Fields) -> Postal:
    return Postal(
        building=fields.get("name", ""),
        street=f"{fields.get('street', '')} {fields.get('house_number', '')}".strip(),
        postcode=fields.get("postcode", ""),
        town=fields.get("locality", ""),
    )


def _offered(network: Network, service: Entry, lang: str) -> Offered:
    topics = network.linked(service.id, "topics")
    return Offered(
        id=service.id,
        name=service.fields["name"],
        headings=tuple(dict.fromkeys(topic.fields["heading"] for topic in topics)),
        topics=tuple(name_of(network, topic.id, lang) for topic in topics),
    )


def _addresses(network: Network, entries: tuple[Entry, ...]) -> Iterator[Postal]:
    seen = {Postal()}
    for entry in entries:
        for place in network.linked(entry.id, "places"):
            address = postal(place)
            if address not in seen:
                seen.add(address)
                yield address


def _each(fields: Fields, services: list[Entry], name: str) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(each for stated in (fields, *(s.fields for s in services)) for each in stated.get(name, ()))
    )


def _functions(network: Network, actor: str, today: date, lang: str) -> Iterator[Function]:
    contacts = network.linking(actor, "contact", "actor")
    for contact in sorted(contacts, key=lambda c: (sort_key(str(c.fields["function"])), c.id)):
        fields = readable(network, contact, today.isoformat())
        numbers = [(n, name == "mobiles") for name in ("phones", "mobiles") for n in fields.get(name, ())]
        person = str(fields.get("person", ""))
        yield Function(
            id=contact.id,
            function=fields["function"],
            person=person,
            numbers=tuple(Number(dial=n, text=show_phone(n, lang), mobile=mobile) for n, mobile in numbers),
            mails=tuple(fields.get("mails", ())),
        )
