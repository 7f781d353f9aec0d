"""What contacts and services say they are there for: topics, areas, statuses, letters, and who of them says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from graph.model.changes import Entry, EntryId
from graph.model.values.letters import Span, letter_spans
from graph.network import Network

By = Literal["contact", "service", "actor", ""]
"""Who states it; "" where nobody does."""

EVERY_LETTER: tuple[Span, ...] = (("a", "z"),)


class Stated(NamedTuple):
    """Values, and who states them."""

    values: frozenset[str]
    by: By


NOTHING = Stated(frozenset(), "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """One contact for one of its services, a contact without any, or a service that names no contact here."""

    actor: EntryId
    contact: EntryId | None
    service: EntryId | None
    topics: tuple[Stated, ...]
    """As the contact says, as the service does, as the actor's services together do: nearest first."""
    areas: Stated
    statuses: Stated
    letters: str = ""
    spans: tuple[Span, ...] | None = EVERY_LETTER
    """None where the letters can't be read."""

    @property
    def by_letters(self) -> bool:
        """Whether it is only for some surnames, as far as that can be read."""
        return self.spans not in (None, EVERY_LETTER)


def duties(network: Network) -> tuple[Duty, ...]:
    """Every duty this audience sees. Keep it by `network.memo`. O(contacts + services)."""
    contacts = network.of_kind("contact").values()
    return (
        *(duty for contact in contacts for duty in contact_duties(network, contact)),
        *(_service_duty(network, service) for service in network.of_kind("service").values()),
    )


def contact_duties(network: Network, contact: Entry) -> Iterator[Duty]:
    """A contact's duties: one for each of its services, else one as its whole actor's."""
    services: list[Entry | None] = [*network.linked(contact.id, "services")]
    for service in services or [None]:
        yield _contact_duty(network, contact, service)


def _contact_duty(network: Network, contact: Entry, service: Entry | None) -> Duty:
    fields, letters = contact.fields, str(contact.fields.get("letters", ""))
    return Duty(
        actor=EntryId(fields["actor"]),
        contact=contact.id,
        service=service.id if service else None,
        topics=_topics(network, contact, service),
        areas=_first(contact, service, "areas"),
        statuses=_first(contact, service, "statuses"),
        letters=letters,
        spans=letter_spans(letters) if letters else EVERY_LETTER,
    )


def _service_duty(network: Network, service: Entry) -> Duty:
    return Duty(
        actor=EntryId(service.fields["provider"]),
        contact=None,
        service=service.id,
        topics=tuple(_stated(service.fields.get("topics", ()), "service")),
        areas=_first(None, service, "areas"),
        statuses=_first(None, service, "statuses"),
    )


def _topics(network: Network, contact: Entry, service: Entry | None) -> tuple[Stated, ...]:
    own = tuple(_stated(contact.fields.get("topics", ()), "contact"))
    if service is not None:
        return (*own, *_stated(service.fields.get("topics", ()), "service"))
    if own:
        return own
    offered = network.linking(contact.fields["actor"], "service", "provider")
    return tuple(_stated((topic for each in offered for topic in each.fields.get("topics", ())), "actor"))


def _first(contact: Entry | None, service: Entry | None, name: str) -> Stated:
    """What the contact states, else what the service does."""
    if contact is not None and contact.fields.get(name):
        return Stated(frozenset(contact.fields[name]), "contact")
    if service is not None and service.fields.get(name):
        return Stated(frozenset(service.fields[name]), "service")
    return NOTHING


def _stated(values: Iterable[str], by: By) -> Iterator[Stated]:
    found = frozenset(values)
    if found:
        yield Stated(found, by)
