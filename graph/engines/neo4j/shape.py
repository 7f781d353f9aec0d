"""How the vocabulary looks in a property graph: labels, relationship types and who a relationship belongs to.

Every entry is a node with the label `Entry` and its kind's. A reference is a relationship of the field's link type that
names the field and, in a list, the position. An entry of a link kind is itself a relationship from sender to receiver.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from graph.model.changes import Fields, Kind
from graph.model.fields import Field, Type
from graph.model.schema import kind, kinds

SENDER, RECEIVER = "sender", "receiver"


def label(name: str) -> str:
    """The label of a kind's nodes.

    >>> label("actor")
    'Actor'
    """
    return "".join(part.capitalize() for part in name.split("_"))


@cache
def kind_of() -> dict[str, Kind]:
    """Label → kind."""
    return {label(name): name for name in kinds()}


@cache
def link_types() -> dict[Kind, str]:
    """Kinds whose entries are relationships → their type."""
    return {name: spec.field(SENDER).link for name, spec in kinds().items() if spec.link}


@cache
def kind_of_link() -> dict[str, Kind]:
    """Type of a relationship that is an entry → its kind."""
    return {type: name for name, type in link_types().items()}


def is_link(name: str, fields: Fields) -> bool:
    """Whether this entry stands as a relationship. One that lacks an end stands as a node until it has both."""
    return Kind(name) in link_types() and all(isinstance(fields.get(end), str) and fields[end] for end in _ENDS)


@cache
def reference_types(inward: bool) -> tuple[str, ...]:
    """The types of relationships that stand for references, read from their owner or from the other end."""
    found = {f.link for f in _references() if f.inward == inward}
    return tuple(sorted(found))


@cache
def inward(type: str) -> bool:
    """Whether relationships of this type belong to the entry they lead to."""
    return type in reference_types(True)


@cache
def field_of(name: str, field: str) -> Field:
    """A field of a kind. Raises KeyError."""
    return kind(name).field(field)


@cache
def is_list(name: str, field: str) -> bool:
    """Whether a reference is a list of entries."""
    return field_of(name, field).type is Type.REFS


_ENDS = (SENDER, RECEIVER)


def _references() -> Iterator[Field]:
    for spec in kinds().values():
        yield from (f for f in spec.fields if f.refs)
