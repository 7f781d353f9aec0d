"""Which area a place lies in: by coordinates, else by postcode and locality, else by an unambiguous name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from shapely import STRtree, from_geojson
from shapely.geometry import Point

from graph.model.changes import Entry, EntryId
from graph.network import Network

_WIDE = frozenset({"country", "land", "county"})
"""Levels whose name is no town's: an address in "Rosenheim" is in the city, not in the county around it."""

_OFFICE = re.compile(
    r"^(?:(?:große\s)?kreisstadt|stadt|gemeinde|markt|landkreis|lkr|lk|kreis|verbandsgemeinde|verbgem|vg|einheitsgemeinde|ot|ortsteil)\s+"
    r"|\s(?:landkreis|stadt)$"
)
_COUNTY = re.compile(r"kreis\b|\blkr?\b", re.I)
_WHOLE_COUNTY = re.compile(r"(?:(?:ganzer|gesamter|der ganze|im ganzen|im gesamten)\s)?(?:land)?kreis(?:weit|gebiet)?")
_PART_OF_TOWN = re.compile(r"\s*,?\s*(?:\bOT\b|\bOrtsteil\b|\bStadtteil\b).*", re.I)

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
        areas = network.of_kind("area")
        self._areas = list(areas.values())
        self._above = {a.id: _above(a, areas) for a in self._areas}
        beneath = {above for chain in self._above.values() for above in chain}
        # A county counts as a town only where nothing finer is known.
        self._towns = [a for a in self._areas if a.id not in beneath or a.fields.get("level") not in _WIDE]
        self._by_table: dict[tuple[str, str], set[EntryId]] = {}
        self._by_postcode: dict[str, set[EntryId]] = {}
        self._by_locality: dict[str, set[EntryId]] = {}
        self._by_name: dict[str, set[EntryId]] = {}
        self._by_base: dict[str, set[EntryId]] = {}
        self._names = {a.id: folded(a.fields["name"]) for a in self._areas}
        for area in self._towns:
            self._know(area)
        self._tree_ids: list[EntryId] = []
        self._tree: STRtree | None = None

    def locate(self, fields: Mapping[str, Any]) -> Located:
        """Where a place with these fields lies."""
        latitude, longitude = fields.get("latitude"), fields.get("longitude")
        if latitude is not None and longitude is not None and self._has_outlines():
            return self.by_point(latitude, longitude)
        return self.by_words(fields.get("postcode") or "", fields.get("locality") or "")

    def by_point(self, latitude: float, longitude: float) -> Located:
        """The finest area whose full outline holds the point (degrees, WGS84)."""
        tree = self._outlines()
        hits = {self._tree_ids[i] for i in tree.query(Point(longitude, latitude), predicate="intersects")}
        if not hits:
            return Located(area=None, certainty="outside")
        return self._one(self._finest(hits))  # several: on a border

    def by_words(self, postcode: str, locality: str) -> Located:
        """The area of a postcode with a locality, or of a name that only one area bears."""
        name = folded(locality)
        if not postcode:
            return self._alone(locality) if name else Located(area=None, certainty="unclear")
        if postcode not in self._by_postcode:
            return self._without_table(locality)
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

    def area_named(self, text: str) -> Located:
        """The area, of any level, that a column of areas names: "Landkreis Zwickau", "VG Wethautal", "Zeitz"."""
        name = folded(text)
        bare = _bare(name)
        exact = {a.id for a in self._areas if self._names[a.id] == name}
        found = exact or {a.id for a in self._areas if _bare(self._names[a.id]) == bare}
        if len(found) > 1 and _COUNTY.search(text):
            found = {id for id in found if id in self._wide()} or found
        if not found and _WHOLE_COUNTY.fullmatch(name):
            found = {a.id for a in self._areas if a.fields.get("level") == "county"}
        if len(found) == 1:
            return self._one(found)
        return self._alone(text)

    def one_in_other(self, area: EntryId, other: EntryId) -> bool:
        """Whether two areas are the same, or one lies in the other."""
        return area == other or area in self._above.get(other, ()) or other in self._above.get(area, ())

    def knows_postcode(self, postcode: str) -> bool:
        """Whether an area's table names this postcode."""
        return postcode in self._by_postcode

    def localities(self) -> frozenset[str]:
        """Names of all known municipalities and localities, as people write them."""
        names = {str(a.fields["name"]) for a in self._towns}
        return frozenset(
            names
            | {line.split(" ", 1)[1] for a in self._towns for line in a.fields.get("localities", ()) if " " in line}
        )

    def _know(self, area: Entry) -> None:
        self._by_name.setdefault(folded(area.fields["name"]), set()).add(area.id)
        self._by_base.setdefault(_base(area.fields["name"]), set()).add(area.id)
        for line in area.fields.get("localities", ()):
            postcode, _, locality = line.partition(" ")
            self._by_table.setdefault((postcode, folded(locality)), set()).add(area.id)
            self._by_postcode.setdefault(postcode, set()).add(area.id)
            self._by_locality.setdefault(folded(locality), set()).add(area.id)

    def _alone(self, locality: str) -> Located:
        """The area of a name without a postcode: as it is, without "Stadt" and "OT …", or without its river."""
        for text in (locality, _PART_OF_TOWN.sub("", locality)):
            for name in (folded(text), _bare(folded(text))):
                found = self._by_name.get(name, set()) | self._by_locality.get(name, set())
                if found:
                    return self._one(self._finest(found))
        base, name = _base(locality), folded(locality)
        fitting = {a for a in self._by_base.get(base, set()) if base in (name, self._names[a])}
        # "Naumburg/Saale" is Naumburg; but "Sulzbach" need not be the Sulzbach an der Murr that happens to be known.
        sure = all(self._names[a] == base for a in fitting)
        return self._one(fitting, sure=sure) if fitting else Located(area=None, certainty="outside")

    def _without_table(self, locality: str) -> Located:
        """A postcode no table knows: outside, unless there is no table and the name is unambiguous."""
        if self._by_postcode:
            return Located(area=None, certainty="outside")
        return self._alone(locality)

    def _finest(self, areas: set[EntryId]) -> set[EntryId]:
        """Without those that another of them lies in."""
        return areas - {above for id in areas for above in self._above[id]} or areas

    def _wide(self) -> set[EntryId]:
        return {a.id for a in self._areas if a.fields.get("level") in _WIDE}

    def _one(self, areas: set[EntryId], sure: bool = True) -> Located:
        if len(areas) == 1 and sure:
            return Located(area=next(iter(areas)), certainty="certain")
        return Located(area=None, certainty="unclear", candidates=tuple(sorted(areas)))

    def _has_outlines(self) -> bool:
        return any(a.fields.get("outline") for a in self._areas)

    def _outlines(self) -> STRtree:
        if self._tree is None:
            drawn = [a for a in self._areas if a.fields.get("outline")]
            self._tree_ids = [a.id for a in drawn]
            self._tree = STRtree([from_geojson(a.fields["outline"]) for a in drawn])
        return self._tree


def locator(network: Network) -> Locator:
    """The Locator of a Network; keep it by `network.memo_of("area", locator)`."""
    return Locator(network)


def folded(name: object) -> str:
    """A locality's name for comparison: lower case, "a. d." written out, without brackets and signs."""
    text = str(name).casefold().replace("ß", "ss")
    text = re.sub(r"\ba\.\s?d\.\s*|\s*/\s*", " an der ", text)
    text = re.sub(r"\([^)]*\)", " ", text)
    return " ".join(re.findall(r"\w+", text))


def _above(area: Entry, areas: Mapping[EntryId, Entry]) -> tuple[EntryId, ...]:
    """The areas that an area lies in, nearest first."""
    chain: list[EntryId] = []
    while (parent := EntryId(area.fields.get("parent", ""))) in areas and parent not in (*chain, area.id):
        chain.append(parent)
        area = areas[parent]
    return tuple(chain)


def _bare(name: str) -> str:
    return _OFFICE.sub("", name) or name


def _base(name: object) -> str:
    """A town's name without what tells it from others: its river or region."""
    text = re.split(r"/|\(|,|\s(?:an der|am|a\.?\s?d\.|im|in der|i\.|bei|b\.|ob der|vor der)\s", str(name))[0]
    return _bare(folded(text))


def _fits(name: str, known: str) -> bool:
    """Whether two names of a place under one postcode mean the same: one begins with the words of the other."""
    short, long = sorted((name.split(), known.split()), key=len)
    return bool(short) and long[: len(short)] == short
