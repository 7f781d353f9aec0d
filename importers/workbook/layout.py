"""What the workbook looks like, from the vocabulary: a sheet for every kind, a column for every field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.model.fields import Audience, Field, KindSpec, Type
from graph.model.schema import hidden_fields, kind, kinds

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

KEY = "Schlüssel"
"""Heading of the first column: what names a row, in an export the entry's id."""

GUIDE = "Anleitung"
LISTS = "Listen"
LONG = "Lange Texte"
MARKER = "Knotenpunkt"
"""The hidden sheet that says what the file is."""

LONG_HEADINGS = ("Blatt", KEY, "Spalte", "Teil", "Text")
IN_LONG = f"siehe Blatt „{LONG}“"
"""What stands in a cell whose text is too long for it."""

SEPARATOR = "; "


@dataclass(frozen=True, kw_only=True, slots=True)
class Layout:
    """One kind's sheet. A text as published has no column: it stands in the column of its hours."""

    spec: KindSpec
    fields: tuple[Field, ...]

    @property
    def name(self) -> str:
        """What the sheet is called."""
        return self.spec.plural[0]

    @property
    def headings(self) -> tuple[str, ...]:
        """The first row."""
        return (KEY, *(f.label[0] for f in self.fields))


@cache
def layouts(audience: Audience = Audience.COORDINATION) -> tuple[Layout, ...]:
    """All sheets in the order people meet them, with the columns that an audience may see."""
    return tuple(_layout(spec, audience) for spec in kinds().values())


def to_fill() -> tuple[Layout, ...]:
    """All sheets with the columns that people fill in."""
    return tuple(Layout(spec=each.spec, fields=tuple(f for f in each.fields if f.edited)) for each in layouts())


@cache
def sheet_kinds() -> dict[str, str]:
    """What a sheet or file may be called, folded → kind: its German or English title or the kind's own name."""
    names = {folded(word): spec.name for spec in kinds().values() for word in (*spec.plural, *spec.label)}
    return {**names, **{folded(spec.name): spec.name for spec in kinds().values()}}


@cache
def columns_of(name: str) -> dict[str, str]:
    """Heading, folded → field: its German or English label, or its name; KEY → KEY."""
    spec = kind(name)
    found = {folded(word): f.name for f in spec.fields for word in (f.name, f.label[1])}
    found |= {folded(f.label[0]): f.name for f in spec.fields}
    return {**found, folded(KEY): KEY, "key": KEY}


def chosen(headings: Iterable[str], name: str) -> list[str | None]:
    """The field each heading means; None where nobody knows it."""
    known = columns_of(name)
    return [known.get(folded(each)) for each in headings]


def folded(text: str) -> str:
    """A heading as it is compared: without case, runs of space and the star of a required field."""
    return " ".join(text.split()).removesuffix("*").strip().casefold()


def _layout(spec: KindSpec, audience: Audience) -> Layout:
    hidden = hidden_fields(spec.name, audience, False)
    wordings = {f"{f.name}_text" for f in spec.fields if f.type is Type.HOURS}
    shown = (f for f in spec.fields if f.name not in hidden and f.name not in wordings)
    return Layout(spec=spec, fields=tuple(shown))
