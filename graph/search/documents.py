"""What is searched: one document an actor, with its services, topics, places and contacts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.model.changes import Entry, EntryId, Fields
from graph.model.codes import HEADINGS, STATUSES, TARGET_GROUPS
from graph.model.fields import Audience
from graph.model.schema import personal_fields
from graph.network import Network, lineage
from graph.search.tables import PHONE, Document

_LEADS_TO_ACTOR = {
    "service": ("provider",),
    "contact": ("actor",),
}


def documents(network: Network) -> Iterator[Document]:
    """A document for each actor."""
    for id in network.of_kind("actor"):
        yield document(network, id)


def document(network: Network, id: EntryId) -> Document:
    """What an actor is found by, in classes of weight, and what it is filtered by."""
    actor = network.entry(id)
    services = network.linking(id, "service", "provider")
    contacts = [_findable(network, contact) for contact in network.linking(id, "contact", "actor")]
    parts: dict[str, Iterable[object]] = {
        "name": [actor.fields.get("name"), actor.fields.get("short_name")],
        "service": [s.fields.get("name") for s in services],
        "topic": [*_topics(network, services), *_codes(services)],
        "place": _places(network, (actor, *services)),
        "text": _texts(actor, services, contacts),
        PHONE: _phones(actor, services, contacts),
    }
    return Document(
        id=id,
        fields=tuple((weight, str(text)) for weight, texts in parts.items() for text in texts if text),
        facets=tuple(dict.fromkeys(_facets(network, actor, services, contacts))),
        sort=str(actor.fields.get("name", "")),
    )


def actors_about(network: Network, touched: Iterable[EntryId]) -> set[EntryId]:
    """The actors whose document says something about these entries."""
    found: set[EntryId] = set()
    seen: set[EntryId] = set()
    queue = list(touched)
    while queue:
        id = queue.pop()
        entry = network.find(id)
        if entry is None or id in seen:
            continue
        seen.add(id)
        if entry.kind == "actor":
            found.add(id)
        elif entry.kind in _LEADS_TO_ACTOR:
            found.update(entry.fields[f] for f in _LEADS_TO_ACTOR[entry.kind] if entry.fields.get(f))
        elif entry.kind in ("topic", "place", "area"):
            queue.extend(source for source, _ in network.into(id))
    return found


def synonyms(network: Network) -> dict[str, tuple[str, ...]]:
    """Other words for each topic's name, as people edited them."""
    return {
        str(t.fields["name"]): tuple(filter(None, [*t.fields.get("synonyms", ()), t.fields.get("name_en")]))
        for t in network.of_kind("topic").values()
    }


def _findable(network: Network, contact: Entry) -> Entry:
    """By what a contact is found: outside coordination never by a person who has to be reviewed by a day.

    The index outlives that day, and asking for a name would then still tell who bears it.
    """
    if network.audience is Audience.COORDINATION or "review_by" not in contact.fields:
        return contact
    hidden = personal_fields("contact")
    fields = {name: value for name, value in contact.fields.items() if name not in hidden}
    return Entry(kind=contact.kind, id=contact.id, fields=fields)


def _topics(network: Network, services: Iterable[Entry]) -> Iterator[str]:
    for service in services:
        for topic in network.linked(service.id, "topics"):
            yield str(topic.fields["name"])
            yield str(topic.fields.get("name_en", ""))
            yield " ".join(HEADINGS[topic.fields["heading"]])
            yield from topic.fields.get("synonyms", ())


def _codes(services: Iterable[Entry]) -> Iterator[str]:
    for service in services:
        for field, codes in (("target_groups", TARGET_GROUPS), ("statuses", STATUSES)):
            for code in service.fields.get(field, ()):
                yield " ".join(codes[code])


def _places(network: Network, entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        for place in network.linked(entry.id, "places"):
            yield " ".join(
                str(place.fields.get(f, "")) for f in ("name", "street", "house_number", "postcode", "locality")
            )
            for area in network.linked(place.id, "area"):
                yield str(area.fields["name"])
        for area in network.linked(entry.id, "areas"):
            yield str(area.fields["name"])


def _texts(actor: Entry, services: Iterable[Entry], contacts: Iterable[Entry]) -> Iterator[str]:
    for entry in (actor, *services, *contacts):
        fields: Fields = entry.fields
        for name in ("about", "function", "person", "legal_basis", "documents"):
            yield str(fields.get(name, ""))
        for name in ("mails", "websites"):
            yield " ".join(fields.get(name, ()))
        yield " ".join(str(v) for v in fields.get("extra", {}).values())


def _phones(actor: Entry, services: Iterable[Entry], contacts: Iterable[Entry]) -> Iterator[str]:
    for entry in (actor, *services, *contacts):
        yield from entry.fields.get("phones", ())
        yield from entry.fields.get("mobiles", ())


def _facets(network: Network, actor: Entry, services: list[Entry], contacts: list[Entry]) -> Iterator[str]:
    headings = {topic.fields["heading"] for service in services for topic in network.linked(service.id, "topics")}
    for service in services:
        yield from _topic_facets(network, service)
    for served in {area for service in services for area in service.fields.get("areas", ())}:
        yield f"serves:{served}"
        yield from (f"for:{served}:{heading}" for heading in headings)
    for area in {above for own in _areas(network, (actor, *services)) for above in lineage(network, own)}:
        yield f"area:{area}"
        yield from (f"at:{area}:{heading}" for heading in headings)
    for entry in (actor, *services, *contacts):
        yield from _language_facets(entry)
    if sector := actor.fields.get("sector"):
        yield f"sector:{sector}"
    if actor.fields.get("entry_point"):
        yield "start:here"


def _language_facets(entry: Entry) -> Iterator[str]:
    for stated in entry.fields.get("languages", ()):
        code, _, rest = stated.partition(":")
        mode = rest.partition(":")[0]
        yield f"language:{code}"
        if mode:
            yield f"language:{code}:{mode}"


def _topic_facets(network: Network, service: Entry) -> Iterator[str]:
    for topic in network.linked(service.id, "topics"):
        yield f"heading:{topic.fields['heading']}"
        yield from (f"topic:{above}" for above in lineage(network, topic.id))


def _areas(network: Network, entries: Iterable[Entry]) -> Iterator[EntryId]:
    for entry in entries:
        yield from entry.fields.get("areas", ())
        for place in network.linked(entry.id, "places"):
            if area := place.fields.get("area"):
                yield area
