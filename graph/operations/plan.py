"""What if: each move of a plan as the changes it would be. A plan is a ChangeSet that is applied to a copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.analysis.home import home_id
from graph.model.changes import Change, Entry, EntryId, Kind
from graph.model.errors import KnotenpunktError
from graph.network import Network
from graph.operations.edit import delete


def add_service(
    id: EntryId, name: str, provider: EntryId, at: Mapping[str, Any] | None = None, **fields: Any
) -> tuple[Change, ...]:
    """A service more; `fields` as the vocabulary has them (topics, areas, languages, capacity …). `at`: a place of its
    own, else it is where its provider is."""
    stated = {"name": name, "provider": provider, **fields}
    if at is None:
        return (_created("service", id, stated),)
    place = EntryId(f"{id}-place")
    return _created("place", place, dict(at)), _created("service", id, {**stated, "places": [place]})


def add_link(id: EntryId, sender: EntryId, receiver: EntryId) -> tuple[Change, ...]:
    """A referral more, to an actor or to a service."""
    return (_created("referral", id, {"sender": sender, "receiver": receiver}),)


def add_language(network: Network, service: EntryId, language: str) -> tuple[Change, ...]:
    """A language more at a service ("uk", "ar:interpreter"); none where it is there already."""
    return _more(network, service, "languages", language)


def add_place(network: Network, service: EntryId, id: EntryId, **fields: Any) -> tuple[Change, ...]:
    """A place more where a service is offered, beside its own or else its provider's."""
    entry = network.entry(service)
    known = entry.fields.get("places") or network.entry(entry.fields["provider"]).fields.get("places", ())
    return (_created("place", id, fields), _changed(network, service, places=[*known, id]))


def add_capacity(network: Network, service: EntryId, more: int) -> tuple[Change, ...]:
    """Room for so many more (fewer: negative, never below 0). Raises KnotenpunktError where no room is stated."""
    before = network.entry(service).fields.get("capacity")
    if before is None:
        raise KnotenpunktError("plan.no_capacity")
    return changed(network, service, capacity=max(0, before + more))


def one_roof(network: Network, id: EntryId, name: str, actors: Iterable[EntryId]) -> tuple[Change, ...]:
    """A house in which these actors become units: it offers all they offer, and who is sent to one is sent there.

    Their services and what others refer to them move to the house; what they referred to each other is no hand-over
    any more and goes. The house stands where the first of them with a place does; whom a service serves stays. What
    began at one of them (entry points, journeys) begins at the house.
    Raises KnotenpunktError for fewer than two.
    """
    units = list(dict.fromkeys(actors))
    if len(units) < 2:
        raise KnotenpunktError("plan.one_alone")
    inside = set(units)
    house: dict[str, Any] = {"name": name, "sector": "administration"}
    if any(network.entry(unit).fields.get("entry_point") for unit in units):
        house["entry_point"] = True
    house |= _whereabouts(network, units)
    changes = [_created("actor", id, house)]
    changes += [_changed(network, unit, parent=id, entry_point=None) for unit in units]
    changes += [
        _changed(network, service.id, provider=id, **_served(network, service))
        for unit in units
        for service in network.linking(unit, "service", "provider")
    ]
    changes += [_changed(network, way.id, start=id) for unit in units for way in _begun(network, unit)]
    changes += [c for referral in network.of_kind("referral") if (c := _led(network, referral, id, inside))]
    return tuple(changes)


def drop_out(network: Network, actor: EntryId) -> tuple[Change, ...]:
    """An actor falls out, with its units, and all their services, contacts and links."""
    return delete(network, *_with_units(network, actor))


def funding_ends(network: Network, service: EntryId) -> tuple[Change, ...]:
    """A service ends, with the links to it."""
    return delete(network, service)


def changed(network: Network, id: EntryId, **after: Any) -> tuple[Change, ...]:
    """An entry with other values."""
    return (_changed(network, id, **after),)


def _created(kind: str, id: EntryId, fields: dict[str, Any]) -> Change:
    return Change(kind=Kind(kind), id=id, before=None, after=fields)


def _changed(network: Network, id: EntryId, **after: Any) -> Change:
    entry = network.entry(id)
    before = {name: entry.fields.get(name) for name in after}
    return Change(kind=entry.kind, id=id, before=before, after=after)


def _more(network: Network, id: EntryId, field: str, value: str) -> tuple[Change, ...]:
    known = network.entry(id).fields.get(field, [])
    return () if value in known else (_changed(network, id, **{field: [*known, value]}),)


def _whereabouts(network: Network, units: Iterable[EntryId]) -> dict[str, Any]:
    """Places of the first that states some, and the areas of all."""
    every = [network.entry(unit).fields for unit in units]
    places = next((list(fields["places"]) for fields in every if fields.get("places")), [])
    areas = list(dict.fromkeys(area for fields in every for area in fields.get("areas", ())))
    return {name: value for name, value in (("places", places), ("areas", areas)) if value}


def _served(network: Network, service: Entry) -> dict[str, Any]:
    """The area that a service has served so far by where its provider is; nothing where it states its own."""
    home = home_id(network, service.id)
    return {"areas": [home]} if home and not service.fields.get("areas") else {}


def _with_units(network: Network, actor: EntryId) -> list[EntryId]:
    """An actor and all that belongs to it, units of units included."""
    found = [actor]
    for each in found:
        found += [u.id for u in network.linking(each, "actor", "parent") if u.id not in found]
    return found


def _begun(network: Network, unit: EntryId) -> Iterable[Entry]:
    """The journeys that begin at an actor."""
    return network.linking(unit, "journey", "start")


def _led(network: Network, referral: EntryId, house: EntryId, inside: set[EntryId]) -> Change | None:
    """A referral as it is with the house: led there, unchanged (None), or gone where it stayed within."""
    fields = network.entry(referral).fields
    receiver = network.entry(fields["receiver"])
    provider = receiver.fields.get("provider", receiver.id)
    if fields["sender"] in inside and provider in inside:
        return Change(kind=Kind("referral"), id=referral, before=dict(fields), after=None)
    moved: dict[str, Any] = {}
    if fields["sender"] in inside:
        moved["sender"] = house
    if receiver.id in inside:
        moved["receiver"] = house
    return _changed(network, referral, **moved) if moved else None
