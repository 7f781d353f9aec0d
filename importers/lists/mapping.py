"""What a person decided about a list: what each column means, what names a row, where it comes from."""

from __future__ import annotations

from collections.abc import Mapping as AnyMapping
from dataclasses import asdict, dataclass, field
from functools import cache
from typing import Any

from graph.model.canonical import canonical, digest
from graph.model.fields import Field, Type
from graph.model.schema import kind

KINDS = ("actor", "service", "contact", "place")
"""What one row of a list can speak of."""

ADDRESS = "place.address"
"""A whole address in one cell; the cleaner takes it apart."""

KEY = "row.key"
"""A column that numbers or names the rows; it ends in no field."""

_NOT_BY_LIST = frozenset({Type.REF, Type.REFS, Type.OUTLINE, Type.EXTRA, Type.ORIGIN, Type.MOMENT})
_REFS_BY_WORD = frozenset({"actor.parent", "service.topics", "actor.areas", "service.areas"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Mapping:
    """How to read one list. `targets[n]` is what column n means: "kind.field", ADDRESS, KEY or "" (kept aside)."""

    targets: tuple[str, ...]
    key: tuple[int, ...] = ()
    """Columns that together name a row across re-imports."""
    source: str = ""
    """Id of the source entry; empty: a new source of this name."""
    source_name: str = ""
    licence: str = ""
    attribution: str = ""
    received_on: str = ""
    basis: str = ""
    """Legal basis of the persons in it: a code of BASES; empty: persons are left out."""
    topics: AnyMapping[str, str] = field(default_factory=dict)
    """Text of a topic column → topic id, "" for none."""
    guess_topics: bool = True
    guess_sector: bool = True
    same: AnyMapping[str, str] = field(default_factory=dict)
    """Row key → id of the stored actor it is, "row:KEY" of the other row that says the same, "new" for an actor of its
    own, or "" to leave the row out: what was decided of duplicates."""
    groups: AnyMapping[str, str] = field(default_factory=dict)
    """Heading between rows or name of a sheet → "area:ID", "topic:ID", "" for neither: what was decided of them."""
    struck: bool = False
    """Whether rows that are struck out are taken in all the same."""
    fields: AnyMapping[str, AnyMapping[str, str]] = field(default_factory=dict)
    """Id of a stored entry → field → "keep" what is stored, "drop" it for what the list says, or "both"."""
    gone: AnyMapping[str, str] = field(default_factory=dict)
    """Id of an entry that is not in the list any more → "delete" or "review"; it stays where nothing was said."""
    places: AnyMapping[str, str] = field(default_factory=dict)
    """Address as written → area id, "" for none: what was decided of unclear places."""

    def columns(self, target: str) -> list[int]:
        """The columns that mean this target."""
        return [n for n, t in enumerate(self.targets) if t == target]


def as_json(mapping: Mapping) -> dict[str, Any]:
    """The mapping as plain values."""
    return asdict(mapping)


def from_json(found: AnyMapping[str, Any]) -> Mapping:
    """The inverse of `as_json`."""
    return Mapping(**{**found, "targets": tuple(found["targets"]), "key": tuple(found["key"])})


def signature(headings: tuple[str, ...]) -> str:
    """What tells lists of the same make: a saved mapping is found again by it."""
    return digest(canonical([h.strip().casefold() for h in headings]))[:24]


def targets() -> dict[str, tuple[str, str]]:
    """Everything a column can mean, by name: "kind.field" → (German, English), in the order of the form."""
    found = {}
    for name in KINDS:
        spec = kind(name)
        if name == "place":
            found[ADDRESS] = ("Ort: ganze Anschrift", "Place: whole address")
        for each in spec.fields:
            target = f"{name}.{each.name}"
            if each.edited and (each.type not in _NOT_BY_LIST or target in _REFS_BY_WORD) and each.name != "audience":
                found[target] = (f"{spec.label[0]}: {each.label[0]}", f"{spec.label[1]}: {each.label[1]}")
    found[KEY] = ("Kennung der Zeile", "Key of the row")
    return found


@cache
def field_of(target: str) -> Field:
    """The field of a "kind.field" target."""
    name, _, each = target.partition(".")
    return kind(name).field(each)
