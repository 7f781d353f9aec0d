"""Which area a place lies in: by coordinates, else by postcode and locality, else by an unambiguous name."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from shapely import STRtree, from_geojson
from shapely.geometry import Point

from graph.model.changes import Entry, EntryId
from graph.network import Network

_PLACED_IN = ("municipality", "district", "county")
"""Levels that a place is assigned to, the finest that is known wins."""

Certainty = Literal["certain", "unclear", "outside"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Located:
    """`area` is set where it is certain. `unclear`: several would fit (`candidates`); `outside`: no known area does."""

    area: EntryId | None
    certainty: Certainty
    candidates: tuple[EntryId, ...] = ()


class Locator:
    """Answers where places lie, over the areas of one Network.

    Building: O(areas + localities); one answer: O(log areas) with coordinates, O(1) without.
    """

    def __init__(self, network: Network) -> None:
        areas = [a for a in network.of_kind("area").values() if a.fields.get("level", "municipality") in _PLACED_IN]
        beneath = {parent for a in network.of_kind("area").values() if (parent := a.fields.get("parent"))}
        self._finest = [a for a in areas if a.id not in beneath]
        self._by_table: dict[tuple[str, str], set[EntryId]] = {}
        self._by_postcode: dict[str, set[EntryId]] = {}
        self._by_locality: dict[str, set[EntryId]] = {}
        self._by_name: dict[str, set[EntryId]] = {}
        self._names = {a.id: folded(a.fields["name"]) for a in self._finest}
        for area in self._finest:
            self._know(area)
        self._tree_ids: list[EntryId] = []
        self._tree: STRtree | None = None

    def locate(self, fields: Mapping[str, Any]) -> Located:
        """Where a place with these fields lies."""
        if "latitude" in fields and "longitude" in fields:
            return self.by_point(fields["latitude"], fields["longitude"])
        return self.by_words(fields.get("postcode", ""), fields.get("locality", ""))

    def by_point(self, latitude: float, longitude: float) -> Located:
        """The finest area whose full outline holds the point (degrees, WGS84)."""
        tree = self._outlines()
        hits = sorted(self._tree_ids[i] for i in tree.query(Point(longitude, latitude), predicate="intersects"))
        if not hits:
            return Located(area=None, certainty="outside")
        if len(hits) > 1:  # on a border
            return Located(area=None, certainty="unclear", candidates=tuple(hits))
        return Located(area=hits[0], certainty="certain")

    def by_words(self, postcode: str, locality: str) -> Located:
        """The area of a postcode with a locality, or of a name that only one area bears."""
        name = folded(locality)
        if not postcode:
            return self._one(self._named(name)) if name else Located(area=None, certainty="unclear")
        if postcode not in self._by_postcode:
            return self._without_table(name)
        exact = self._by_table.get((postcode, name))
        if exact:
            return self._one(exact)
        fitting = {a for a in self._by_postcode[postcode] if name and _fits(name, self._names[a])}
        fitting |= {
            area
            for (code, known), areas in self._by_table.items()
            if code == postcode and name and _fits(name, known)
            for area in areas
        }
        return self._one(fitting or self._by_postcode[postcode], sure=bool(fitting))

    def localities(self) -> frozenset[str]:
        """Names of all known municipalities and localities, as people write them."""
        names = {str(a.fields["name"]) for a in self._finest}
        return frozenset(
            names
            | {line.split(" ", 1)[1] for a in self._finest for line in a.fields.get("localities", ()) if " " in line}
        )

    def _know(self, area: Entry) -> None:
        self._by_name.setdefault(folded(area.fields["name"]), set()).add(area.id)
        for line in area.fields.get("localities", ()):
            postcode, _, locality = line.partition(" ")
            self._by_table.setdefault((postcode, folded(locality)), set()).add(area.id)
            self._by_postcode.setdefault(postcode, set()).add(area.id)
            self._by_locality.setdefault(folded(locality), set()).add(area.id)

    def _named(self, name: str) -> set[EntryId]:
        # A municipality's own name goes before a hamlet of that name elsewhere only if no table knows the hamlet.
        return self._by_name.get(name, set()) | self._by_locality.get(name, set())

    def _without_table(self, name: str) -> Located:
        """A postcode no table knows: outside, unless there is no table and the name is unambiguous."""
        if self._by_postcode or name not in self._by_name:
            return Located(area=None, certainty="outside")
        return self._one(self._by_name[name])

    def _one(self, areas: set[EntryId], sure: bool = True) -> Located:
        if len(areas) == 1 and sure:
            return Located(area=next(iter(areas)), certainty="certain")
        return Located(area=None, certainty="unclear", candidates=tuple(sorted(areas)))

    def _outlines(self) -> STRtree:
        if self._tree is None:
            drawn = [a for a in self._finest if a.fields.get("outline")]
            self._tree_ids = [a.id for a in drawn]
            self._tree = STRtree([from_geojson(a.fields["outline"]) for a in drawn])
        return self._tree


def locator(network: Network) -> Locator:
    """The Locator of a Network; keep it by `network.memo(locator)`."""
    return Locator(network)


def folded(name: object) -> str:
    """A locality's name for comparison: lower case, "a. d." written out, without brackets and signs."""
    text = str(name).casefold().replace("ß", "ss")
    text = re.sub(r"\ba\.\s?d\.\s*|\s*/\s*", " an der ", text)
    text = re.sub(r"\([^)]*\)", " ", text)
    return " ".join(re.findall(r"\w+", text))


def outline_of(area: Entry, simple: bool = True) -> dict[str, Any] | None:
    """An area's outline as a GeoJSON geometry."""
    text = area.fields.get("outline_simple" if simple else "outline")
    return json.loads(text) if text else None


def _fits(name: str, known: str) -> bool:
    """Whether two names of a place under one postcode mean the same: one begins with the words of the other."""
    short, long = sorted((name.split(), known.split()), key=len)
    return bool(short) and long[: len(short)] == short
