"""What an actor belongs to, by a name in a list: a stored actor where it is certain, else kept as published."""

from __future__ import annotations

import re

from graph.model.changes import EntryId
from graph.model.clean import one_line
from graph.network import Network
from importers.lists.transform import RowParts, aside
from importers.proposal import Remark


class Parents:
    """Finds stored actors by their whole names. Building: O(actors)."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._named: dict[str, set[EntryId]] = {}
        for actor in network.of_kind("actor").values():
            self._named.setdefault(_compared(actor.fields["name"]), set()).add(actor.id)

    def give(self, parts: RowParts, actor: EntryId) -> list[Remark]:
        """Set what the row says its actor belongs to; remarks on names that no one stored actor bears."""
        told = []
        for heading, text in parts.parents:
            found = self._named.get(_compared(text), set())
            parent = next(iter(found)) if len(found) == 1 else None
            if parent and "parent" not in parts.actor and not self._beneath(parent, actor):
                parts.actor["parent"] = parent
                continue
            aside(parts, "actor", heading, text)
            if parent is None and not parts.private.get(heading):
                told.append(Remark(column=heading, code="import.parent_unknown", params={"text": one_line(text)}))
        return told

    def _beneath(self, one: EntryId, other: EntryId) -> bool:
        """Whether `one` is the other actor, or belongs to it already."""
        seen: set[EntryId] = set()
        while one and one not in seen and one != other:
            seen.add(one)
            found = self._network.find(one)
            one = EntryId(found.fields.get("parent", "") if found else "")
        return one == other


def _compared(name: object) -> str:
    """Without signs and spaces: "Kreis e.V." is "Kreis e. V."."""
    return re.sub(r"[\W_]+", "", str(name).casefold())
