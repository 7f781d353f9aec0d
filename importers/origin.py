"""Entries that lists bring again: found by source and key, and what becomes of a stored one when a list speaks of it.

What an `origin` holds stands in `graph.model.origins`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.model.changes import Change, Entry, EntryId, Kind
from graph.model.origins import BROUGHT, NOT_TRACKED, hash_of, hashes
from graph.model.schema import kind as kind_of
from graph.model.schema import personal_fields
from graph.model.uniting import JOINED, LISTS, same, unite
from graph.model.units import leader, unit_of
from graph.network import Network


class Known:
    """The entries that one source brought earlier, by kind and row key."""

    def __init__(self, network: Network, source: str) -> None:
        self._found: dict[tuple[str, str], list[EntryId]] = {}
        self._keys: dict[EntryId, set[str]] = {}
        self._kinds: dict[EntryId, str] = {}
        for entry in network.entries():
            origin = entry.fields.get("origin")
            if origin and source in origin:
                self._kinds[entry.id] = entry.kind
                self._keys[entry.id] = set(origin[source].get("keys", ()))
                for key in self._keys[entry.id]:
                    self._found.setdefault((entry.kind, key), []).append(entry.id)

    def __contains__(self, id: object) -> bool:
        return id in self._kinds

    def find(self, kind: str, keys: Iterable[str]) -> list[EntryId]:
        """The entries of a kind that these rows brought: one, unless two rows bear the same key."""
        return list(dict.fromkeys(id for key in keys for id in self._found.get((kind, key), ())))

    def keys_of(self, id: EntryId) -> set[str]:
        """The keys of the rows that brought an entry."""
        return self._keys.get(id, set())

    def of_kind(self, kind: str) -> list[EntryId]:
        """All entries of a kind that the source brought."""
        return [id for id, found in self._kinds.items() if found == kind]


def created(
    kind: str, id: EntryId, fields: Mapping[str, Any], source: str, keys: Iterable[str], day: str = ""
) -> Change:
    """The change that creates an entry with its origin. `day`: ISO date on which the list says it."""
    whole = {k: v for k, v in fields.items() if v is not None}
    brought = {"keys": sorted(set(keys)), "fields": hashes(kind, whole)}
    whole["origin"] = {source: {**brought, "on": day} if day else brought}
    return Change(kind=Kind(kind), id=id, before=None, after=whole)


@dataclass(frozen=True, kw_only=True, slots=True)
class Update:
    """What a list does to a stored entry."""

    change: Change | None
    taken: list[str]
    kept: list[str]
    """Fields where the list says something else and the stored value stands."""
    differs: dict[str, Any]
    """What the list says in fields where a person may decide: name → value, whole units."""


def updated(
    entry: Entry, fields: Mapping[str, Any], source: str, keys: Collection[str], names_rows: bool = True
) -> tuple[Change | None, list[str], list[str]]:
    """As `settle`, where nobody is asked: (change, changed fields, fields kept as they stand)."""
    done = settle(entry, fields, source, keys, names_rows=names_rows)
    return done.change, done.taken, done.kept


def settle(
    entry: Entry,
    fields: Mapping[str, Any],
    source: str,
    keys: Collection[str],
    *,
    names_rows: bool = True,
    choices: Mapping[str, str] | None = None,
    day: str = "",
    label: str = "",
) -> Update:
    """From a stored entry to what the list says now.

    A field is taken when the list changed it since its last reading, or never brought it and nothing is known. What a
    person changed since is kept where the list changed it too. None says that the list no longer holds a value it
    brought. Of an entry that another source brought only what is missing is added, also to its lists.
    With `names_rows` False the entry gets an origin of this source only when something is taken (places are shared).
    `choices`: field → "keep" the stored value, take the list's ("drop" the stored one), or "both". `label` names the
    list beside a text that it says under a heading another list uses.
    """
    work = _Settling(entry, fields, source, dict(choices or {}), day, label or source)
    for name, value in fields.items():
        if name not in ("origin", "audience") and not same(value, entry.fields.get(name)):
            work.field(name, value)
    work.whole_units()
    return work.update(keys, names_rows)


def says_the_same(entry: Entry, fields: Mapping[str, Any], source: str) -> bool:
    """Whether a list says of an entry what it said at its last reading, whatever was made of it since."""
    known = entry.fields.get("origin", {}).get(source, {}).get("fields", {})
    said = {name: h for name, h in known.items() if name != "area"}
    return bool(said) and said == {n: h for n, h in hashes(entry.kind, fields).items() if n != "area"}


class _Settling:
    """One entry on its way from what is stored to what a list makes of it."""

    def __init__(
        self, entry: Entry, fields: Mapping[str, Any], source: str, choices: dict[str, str], day: str, label: str
    ) -> None:
        self._entry = entry
        self._said = fields
        self._source = source
        self._choices = choices
        self._day = day
        self._label = label
        self._origin: dict[str, Any] = dict(entry.fields.get("origin", {}))
        self._mine: dict[str, Any] = dict(self._origin.get(source, {}))
        self._known: dict[str, str] = dict(self._mine.get("fields", {}))
        self._taken: dict[str, Any] = {}
        self._kept: list[str] = []
        self._differs: dict[str, Any] = {}

    def field(self, name: str, value: Any) -> None:
        """Settle one field that stands otherwise."""
        stored = self._entry.fields.get(name)
        verdict, result = self._verdict(name, stored, value)
        choice = self._choices.get(leader(self._entry.kind, name), "")
        if verdict in ("kept", "both") and stored is not None:
            self._differs[name] = value
            if choice:
                verdict, result = self._chosen(name, choice, stored, value)
        if verdict in ("take", "both"):
            self._taken[name] = result
        elif verdict == "kept":
            self._kept.append(name)

    def whole_units(self) -> None:
        """What says one thing together is taken together: the hours of one list never stand with words of another."""
        kind, stored = self._entry.kind, self._entry.fields
        for first in dict.fromkeys(leader(kind, name) for name in self._said):
            unit = unit_of(kind, first)
            said = {n: self._said[n] for n in unit if self._said.get(n) is not None}
            there = [n for n in unit if stored.get(n) is not None]
            if len(unit) < 2 or not said or not there or any(n in self._known for n in unit):
                continue
            if all(same(stored[n], said.get(n)) for n in there):
                continue
            self._differs |= said
            if self._choices.get(first) == "drop":
                self._taken |= {n: said.get(n) for n in unit if not same(stored.get(n), said.get(n))}
                continue
            for name in unit:
                if self._taken.pop(name, None) is not None or name in said:
                    self._kept = [*dict.fromkeys([*self._kept, name])]

    def update(self, keys: Collection[str], names_rows: bool) -> Update:
        """What it came to."""
        after: dict[str, Any] = dict(self._taken)
        origin = self._new_origin(keys)
        if origin != self._origin and (self._taken or names_rows or self._mine):
            after["origin"] = origin
        change = None
        if after:
            before = {name: self._entry.fields.get(name) for name in after}
            change = Change(kind=self._entry.kind, id=self._entry.id, before=before, after=after)
        return Update(change=change, taken=sorted(self._taken), kept=self._kept, differs=self._differs)

    def _new_origin(self, keys: Collection[str]) -> dict[str, Any]:
        said = {**self._known, **hashes(self._entry.kind, self._said)}
        said = {n: h for n, h in said.items() if not (n in self._taken and self._taken[n] is None)}
        mine: dict[str, Any] = {"keys": sorted({*self._mine.get("keys", ()), *keys}), "fields": said}
        on = self._mine.get("on", "") if self._mine else self._day
        days = {n: d for n, d in self._mine.get("taken", {}).items() if n in said}
        days |= {n: self._day for n in self._taken if n in said and self._day}
        days |= {n: "" for n in self._kept if n in said and n not in self._known}
        days = {n: d for n, d in days.items() if not d or d != on}
        stated = {name: value for name, value in (("on", on), ("taken", days)) if value}
        return {**self._origin, self._source: {**mine, **stated}}

    def _verdict(self, name: str, stored: Any, value: Any) -> tuple[str, Any]:
        """("take" | "both" | "leave" | "kept", the value to take)."""
        known = self._known
        if value is None:
            return ("take", None) if stored is not None and known.get(name) == hash_of(stored) else ("leave", None)
        if stored is None:  # what was taken out by hand, or erased, stays out
            gone = name in known and known[name] in (BROUGHT, hash_of(value))
            return ("leave", None) if gone else ("take", value)
        if name == "extra":
            return self._extra(stored, value)
        several = isinstance(stored, list) and isinstance(value, list)
        if name not in known:
            return self._united(name, stored, value) if several else ("kept", None)
        if name in personal_fields(self._entry.kind):  # what it said before is not remembered
            return ("leave" if several and set(value) <= set(stored) else "kept"), None
        if known[name] == hash_of(value):
            return "leave", None  # the list says what it said: whatever stands here now was meant
        if known[name] == hash_of(stored):
            return "take", value
        return self._united(name, stored, value) if several and len(self._origin) > 1 else ("kept", None)

    def _united(self, name: str, stored: Any, value: Any) -> tuple[str, Any]:
        whole = unite(kind_of(self._entry.kind).field(name), stored, value)
        return ("leave", None) if same(whole, stored) else ("both", whole)

    def _chosen(self, name: str, choice: str, stored: Any, value: Any) -> tuple[str, Any]:
        field = kind_of(self._entry.kind).field(name)
        if choice == "drop":
            return "take", value
        if choice == "both" and field.type in LISTS | JOINED:
            return "both", unite(field, stored, value)
        return "kept", None

    def _extra(self, stored: Mapping[str, str], value: Mapping[str, str]) -> tuple[str, Any]:
        """Texts kept aside: of several lists each under its own heading."""
        if self._mine and len(self._origin) == 1:
            whole = {**stored, **value}
        else:
            field = kind_of(self._entry.kind).field("extra")
            whole = unite(field, dict(stored), dict(value), self._label)
        return ("leave", None) if whole == stored else ("take", whole)


__all__ = ["NOT_TRACKED", "Known", "Update", "created", "says_the_same", "settle", "updated"]
