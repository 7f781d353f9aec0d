"""Addresses of a list as place entries, each once, and the area they lie in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from graph.analysis.locate import Located, Locator
from graph.model.changes import Change, EntryId
from graph.network import Network
from importers.origin import created
from importers.proposal import Remark, Unclear
from importers.transform import RowParts

_IDENTITY = ("name", "street", "house_number", "postcode", "locality", "latitude", "longitude")


class Places:
    """The places of one import. A place is known by what its address says, whichever list says it."""

    def __init__(
        self, network: Network, locate: Locator, decided: Mapping[str, str], new_id: Callable[[], str]
    ) -> None:
        self._locate = locate
        self._decided = decided
        self._new_id = new_id
        self._known = {_identity(p.fields): id for id, p in network.of_kind("place").items()}
        self._new: dict[EntryId, tuple[dict[str, Any], list[str]]] = {}
        self._unclear: dict[str, tuple[list[int], Located]] = {}
        self._any_area = bool(network.of_kind("area"))

    def place(self, parts: RowParts) -> tuple[EntryId | None, list[Remark]]:
        """The place of a row, made when it is new, and remarks on where it lies."""
        if not parts.place:
            return None, []
        area, told = self._area(parts)
        identity = _identity(parts.place)
        id = self._known.get(identity)
        if id is None:
            id = self._known[identity] = EntryId(self._new_id())
            self._new[id] = ({**parts.place, "area": area}, [parts.key])
        elif id in self._new:
            self._new[id][1].append(parts.key)
        return id, told

    def areas(self, parts: RowParts) -> list[str]:
        """The areas of several towns named in a row; a town that is not known is left out."""
        found = (self._locate.by_words("", name).area for name in parts.localities)
        return list(dict.fromkeys(area for area in found if area))

    def changes(self, source: EntryId) -> Iterator[Change]:
        """The places to create."""
        for id, (fields, keys) in self._new.items():
            yield created("place", id, fields, source, keys)

    def unclear(self) -> tuple[Unclear, ...]:
        """Addresses that a person should place."""
        return tuple(
            Unclear(address=a, rows=tuple(rows), candidates=located.candidates, outside=located.certainty == "outside")
            for a, (rows, located) in self._unclear.items()
        )

    def _area(self, parts: RowParts) -> tuple[EntryId | None, list[Remark]]:
        address = parts.address or " ".join(str(parts.place.get(f, "")) for f in _IDENTITY).strip()
        if address in self._decided:
            return EntryId(self._decided[address]) or None, []
        located = self._locate.locate(parts.place)
        if located.certainty == "certain" or not self._any_area:
            return located.area, []
        self._unclear.setdefault(address, ([], located))[0].append(parts.number)
        code = "import.outside_area" if located.certainty == "outside" else "import.area_unclear"
        return None, [Remark(column="", code=code, params={"address": address})]


def _identity(fields: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(fields.get(name, "")).casefold() for name in _IDENTITY)
