"""The contacts of rows as entries: each person of an actor once; without a legal basis persons stay out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from graph.model.changes import EntryId
from graph.model.checks import a_year_after
from graph.model.codes import BASES
from graph.network import Network
from importers.lists.items import Items
from importers.lists.people import DEPUTY
from importers.lists.screen import personal
from importers.lists.transform import RowParts
from importers.origin import Known
from importers.proposal import Remark

_AT_FIRST = frozenset({"review_by", "source", "audience", "basis"})
"""What is stated when a contact is made and not again at every reading."""


class Contacts:
    """The contacts of one import."""

    def __init__(
        self, network: Network, known: Known, items: Items, stated: Mapping[str, str], today: date,
        new_id: Callable[[], str],
    ) -> None:  # fmt: skip
        self._network = network
        self._known = known
        self._items = items
        self._basis = stated["basis"] if stated["basis"] in BASES else ""
        self._source = stated["source"]
        self._today = today
        self._new_id = new_id
        self._made: dict[tuple[str, ...], EntryId] = {}
        self._claimed: set[EntryId] = set()
        self._ids: set[EntryId] = set()
        self.left_out = 0

    @property
    def persons(self) -> int:
        """How many contacts hold data of a person."""
        return len(self._ids)

    def take(self, actor: EntryId, service: EntryId | None, parts: RowParts) -> list[Remark]:
        """Take in the contacts of a row."""
        remarks = []
        first: EntryId | None = None
        for n, contact in enumerate(parts.contacts):
            stands_in = contact.pop(DEPUTY, False)
            if personal(contact):
                if not self._basis:
                    self.left_out += 1
                    remarks.append(Remark(column="", code="import.person_without_basis"))
                    continue
                id = self._contact(actor, service, parts, n, self._of_person(contact))
                self._ids.add(id)
                if stands_in and first and first != id:
                    self._items[first].say(parts.key, parts.number, {"deputy": id})
                first = first or id
            else:
                self._contact(actor, service, parts, n, {"function": "Kontakt", **contact})
        return remarks

    def _of_person(self, contact: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "function": "Ansprechperson",
            **contact,
            "audience": "coordination",
            "basis": self._basis,
            "source": self._source,
            "review_by": a_year_after(self._today),
        }

    def _contact(
        self, actor: EntryId, service: EntryId | None, parts: RowParts, n: int, fields: dict[str, Any]
    ) -> EntryId:
        prefix = f"{parts.key} | "
        key = f"{prefix}{n}"
        who = _who(actor, fields)
        id = self._made.get(who) or self._stored(actor, fields, prefix, key)
        if id is None:
            id = EntryId(self._new_id())
        self._made[who] = id
        self._claimed.add(id)
        stored = self._network.find(id)
        if stored is not None:
            key = next((k for k in sorted(self._known.keys_of(id)) if k.startswith(prefix)), key)
            fields = {k: v for k, v in fields.items() if k not in _AT_FIRST}
        said = {**fields, "actor": actor, **({"services": [service]} if service else {})}
        self._items.take("contact", id, parts.number, key).say(parts.key, parts.number, said)
        return id

    def _stored(self, actor: EntryId, fields: Mapping[str, Any], prefix: str, key: str) -> EntryId | None:
        """The stored contact that this is: the same person or number at the actor, else the one its row brought."""
        there = [c for c in self._network.linking(actor, "contact", "actor") if c.id not in self._claimed]
        same = [c.id for c in there if _who(actor, c.fields)[1:] == _who(actor, fields)[1:]]
        if same:
            return same[0]
        brought = [id for id in self._known.find("contact", [key]) if id not in self._claimed]
        return brought[0] if brought else None


def _who(actor: EntryId, fields: Mapping[str, Any]) -> tuple[str, ...]:
    """What tells contacts of an actor apart: the person, else their own numbers, else the function."""
    if fields.get("person"):
        return (actor, str(fields["person"]).casefold())
    numbers = sorted([*fields.get("mobiles", ()), *fields.get("mails", ()), *fields.get("phones", ())])
    return (actor, "", *numbers) if numbers else (actor, "", "", str(fields.get("function", "")).casefold())
