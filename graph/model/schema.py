"""The vocabulary: every kind of entry with its fields, stated once as data.

Forms, engines, column mapping, exports and the API read it here. The kinds stand in `kinds.py`, closed lists in
`codes.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from graph.model.changes import EntryId, Fields, Kind
from graph.model.fields import Audience, Field, KindSpec, Type
from graph.model.kinds import KINDS

EVERYWHERE: frozenset[Kind] = frozenset(map(Kind, ("topic", "source", "journey", "step", "share")))
"""Small kinds that every part of a network needs whole."""


def kinds() -> dict[Kind, KindSpec]:
    """All kinds by name, in the order people meet them."""
    return KINDS


def kind(name: str) -> KindSpec:
    """The kind of this name. Raises KeyError."""
    return kinds()[Kind(name)]


def references(name: str, fields: Fields) -> Iterator[tuple[str, EntryId]]:
    """(field, id) of every entry that these fields point to, also of an update's touched fields."""
    for spec in _referring(name):
        value = fields.get(spec.name)
        if not value:
            continue
        if spec.type is Type.REF:
            yield spec.name, value
        else:
            for each in value:
                yield spec.name, each


@cache
def needed_links() -> frozenset[str]:
    """Names of references that entries of some kind can't be without, and of those to areas: what a stub stands on."""
    found = (f for spec in kinds().values() for f in spec.fields if f.refs)
    return frozenset(f.name for f in found if f.required or f.name in ("area", "areas"))


@cache
def personal_fields(name: str) -> frozenset[str]:
    """Fields of a kind whose history payload can be erased."""
    return frozenset(f.name for f in kind(name).fields if f.personal)


def title(name: str, fields: Fields, lang: str = "de") -> str:
    """What an entry is called on a page, "" when it has no name of its own."""
    if lang == "en" and name == "topic" and fields.get("name_en"):
        return str(fields["name_en"])
    return " ".join(str(fields[f]) for f in kind(name).titled_by if fields.get(f))


def entry_audience(fields: Fields) -> Audience:
    """The audience an entry narrows itself to."""
    stated = fields.get("audience", "public")
    return Audience.COORDINATION if stated == "callback" else Audience(stated)


def visible(name: str, fields: Fields, audience: Audience) -> Fields | None:
    """What an audience may see of an entry: a part of its fields, or None."""
    rank = audience.rank
    if entry_audience(fields).rank > rank:
        return None
    hidden = hidden_fields(name, audience, bool(fields.get("protected")))
    if hidden.isdisjoint(fields):
        return fields
    return {k: v for k, v in fields.items() if k not in hidden}


@cache
def hidden_fields(name: str, audience: Audience, protected: bool) -> frozenset[str]:
    """Names of the fields of a kind that an audience never sees; of a protected place also the exact ones."""
    rank = audience.rank
    return frozenset(
        f.name
        for f in kind(name).fields
        if f.audience.rank > rank or (protected and f.exact and rank < Audience.COORDINATION.rank)
    )


@cache
def _referring(name: str) -> tuple[Field, ...]:
    return tuple(f for f in kind(name).fields if f.refs)
