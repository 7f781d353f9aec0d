"""Rows of one list that say the same organisation under another name or address: found before any is taken in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model.changes import EntryId
from importers.lists.likeness import Like, Likeness
from importers.lists.reporting import Taken

ROW = "row:"
"""Before the key of a row, where a person says that another row is the same."""

_ASKED = ("sure", "likely")
_MOST = 6


@dataclass(kw_only=True, slots=True)
class Twins:
    """The rows of a list that are entries. Rows of the same name and address are one already and asked about once."""

    _known: Likeness = field(default_factory=Likeness)
    _first: dict[EntryId, Taken] = field(default_factory=dict)
    _group: dict[int, EntryId] = field(default_factory=dict)
    _by_key: dict[str, Taken] = field(default_factory=dict)

    def add(self, row: Taken) -> None:
        """Remember a row."""
        id = self._known.same(row.traits) or EntryId(f"{ROW}{row.parts.key}")
        self._first.setdefault(id, row)
        self._by_key.setdefault(row.parts.key, row)
        self._group[row.parts.number] = id
        self._known.add(id, row.traits)

    def of(self, row: Taken, besides: Iterable[Like]) -> tuple[Like, ...]:
        """The rows before this one that are probably the same. `besides`: stored actors that it may be."""
        group = self._group.get(row.parts.number)
        if group is None:
            return ()
        stored = {each.id for each in besides}
        found = (each for each in self._known.like(row.traits, _MOST, besides=group))
        return tuple(like for like in found if like.evidence.level in _ASKED and self._asks(like.id, row, stored))

    def actor(self, said: str) -> EntryId | None:
        """The actor of the row that a decision names; None while it has none."""
        row = self.row(said)
        return row.actor if row else None

    def row(self, said: str) -> Taken | None:
        """The row that a decision names."""
        return self._by_key.get(said.removeprefix(ROW)) if said.startswith(ROW) else None

    def apart(self, said: Iterable[EntryId]) -> tuple[EntryId, ...]:
        """Ids with the actors of rows in the place of rows."""
        found = ((self.actor(id) if id.startswith(ROW) else id) for id in said)
        return tuple(id for id in found if id)

    def beside(self, row: Taken) -> Mapping[str, Any]:
        """What the row says that this one is probably the same as; nothing where it is a stored actor."""
        other = self.row(row.likes[0].id) if row.likes else None
        if other is None:
            return {}
        parts = other.parts
        first = (parts.key, parts.number) < (row.parts.key, row.parts.number)
        said = {"actor": parts.actor, "place": parts.place, "service": parts.service}
        return {"number": parts.number, "first": first, "said": said}

    def _asks(self, id: EntryId, row: Taken, stored: set[EntryId]) -> bool:
        first = self._first[id]
        return (
            first.parts.number < row.parts.number
            and first.outcome != "rejected"
            and first.actor not in stored
            and not {like.id for like in first.likes} & stored
        )
