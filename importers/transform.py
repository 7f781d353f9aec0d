"""One row of a list into cleaned fields of actor, place, service and contacts. Second of read → transform → propose."""

from __future__ import annotations

import re
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from graph.model.clean import clean, one_line
from graph.model.errors import Fault
from graph.model.fields import Type
from graph.model.values.mail import is_private_mail
from graph.model.values.persons import split_persons
from graph.model.values.phone import is_mobile
from graph.model.values.postal import clean_address
from importers.mapping import ADDRESS, KEY, Mapping, field_of
from importers.table import Row, Sheet

_ADDRESS_PARTS = ("name", "street", "house_number", "postcode", "locality")


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
    address: str = ""
    """The address as written."""
    told: list[tuple[str, Fault]] = field(default_factory=list)


def transform(sheet: Sheet, row: Row, mapping: Mapping, known: frozenset[str]) -> RowParts:
    """The parts of a row. `known` are names of localities. Never raises for any text.

    A cell that can't be read is kept as it is in `extra` under its heading, and told.
    """
    parts = RowParts(number=row.number, key=row_key(row, mapping))
    for column, text in enumerate(row.cells):
        if text.strip():
            _take(sheet.headings[column], text, mapping.targets[column], parts, known)
    _part_private(parts)
    return parts


def row_key(row: Row, mapping: Mapping) -> str:
    """What names this row in its list, the same when it is read again."""
    return " | ".join(one_line(row.cells[column]).casefold() for column in mapping.key if column < len(row.cells))


def _take(heading: str, text: str, target: str, parts: RowParts, known: frozenset[str]) -> None:
    if target == KEY:
        return
    if target == "":
        _aside(parts.actor, heading, text)
    elif target == ADDRESS:
        _take_address(heading, text, parts, known)
    elif target == "service.topics":
        parts.topics.append(one_line(text))
        _aside(parts.service, heading, text)
    elif target in ("actor.areas", "service.areas"):
        parts.localities = (*parts.localities, *_names(text))
    elif target == "contact.person":
        _take_persons(heading, text, parts)
    else:
        _take_field(heading, text, target, parts)


def _take_field(heading: str, text: str, target: str, parts: RowParts) -> None:
    name, _, field_name = target.partition(".")
    fields = _side(parts, name)
    if field_of(target).type in (Type.CODE, Type.CODES):
        text = _coded(target, text)
    cleaned = _cleaned(name, field_name, text)
    for key, value in cleaned.fields.items():
        if value is not None:
            fields[key] = _joined(fields.get(key), value)
    parts.told.extend((heading, fault) for fault in (*cleaned.faults, *cleaned.notes))
    if cleaned.faults:
        _aside(fields, heading, text)


def _take_address(heading: str, text: str, parts: RowParts, known: frozenset[str]) -> None:
    address, problems = clean_address(text, known)
    parts.address = one_line(text)
    parts.localities = (*parts.localities, *address.localities)
    found = {name: one_line(getattr(address, name)) for name in _ADDRESS_PARTS if getattr(address, name)}
    parts.place.update(found)
    if address.note and found:
        parts.place["directions"] = one_line(address.note)
    elif address.note:  # several towns and a remark: no place to find the way to
        _aside(parts.actor, heading, text)
    parts.told.extend((heading, Fault(field="address", code=p.code, params=p.params)) for p in problems)
    if not found and not address.localities:
        _aside(parts.actor, heading, text)


def _take_persons(heading: str, text: str, parts: RowParts) -> None:
    persons = split_persons(text)
    for person in persons:
        contact = {"person": str(person)}
        if person.role:
            contact["function"] = person.role
        parts.contacts.append(contact)
    if not persons:  # a function without a name is no person
        parts.contacts.append({"function": one_line(text)[:500]})


def _part_private(parts: RowParts) -> None:
    """Mobile numbers and private mail addresses go to a contact, whose entry coordination alone sees."""
    private: dict[str, Any] = {}
    for side, ours, test, theirs in (
        ("phones", "phones", is_mobile, "mobiles"),
        ("mails", "mails", is_private_mail, "mails"),
    ):
        for fields in (parts.actor, parts.service):
            values = fields.get(side, [])
            taken = [v for v in values if test(v)]
            if taken:
                fields[ours] = [v for v in values if v not in taken]
                if not fields[ours]:
                    del fields[ours]
                private[theirs] = _joined(private.get(theirs), taken)
    if private:
        if not parts.contacts:
            parts.contacts.append({})
        parts.contacts[0] = {
            **parts.contacts[0],
            **{k: _joined(parts.contacts[0].get(k), v) for k, v in private.items()},
        }


def _side(parts: RowParts, name: str) -> dict[str, Any]:
    if name == "contact":
        if not parts.contacts:
            parts.contacts.append({})
        return parts.contacts[0]
    return {"actor": parts.actor, "service": parts.service, "place": parts.place}[name]


def _aside(fields: dict[str, Any], heading: str, text: str) -> None:
    """Keep a cell as published under its heading."""
    fields.setdefault("extra", {})[heading or "?"] = text.strip()


@lru_cache(maxsize=50_000)
def _cleaned(name: str, field_name: str, text: str) -> Any:
    # Lists repeat themselves: the same hours, towns and switchboards stand in many rows.
    return clean(name, {field_name: text})


def _joined(old: Any, new: Any) -> Any:
    if old is None:
        return new
    if isinstance(old, list) and isinstance(new, list):
        return list(dict.fromkeys([*old, *new]))
    if isinstance(old, str) and isinstance(new, str) and old != new:
        return f"{old}\n{new}"
    return new


def _coded(target: str, text: str) -> str:
    """Codes from the labels people write: "Verwaltung", "Families, Women"."""
    each = field_of(target)
    words = _labels(target)
    parts = re.split(r"[,;/\n]", text) if each.type is Type.CODES else [text]
    return "\n".join(words.get(one_line(p).casefold(), one_line(p)) for p in parts)


@lru_cache(maxsize=100)
def _labels(target: str) -> AnyMapping[str, str]:
    options = field_of(target).options
    return {label.casefold(): code for code, labels in options.items() for label in (*labels, code)}


def _names(text: str) -> tuple[str, ...]:
    return tuple(one_line(p) for p in re.split(r"[,;/\n]| und ", text) if p.strip())
