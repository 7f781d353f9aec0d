"""What an end of a way names: an area by key, postcode or name, or a place or an actor."""

from __future__ import annotations

from collections.abc import Iterable

from graph.analysis.coverage.areas import unit_of
from graph.analysis.locate import folded, locator
from graph.model.changes import EntryId
from graph.network import Network, called, lineage


class Ends:
    """Finds what people write in such a table. Building: O(areas + places + actors); one answer: O(1)."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._keys: dict[str, set[EntryId]] = {}
        self._postcodes: dict[str, set[EntryId]] = {}
        self._names: dict[str, set[EntryId]] = {}
        self._known: dict[str, tuple[EntryId | None, str]] = {}
        for area in network.of_kind("area").values():
            for key in (area.fields.get("ars"), area.fields.get("ags")):
                if key:
                    self._keys.setdefault(str(key), set()).add(area.id)
            for line in area.fields.get("localities", ()):
                self._postcodes.setdefault(line[:5], set()).add(area.id)
        for kind in ("place", "actor"):
            for entry in network.of_kind(kind).values():
                stated = (called(network, entry), entry.fields.get("name"), entry.fields.get("short_name"))
                for name in filter(None, stated):
                    self._names.setdefault(folded(name), set()).add(entry.id)

    def find(self, text: str) -> tuple[EntryId | None, str]:
        """(what is meant, "") or (None, why it is not known: "unknown" or "several")."""
        if text not in self._known:
            self._known[text] = self._find(text)
        return self._known[text]

    def _find(self, text: str) -> tuple[EntryId | None, str]:
        entry = self._network.find(text)
        if entry is not None and entry.kind in ("area", "place", "actor"):
            return entry.id, ""
        digits = text.replace(" ", "")
        if digits.isascii() and digits.isdigit():
            return self._by_number(digits)
        found = self._network.memo_of("area", locator).area_named(text)
        if found.area is not None:
            return found.area, ""
        named = self._names.get(folded(text), set())
        return _only(named) if named else (None, "several" if found.candidates else "unknown")

    def _by_number(self, digits: str) -> tuple[EntryId | None, str]:
        """Programs take keys and postcodes for numbers and drop the zero they begin with."""
        for length in (12, 8):
            if length - 1 <= len(digits) <= length and (found := self._keys.get(digits.zfill(length))):
                return self._one_area(found)
        if 4 <= len(digits) <= 5 and (found := self._postcodes.get(digits.zfill(5))):
            return self._one_area(found)
        return _only(self._keys.get(digits, set()))

    def _one_area(self, found: Iterable[EntryId]) -> tuple[EntryId | None, str]:
        """One area; of several the one that the others lie in, or the unit that all of them belong to."""
        several = set(found)
        widest = {id for id in several if not several & set(lineage(self._network, id)[1:])}
        if len(widest) > 1:
            widest = {unit for id in widest if (unit := unit_of(self._network, id)) is not None}
        return _only(widest)


def _only(found: Iterable[EntryId]) -> tuple[EntryId | None, str]:
    several = sorted(found)
    return (several[0], "") if len(several) == 1 else (None, "several" if several else "unknown")
