"""Where something is: an address in lines, a protected place never exactly."""

from __future__ import annotations

from typing import NamedTuple

from graph.model.changes import Entry, EntryId
from graph.network import Network
from webapp.texts import translator


class Address(NamedTuple):
    """One place: its lines, the area it lies in, and where it may be drawn."""

    lines: tuple[str, ...]
    area: tuple[str, str] | None
    point: tuple[float, float] | None
    remark: str


def addresses(network: Network, entry: Entry, lang: str) -> list[Address]:
    """The places of an actor or service."""
    return [_address(network, place, lang) for place in network.linked(entry.id, "places")]


def short_address(network: Network, entry: Entry) -> str:
    """The first place in one line for a card."""
    for id in entry.fields.get("places", ()):
        place = network.find(id)
        if place is not None:
            return ", ".join(_lines(place))
    return ""


def area_link(network: Network, id: EntryId | str, lang: str) -> tuple[str, str] | None:
    """(address of the page, name) of an area."""
    area = network.find(id)
    return (f"/{lang}/area/{area.id}", area.fields["name"]) if area else None


def _address(network: Network, place: Entry, lang: str) -> Address:
    _ = translator(lang)
    fields = place.fields
    remark = _("Geschützter Ort: Die genaue Lage wird nicht gezeigt.") if fields.get("protected") else ""
    if fields.get("step_free") is not None:
        step_free = _("stufenlos erreichbar") if fields["step_free"] else _("nicht stufenlos erreichbar")
        remark = f"{remark} {step_free}".strip()
    point = None
    if not fields.get("protected") and "latitude" in fields and "longitude" in fields:
        point = (fields["latitude"], fields["longitude"])
    area = area_link(network, fields["area"], lang) if fields.get("area") else None
    return Address(_lines(place), area, point, remark)


def _lines(place: Entry) -> tuple[str, ...]:
    fields = place.fields
    street = f"{fields.get('street', '')} {fields.get('house_number', '')}".strip()
    town = f"{fields.get('postcode', '')} {fields.get('locality', '')}".strip()
    return tuple(line for line in (fields.get("name", ""), street, town) if line)
