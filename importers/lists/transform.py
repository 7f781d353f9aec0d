"""One row of a list into cleaned fields of actor, place, service and contacts. Second of read → transform → propose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from graph.model.canonical import digest
from graph.model.changes import EntryId
from graph.model.clean import Cleaned, clean, one_line, prose
from graph.model.errors import Fault
from graph.model.fields import Type
from graph.model.values.phone import is_mobile, spelled_out
from graph.model.values.postal import clean_address
from importers.files.table import Row, Sheet
from importers.lists.aliases import coded
from importers.lists.headings import is_department, name_rank, weekday_of
from importers.lists.mapping import ADDRESS, KEY, Mapping, field_of
from importers.lists.people import DEPUTY, read_people
from importers.lists.private import is_personal
from importers.lists.screen import screen

NUMBERS = "numbers"
"""Of a contact on its way: telephone and mobile numbers in the order they were written."""

_ADDRESS_PARTS = ("name", "street", "house_number", "postcode", "locality")
_JOINED = {Type.TEXT: " ", Type.PROSE: "\n"}
_NUMBERS = ("contact.phones", "contact.mobiles")
_ADDRESS_PARTS_OF = ("place.street", "place.locality")
_BETWEEN = re.compile(r"\s*(?:[/;\n|+&,]|\s(?:und|u\.|bzw\.)\s)\s*")
_BULLET = re.compile(r"^\s*[-–•*·]\s+")
_ONE_EACH = frozenset({"function", "letters"})
"""Of several persons in a row each has an own one, in their order: "Leitung / Verwaltung"."""
_BARE_EXTENSION = re.compile(r"(?:^|(?<=[\s,;/|]))(\d{1,5})(?=\s*(?:$|[,;/|]|\s(?:und|oder|u\.)\s))")
_DIGIT = re.compile(r"\d")
_POSTCODE_TOWN = re.compile(r"(?:D\s?-\s?)?(\d{5})\s+(\D.*)")


@dataclass(kw_only=True, slots=True)
class RowParts:
    """What one row says, cleaned. `told` are remarks on single cells: (column, fault)."""

    number: int
    key: str
    actor: dict[str, Any] = field(default_factory=dict)
    service: dict[str, Any] = field(default_factory=dict)
    place: dict[str, Any] = field(default_factory=dict)
    contacts: list[dict[str, Any]] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    """Texts of topic columns."""
    localities: tuple[str, ...] = ()
    """Several towns in an address cell: no place, but where the actor is."""
    towns: list[tuple[str, str, str]] = field(default_factory=list)
    """(target, heading, text) of columns that name areas."""
    parents: list[tuple[str, str]] = field(default_factory=list)
    """(heading, text) of columns that name what the actor belongs to."""
    address: str = ""
    """The address as written."""
    told: list[tuple[str, Fault]] = field(default_factory=list)
    private: dict[str, str] = field(default_factory=dict)
    """Heading → text that names a person: never public, never in an actor's history."""
    areas: list[EntryId] = field(default_factory=list)
    """Areas that headings above the row name."""
    said_topics: list[EntryId] = field(default_factory=list)
    """Topics that headings above the row name."""
    person: bool = False
    """The row names a person where an organisation should stand."""


@dataclass(kw_only=True, slots=True)
class _Cells:
    """Cells of a row that are read together: (heading, text)."""

    persons: list[tuple[str, str]] = field(default_factory=list)
    address: list[tuple[str, str]] = field(default_factory=list)
    hours: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    contact: dict[str, Any] = field(default_factory=dict)
    numbers: list[tuple[str, str]] = field(default_factory=list)
    """Of persons: their own numbers, often only an extension."""
    department: str = ""
    """Of a person: what follows the function."""
    switchboard: str = ""
    """The actor's first telephone number as written."""


def transform(sheet: Sheet, row: Row, mapping: Mapping, known: frozenset[str]) -> RowParts:
    """The parts of a row. `known` are names of localities. Never raises for any text.

    A cell that can't be read is kept as it is in `extra` under its heading, and told.
    """
    parts = RowParts(number=row.number, key=row_key(row, mapping))
    cells = _Cells()
    for heading, target, text in zip(sheet.headings, mapping.targets, row.cells, strict=False):
        if text.strip():
            _take(heading, text, target, parts, cells)
    _finish_hours(cells, parts)
    _finish_address(cells, parts, known)
    _finish_place(parts)
    _finish_persons(cells, parts)
    screen(parts)
    return parts


def row_key(row: Row, mapping: Mapping) -> str:
    """What names this row in its list, the same when it is read again. "" where its cells are empty.

    What names a person leaves only a hash: keys stay with entries for good.
    """
    cells = [_key_part(row.cells[c], mapping.targets[c]) for c in mapping.key if c < len(row.cells)]
    return " | ".join(cells) if any(cells) else ""


def aside(parts: RowParts, side: str, heading: str, text: str) -> None:
    """Keep a cell as published under its heading, apart when it is personal."""
    if is_personal(text):
        parts.private[heading] = text.strip()
        return
    fields = {"actor": parts.actor, "service": parts.service, "place": parts.place}[side]
    extra = fields.setdefault("extra", {})
    extra[heading or "?"] = text.strip()


@lru_cache(maxsize=50_000)
def _key_part(cell: str, target: str) -> str:
    text = one_line(cell).casefold()
    if text and (target.startswith("contact.") or is_personal(one_line(cell), names=False)):
        return digest(text)[:16]
    return text


def _take(heading: str, text: str, target: str, parts: RowParts, cells: _Cells) -> None:
    if target == KEY:
        return
    if target == "":
        aside(parts, "actor", heading, text)
    elif target == ADDRESS:
        cells.address.append((heading, text))
    elif target in _NUMBERS:
        cells.numbers.append((heading, text))
    elif target == "contact.person":
        cells.persons.append((heading, text))
    elif target == "service.topics":
        parts.topics.append(one_line(text))
        aside(parts, "service", heading, text)
    elif target in ("actor.areas", "service.areas"):
        parts.towns.append((target, heading, text))
    elif target == "actor.parent":
        parts.parents.append((heading, text))
    elif field_of(target).type is Type.HOURS:
        cells.hours.setdefault(target, []).append((heading, text))
    else:
        _take_field(heading, text, target, parts, cells)


def _take_field(heading: str, text: str, target: str, parts: RowParts, cells: _Cells) -> None:
    if target in ("actor.phones", "service.phones"):
        cells.switchboard = cells.switchboard or text
    if target in _ADDRESS_PARTS_OF:
        text = re.sub(r"\s*[\n;]\s*", ", ", text)
    elif target == "service.name":
        text = ", ".join(_BULLET.sub("", line).strip(" ,") for line in text.splitlines() if line.strip())
    name, _, field_name = target.partition(".")
    each = field_of(target)
    readable = coded(target, text) if each.type in (Type.CODE, Type.CODES) else text
    cleaned = _cleaned(name, field_name, readable)
    if target == "contact.function" and is_department(heading):
        cells.department = one_line(text)
        return
    fields = cells.contact if name == "contact" else _side(parts, name)
    value = cleaned.fields.get(field_name)
    if value is not None and field_name in fields and not isinstance(value, list) and each.type not in _JOINED:
        _keep(parts, name, heading, text)  # one value only: the first column's stands
        return
    if value is not None:
        fields[field_name] = _joined(fields.get(field_name), value, _JOINED.get(each.type, ""))
    if cleaned.faults or cleaned.notes:
        parts.told.extend((heading, fault) for fault in (*cleaned.faults, *cleaned.notes))
    if cleaned.faults:
        _keep(parts, name, heading, text)


def _keep(parts: RowParts, name: str, heading: str, text: str) -> None:
    if name == "contact":
        parts.private[heading] = text.strip()
    else:
        aside(parts, name, heading, text)


def _finish_hours(cells: _Cells, parts: RowParts) -> None:
    """Hours that stand in several columns, perhaps one for each weekday, are read as one text."""
    for target, found in cells.hours.items():
        name, _, field_name = target.partition(".")
        text = "\n".join(f"{day}: {text}" if (day := weekday_of(heading)) else text for heading, text in found)
        cleaned = _cleaned(name, field_name, text)
        fields = cells.contact if name == "contact" else _side(parts, name)
        for key, value in cleaned.fields.items():
            if value is not None or key.removesuffix("_text") == field_name:  # None: the list says it no longer
                fields[key] = value
        parts.told.extend((found[0][0], fault) for fault in (*cleaned.faults, *cleaned.notes))


def _finish_address(cells: _Cells, parts: RowParts, known: frozenset[str]) -> None:
    if not cells.address:
        return
    text = ", ".join(text.strip().strip(",") for _, text in cells.address)
    heading = cells.address[0][0]
    address, problems = clean_address(text, known)
    parts.address = one_line(text)
    parts.localities = (*parts.localities, *address.localities)
    found = {name: one_line(getattr(address, name))[:500] for name in _ADDRESS_PARTS if getattr(address, name)}
    parts.place.update({name: value for name, value in found.items() if name not in parts.place})
    if address.note and found:
        parts.place["directions"] = _joined(parts.place.get("directions"), one_line(address.note)[:500], " ")
    elif address.note:  # several towns and a remark: no place to find the way to
        aside(parts, "actor", heading, text)
    parts.told.extend((heading, Fault(field="address", code=p.code, params=p.params)) for p in problems)
    if not found and not address.localities:
        aside(parts, "actor", heading, text)


def _finish_place(parts: RowParts) -> None:
    """What single columns hold together: "Markt 1" as street, "06712 Zeitz" as town, half a coordinate."""
    place = parts.place
    street, town = str(place.get("street", "")), str(place.get("locality", ""))
    if street and "house_number" not in place and _DIGIT.search(street):
        address, _ = clean_address(street)
        if address.street and address.house_number:
            place |= {"street": address.street, "house_number": address.house_number}
            more = {"postcode": address.postcode, "locality": address.locality, "name": address.name}
            for name, value in (*more.items(), ("directions", address.note)):
                if value:
                    place.setdefault(name, value)
        town = str(place.get("locality", ""))
    found = _POSTCODE_TOWN.fullmatch(town) if town else None
    if found and place.get("postcode", found[1]) == found[1]:
        place |= {"postcode": found[1], "locality": found[2]}
    point = (place.get("latitude"), place.get("longitude"))
    if point != (None, None) and (None in point or not any(point)):  # 0, 0 is how programs write "not known"
        place.pop("latitude", None)
        place.pop("longitude", None)
        parts.told.append(("", Fault(field="latitude", code="import.no_point", params={})))


def _finish_persons(cells: _Cells, parts: RowParts) -> None:
    """Contacts of all columns of persons, with what other columns say of a contact."""
    _finish_numbers(cells, parts)
    if not cells.persons:
        _of_nobody(cells, parts)
    for text, whole in _names(cells.persons):
        people = read_people(text, whole, cells.switchboard)
        parts.contacts += people.contacts
        for name, values in (("phones", people.phones), ("mails", people.mails)):
            if values:
                parts.actor[name] = _joined(parts.actor.get(name), values)
        heading = cells.persons[0][0]
        if people.left_over:
            left = "\n".join([text for text in (parts.private.get(heading, ""), *people.left_over) if text])
            parts.private[heading] = left
    if cells.department:
        cells.contact["function"] = ", ".join(filter(None, (cells.contact.get("function"), cells.department)))[:500]
    if cells.contact:
        _share(cells.contact, parts.contacts)
    for contact in parts.contacts:
        if DEPUTY in contact:
            contact.setdefault("function", "Vertretung")


def _of_nobody(cells: _Cells, parts: RowParts) -> None:
    """A number where nobody is named is the organisation's; what is private is parted from it later."""
    for name, value in (("phones", cells.contact.pop(NUMBERS, None)), ("mails", cells.contact.pop("mails", None))):
        if value:
            parts.actor[name] = _joined(parts.actor.get(name), value)


def _finish_numbers(cells: _Cells, parts: RowParts) -> None:
    """Numbers of persons: mobiles apart from extensions, which get the number they belong to."""
    numbers: list[str] = []
    for heading, text in cells.numbers:
        extended = _BARE_EXTENSION.sub(r"-\1", text) if cells.switchboard else text
        cleaned = _cleaned("contact", "phones", spelled_out(extended, cells.switchboard))
        numbers += cleaned.fields.get("phones") or ()
        parts.told.extend((heading, fault) for fault in (*cleaned.faults, *cleaned.notes))
        if cleaned.faults:
            parts.private[heading] = text.strip()
    if numbers:
        cells.contact[NUMBERS] = list(dict.fromkeys(numbers))


def _names(persons: list[tuple[str, str]]) -> list[tuple[str, bool]]:
    """One name from columns for salutation, title, given and family name; else each cell for itself."""
    ranked = sorted(((name_rank(heading), n, text) for n, (heading, text) in enumerate(persons)), key=lambda r: r[:2])
    given = any(rank in (0, 1, 2) for rank, *_ in ranked)
    if given and len({rank for rank, *_ in ranked}) > 1:
        return [(" ".join(text.strip() for _, _, text in ranked), True)]
    return [(text, False) for _, text in persons]


def _share(said: dict[str, Any], contacts: list[dict[str, Any]]) -> None:
    """Give every contact its own where there is one for each, else all to the first."""
    if not contacts:
        contacts.append({})
    for name, value in said.items():
        if name == NUMBERS:
            _share_numbers(value, contacts)
        elif name in _ONE_EACH and len(own := _BETWEEN.split(str(value))) == len(contacts) > 1:
            for contact, part in zip(contacts, own, strict=True):
                contact[name] = _joined(contact.get(name), part, ", ")
        elif isinstance(value, list) and len(value) == len(contacts):
            for contact, own in zip(contacts, value, strict=True):
                contact[name] = _joined(contact.get(name), [own])
        elif name not in contacts[0]:
            contacts[0][name] = value
        else:
            contacts[0][name] = _joined(contacts[0][name], value, ", ")


def _share_numbers(numbers: list[str], contacts: list[dict[str, Any]]) -> None:
    each = len(numbers) == len(contacts)
    for n, number in enumerate(numbers):
        contact = contacts[n if each else 0]
        name = "mobiles" if is_mobile(number) else "phones"
        contact[name] = list(dict.fromkeys([*contact.get(name, ()), number]))


def _side(parts: RowParts, name: str) -> dict[str, Any]:
    return {"actor": parts.actor, "service": parts.service, "place": parts.place}[name]


@lru_cache(maxsize=50_000)
def _cleaned(name: str, field_name: str, text: str) -> Cleaned:
    # Lists repeat themselves: the same hours, towns and switchboards stand in many rows.
    return clean(name, {field_name: text})


def _joined(old: Any, new: Any, between: str = "\n") -> Any:
    if old is None:
        return new
    if isinstance(old, list) and isinstance(new, list):
        return list(dict.fromkeys([*old, *new]))
    if isinstance(old, str) and isinstance(new, str) and old != new:
        return prose(f"{old}{between}{new}")
    return new
