"""Fields of an entry as typed properties, and back without a difference.

Texts, flags, numbers, lists of texts and days stand as what they are. `extra` and `origin` are JSON. A value that its
field has no type for, which only a program can have written, goes into the JSON property `rest`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from graph.engines.neo4j import shape
from graph.model.canonical import canonical
from graph.model.changes import Fields
from graph.model.fields import Field, Type
from graph.model.schema import kind

REST = "rest"
_AS_JSON = (Type.EXTRA, Type.ORIGIN)
_LARGEST = 2**63


def properties(name: str, id: str, fields: Fields) -> dict[str, Any]:
    """The properties of an entry's node or relationship; its references stand as relationships."""
    known = {f.name: f for f in kind(name).fields}
    link = shape.is_link(name, fields)
    found: dict[str, Any] = {"id": id}
    rest: dict[str, Any] = {}
    for field, value in fields.items():
        spec = known.get(field)
        if spec is None:
            rest[field] = value
        elif spec.type in _AS_JSON:
            found[field] = canonical(value)
        elif spec.refs and stands_as_links(spec, value, link):
            continue
        elif _has_type(value):
            found[field] = _day(value) if spec.type is Type.DAY else value
        else:
            rest[field] = value
    if rest:
        found[REST] = canonical(rest)
    return found


def fields(name: str, found: Mapping[str, Any], links: Iterable[tuple[str, int | None, str]]) -> dict[str, Any]:
    """The fields of an entry from its properties and its references as (field, position, target)."""
    read: dict[str, Any] = {}
    lists: dict[str, list[tuple[int, str]]] = {}
    for field, position, target in links:
        if position is None:
            read[field] = target
        else:
            lists.setdefault(field, []).append((position, target))
    for field, pairs in lists.items():
        read[field] = [target for _, target in sorted(pairs)]
    types = {f.name: f.type for f in kind(name).fields}
    for field, value in found.items():
        if field == REST:
            read.update(json.loads(value))
        elif field != "id":
            read[field] = json.loads(value) if types.get(field) in _AS_JSON else _plain(value)
    return read


def stands_as_links(spec: Field, value: object, link: bool) -> bool:
    """Whether relationships alone say this reference."""
    if link and spec.name in (shape.SENDER, shape.RECEIVER):
        return True
    if spec.type is Type.REF:
        return isinstance(value, str) and value != ""
    return isinstance(value, list) and value != [] and all(isinstance(each, str) for each in value)


def _has_type(value: object) -> bool:
    if isinstance(value, int):
        return -_LARGEST <= value < _LARGEST
    if isinstance(value, list):
        return all(isinstance(each, str) for each in value)
    return isinstance(value, str | float)


def _day(value: object) -> object:
    """A day as a day; a month or a year alone stays a text."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return value
    return day if day is not None and day.isoformat() == value else value


def _plain(value: Any) -> Any:
    return value.iso_format() if hasattr(value, "iso_format") else value
