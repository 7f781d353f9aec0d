"""Addresses of a list as place entries, each once, and the area they lie in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graph.analysis.locate import Located, Locator
from graph.model.changes import Change, Entry, EntryId
from graph.model.checks import check
from graph.model.schema import kind
from graph.network import Network
from importers.lists.mapping import Mapping as Decided
from importers.lists.traits import address_key
from importers.lists.transform import RowParts, aside
from importers.origin import Known, Update, created, says_the_same, settle
from importers.proposal import Remark, Unclear

_ADDRESS = ("name", "street", "house_number", "postcode", "locality")
_WRITTEN: frozenset[str] = frozenset({"street", "house_number", "postcode", "locality"})
_IDENTITY = (*_ADDRESS, "latitude", "longitude", "directions", "audience")
_LOCATED_BY = ("latitude", "longitude", "postcode", "locality")
_NAMES = re.compile(r"[,;/\n]|\s(?:und|and|&)\s")


class Places:
    """The places of one import. A place is known by the row that brought it, else by what its address says."""

    def __init__(
        self,
        network: Network,
        source: EntryId,
        known: Known,
        locate: Locator,
        decided: Decided,
        day: str,
        new_id: Callable[[], str],
    ) -> None:
        self._network = network
        self._source = source
        self._by_row = known
        self._locate = locate
        self._decided = decided.places
        self._choices = decided.fields
        self._day = day
        self._new_id = new_id
        self._known = {_identity(p.fields, p.fields.get("area")): id for id, p in network.of_kind("place").items()}
        self._new: dict[EntryId, tuple[dict[str, Any], list[str]]] = {}
        self._said: dict[EntryId, tuple[dict[str, Any], list[str], list[int]]] = {}
        self._unclear: dict[str, tuple[list[int], Located]] = {}
        self._any_area = bool(network.of_kind("area"))
        self._located: dict[tuple[Any, ...], Located] = {}

    def place(self, parts: RowParts, actor: EntryId) -> tuple[EntryId | None, list[Remark]]:
        """The place of a row about an actor, made when it is new, and remarks on where it lies."""
        if check("place", parts.place):  # a house number without a street is no place
            for name, value in parts.place.items():
                if name not in ("audience", "extra"):
                    aside(parts, "actor", kind("place").field(name).label[0], str(value))
            parts.actor.setdefault("extra", {}).update(parts.place.get("extra", {}))
            if not parts.actor["extra"]:
                del parts.actor["extra"]
            return None, []
        identity = _identity(parts.place, self._stated(parts))
        stored = self._stored(parts, identity)
        other = self._at_actor(parts, identity, actor) if stored is None else None
        stored = stored or other
        area, told = self._area(parts, stored)
        # The same house written another way: nothing to decide, and nothing to change.
        same = _WRITTEN if other else frozenset[str]()
        fields = {**{name: value for name, value in parts.place.items() if name not in same}, **area}
        if stored is not None:
            said = self._said.setdefault(stored.id, (fields, [], []))
            said[1].append(parts.key)
            said[2].append(parts.number)
            return stored.id, told
        id = self._known.get(identity)
        if id is None:
            id = self._known[identity] = EntryId(self._new_id())
            self._new[id] = (fields, [])
        self._new[id][1].append(parts.key)
        return id, told

    def weigh(self, parts: RowParts) -> list[Remark]:
        """Leave a row only those areas of headings that what it says itself does not contradict, and tell of others."""
        own, told = self._own(parts)
        if not told:
            return []
        against = [a for a in parts.areas if not any(self._locate.one_in_other(a, each) for each in own)]
        parts.areas = [a for a in parts.areas if a not in against]
        heads = [str(self._network.entry(area).fields["name"]) for area in against]
        return [Remark(column="", code="import.heading_against", params={"heading": h, "address": told}) for h in heads]

    def areas(self, parts: RowParts) -> list[str]:
        """The areas of several towns named in an address; a town that is not known is left out."""
        found = (self._locate.by_words("", name).area for name in parts.localities)
        return list(dict.fromkeys(area for area in found if area))

    def named(self, text: str) -> list[str] | None:
        """The areas that a cell of an area column names; None when one of them is not known for certain."""
        whole = self._locate.area_named(text).area
        if whole:
            return [whole]
        found = [self._locate.area_named(name).area for name in _NAMES.split(text) if name.strip()]
        return None if None in found or not found else list(dict.fromkeys(str(area) for area in found))

    def changes(self) -> Iterator[tuple[EntryId, Change | Update, list[int]]]:
        """The places to create and to change, with the rows that say so."""
        for id, (fields, keys) in self._new.items():
            yield id, created("place", id, fields, self._source, keys, self._day), []
        for id, (fields, keys, rows) in self._said.items():
            stored, choices = self._network.entry(id), self._choices.get(id)
            yield id, settle(stored, fields, self._source, keys, names_rows=False, choices=choices, day=self._day), rows

    def unclear(self) -> tuple[Unclear, ...]:
        """Addresses that a person should place."""
        return tuple(
            Unclear(address=a, rows=tuple(rows), candidates=located.candidates, outside=located.certainty == "outside")
            for a, (rows, located) in self._unclear.items()
        )

    def _own(self, parts: RowParts) -> tuple[list[EntryId], str]:
        """Where a row itself says it lies, several where that is unclear, and this in words; "": it says nothing."""
        if parts.address in self._decided:
            found = self._network.find(self._decided[parts.address])
            areas = [found.id] if found is not None else []
        elif any(parts.place.get(name) not in (None, "") for name in _LOCATED_BY):
            located = self._locate_once(parts.place)
            areas = [located.area] if located.area else list(located.candidates)
        else:
            areas = [EntryId(area) for area in (*self.areas(parts), *self._in_columns(parts))]
            if not areas:
                return [], ""
        if len(areas) == 1:
            return areas, str(self._network.entry(areas[0]).fields["name"])
        words = " ".join(str(parts.place.get(name) or "") for name in ("postcode", "locality")).strip()
        names = ", ".join(str(self._network.entry(area).fields["name"]) for area in areas)
        return areas, words or parts.address or names or f"{parts.place['latitude']}, {parts.place['longitude']}"

    def _stored(self, parts: RowParts, identity: tuple[str, ...]) -> Entry | None:
        """The stored place of a row: what it brought earlier and says again or corrects, else the same address."""
        brought = [self._network.entry(id) for id in self._by_row.find("place", [parts.key])]
        for entry in brought:
            if says_the_same(entry, parts.place, self._source):
                return entry  # edited by hand since, perhaps: it stays this row's place
        id = self._known.get(identity)
        if id is not None and id not in self._new:
            return self._network.entry(id)
        # An address that was corrected in the list is corrected here, if no other row stands on it.
        alone = [e for e in brought if self._by_row.keys_of(e.id) == {parts.key} and self._one_actor(e.id)]
        return alone[0] if id is None and alone else None

    def _at_actor(self, parts: RowParts, identity: tuple[str, ...], actor: EntryId) -> Entry | None:
        """The stored place of the row's actor that has this address written another way."""
        address = address_key(parts.place)
        if not address or identity in self._known or self._network.find(actor) is None:
            return None
        there = self._network.linked(actor, "places")
        return next((place for place in there if address_key(place.fields) == address), None)

    def _one_actor(self, place: EntryId) -> bool:
        there = (self._network.entry(source) for source, _ in self._network.into(place))
        return sum(entry.kind == "actor" for entry in there) < 2

    def _area(self, parts: RowParts, stored: Entry | None) -> tuple[dict[str, EntryId | None], list[Remark]]:
        """{"area": where the place lies}, or {} where what stands stays, and remarks."""
        address = parts.address or " ".join(str(parts.place.get(f, "")) for f in _ADDRESS).strip()
        if address in self._decided:
            decided = self._network.find(self._decided[address])
            return {"area": decided.id if decided is not None and decided.kind == "area" else None}, []
        located = self._locate_once(parts.place)
        if located.certainty == "certain" or not self._any_area:
            return {"area": located.area}, []
        stated = self._stated(parts) if not parts.place.get("postcode") else None
        if stated:
            return {"area": EntryId(stated)}, []
        if stored is not None and stored.fields.get("area") and self._stands(stored, parts):
            return {}, []  # placed by hand, or by a decision at an earlier reading
        address = address or f"{parts.place.get('latitude')}, {parts.place.get('longitude')}"
        self._unclear.setdefault(address, ([], located))[0].append(parts.number)
        code = "import.outside_area" if located.certainty == "outside" else "import.area_unclear"
        return {"area": None}, [Remark(column="", code=code, params={"address": address})]

    def _stands(self, stored: Entry, parts: RowParts) -> bool:
        """Whether a stored place is still the address that somebody gave an area."""
        return self._source not in stored.fields.get("origin", {}) or says_the_same(stored, parts.place, self._source)

    def _locate_once(self, place: Mapping[str, Any]) -> Located:
        """Where a place lies; many rows of a list lie in few towns."""
        key = tuple(map(place.get, _LOCATED_BY))
        if key not in self._located:
            self._located[key] = self._locate.locate(place)
        return self._located[key]

    def _stated(self, parts: RowParts) -> str | None:
        """The one area that a column beside the address, else a heading above the row names."""
        might = self._locate_once(parts.place).candidates
        headings = {area for area in parts.areas if not might or area in might}
        found = self._in_columns(parts) or set(map(str, headings))
        return found.pop() if len(found) == 1 else None

    def _in_columns(self, parts: RowParts) -> set[str]:
        towns = (text for target, _, text in parts.towns if target == "actor.areas")
        return {area for text in towns for area in self.named(text) or ()}


def _identity(fields: Mapping[str, Any], area: str | None) -> tuple[str, ...]:
    """What tells places apart. `area` counts where no town is written: "Markt 1" is a house in each of them."""
    written = [str(value).casefold() if (value := fields.get(name)) else "" for name in _IDENTITY]
    return (*written, "" if any(fields.get(name) for name in _LOCATED_BY) else area or "")
