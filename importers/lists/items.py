"""Entries on their way: what several rows say of one entry, put together the same in whatever order they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model.changes import Entry, EntryId
from graph.network import Network


@dataclass(kw_only=True, slots=True)
class Item:
    """One entry and what rows say of it: (row key, row number, fields)."""

    kind: str
    id: EntryId
    stored: Entry | None
    name: str
    said: list[tuple[str, int, Mapping[str, Any]]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)

    def say(self, key: str, row: int, fields: Mapping[str, Any]) -> None:
        """Remember what a row says."""
        self.said.append((key, row, fields))

    def fields(self) -> dict[str, Any]:
        """All of it: lists grow, of other values the first word stands."""
        whole: dict[str, Any] = {}
        several = len({row for _, row, _ in self.said}) > 1
        for _, _, fields in sorted(self.said, key=lambda each: each[:2]) if several else self.said:
            merge(whole, fields)
        return whole


class Items:
    """All entries of one import by id."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._items: dict[EntryId, Item] = {}

    def __contains__(self, id: object) -> bool:
        return id in self._items

    def __getitem__(self, id: EntryId) -> Item:
        return self._items[id]

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def take(self, kind: str, id: EntryId, row: int, key: str, name: str = "") -> Item:
        """The item of an entry, made when it is new; the row is noted with it."""
        item = self._items.get(id)
        if item is None:
            item = self._items[id] = Item(kind=kind, id=id, stored=self._network.find(id), name=name)
        if key not in item.keys:
            item.keys.append(key)
        item.rows.append(row)
        return item


def merge(fields: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Add what another row says of the same entry. Texts kept aside under one heading stand below each other."""
    for name, value in more.items():
        old = fields.get(name)
        if old is None:
            fields[name] = value
        elif isinstance(old, list) and isinstance(value, list):
            fields[name] = list(dict.fromkeys([*old, *value]))
        elif isinstance(old, dict) and isinstance(value, dict):
            fields[name] = {**old, **{h: _below(old.get(h), text) for h, text in value.items()}}


def _below(old: str | None, text: str) -> str:
    if old is None or old == text:
        return text
    return old if f"\n\n{text}\n\n" in f"\n\n{old}\n\n" else f"{old}\n\n{text}"
