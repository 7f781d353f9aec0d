"""What stands beside an entry's form: what belongs to it, what lists said, and values in words."""

from __future__ import annotations

from dataclasses import dataclass

from graph.model.changes import Entry
from graph.model.fields import Field, Type
from graph.model.schema import kind, kinds
from graph.network import Network, name_of
from webapp.pages.entries.naming import Named, named
from webapp.pages.entries.shown import Values
from webapp.shown.sides import field_sources
from webapp.texts import label

_MOST = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Entries of one kind that point to this one by one field, and how to add another."""

    kind: str
    field: str
    label: str
    found: tuple[Named, ...]
    more: int
    may_add: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """All of it."""

    parts: list[Part]
    extra: list[tuple[str, str]]
    sources: list[str]
    told: list[tuple[str, str]]
    """(field, list and day it came from) of an entry that lists brought."""


def of(network: Network, entry: Entry, lang: str) -> Beside:
    """What stands beside the form of an entry. O(what points to it)."""
    by: dict[tuple[str, str], list[Entry]] = {}
    for source, field in network.into(entry.id):
        found = network.entry(source)
        by.setdefault((found.kind, field), []).append(found)
    for name in kinds():  # what can't be without it may always be added
        for each in kind(name).fields:
            if each.required and entry.kind in each.refs:
                by.setdefault((name, each.name), [])
    extra = [(str(k), str(v)) for k, v in entry.fields.get("extra", {}).items()]
    sources = [name_of(network, id, lang) or id for id in entry.fields.get("origin", {})]
    parts = [_part(network, *key, found, lang) for key, found in by.items()]
    told = field_sources(network, entry.kind, entry.fields, lang)
    return Beside(parts=parts, extra=extra, sources=sources, told=told)


def words(network: Network, field: Field, values: Values, lang: str) -> list[str]:
    """What a form's values say, a line each: names instead of ids, labels instead of codes."""
    if field.type in (Type.REF, Type.REFS):
        return [name_of(network, id, lang) or "…" for id in values]
    if field.type in (Type.CODE, Type.CODES):
        return [label(field.options[v], lang) if v in field.options else v for v in values]
    return [line for v in values for line in v.splitlines()]


def _part(network: Network, name: str, field: str, found: list[Entry], lang: str) -> Part:
    spec = kind(name)
    text = label(spec.plural, lang)
    if not spec.field(field).required or spec.link:
        text = f"{text} ({label(spec.field(field).label, lang)})"
    shown = sorted((named(network, e, lang) for e in found[: _MOST * 4]), key=lambda n: n.key)[:_MOST]
    return Part(
        kind=name,
        field=field,
        label=text,
        found=tuple(shown),
        more=len(found) - len(shown),
        may_add=spec.field(field).required,
    )
