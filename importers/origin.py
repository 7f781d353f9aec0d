"""Where entries came from: found again by source and key, and whether a person changed them since.

`origin` of an entry: source id → {"keys": [row keys], "fields": {name: hash of the value as imported}}. Personal fields
leave no hash behind: a hash of a telephone number is as good as the number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graph.model.canonical import canonical, digest
from graph.model.changes import Change, Entry, EntryId, Kind
from graph.model.schema import personal_fields
from graph.network import Network

NOT_TRACKED = frozenset({"origin", "extra", "audience"})


class Known:
    """The entries that one source brought earlier, by kind and row key."""

    def __init__(self, network: Network, source: str) -> None:
        self._source = source
        self._found: dict[tuple[str, str], EntryId] = {}
        for entry in network.entries():
            for key in entry.fields.get("origin", {}).get(source, {}).get("keys", ()):
                self._found[entry.kind, key] = entry.id

    def find(self, kind: str, keys: Iterable[str]) -> EntryId | None:
        """The entry of a kind that one of these rows brought."""
        return next((self._found[kind, key] for key in keys if (kind, key) in self._found), None)

    def keys(self, kind: str) -> set[str]:
        """All row keys of a kind."""
        return {key for found, key in self._found if found == kind}


def created(kind: str, id: EntryId, fields: Mapping[str, Any], source: str, keys: Iterable[str]) -> Change:
    """The change that creates an entry with its origin."""
    whole = {k: v for k, v in fields.items() if v is not None}
    whole["origin"] = {source: _origin(kind, whole, keys)}
    return Change(kind=Kind(kind), id=id, before=None, after=whole)


def updated(
    entry: Entry, fields: Mapping[str, Any], source: str, keys: Iterable[str]
) -> tuple[Change | None, list[str], list[str]]:
    """From a stored entry to what the list says now: (change, changed fields, fields kept as edited by hand).

    A field is taken when the list changed it since its last reading, or never brought it and nothing is known. What a
    person changed since is kept where the list changed it too.
    """
    before_origin = entry.fields.get("origin", {})
    known: Mapping[str, Any] = before_origin.get(source, {}).get("fields", {})
    taken: dict[str, Any] = {}
    kept: list[str] = []
    for name, value in fields.items():
        if name in NOT_TRACKED - {"extra"} or value is None or value == entry.fields.get(name):
            continue
        verdict = _verdict(entry, name, value, known, before_origin, source)
        if verdict == "take":
            taken[name] = value
        elif verdict == "kept":
            kept.append(name)
    origin = dict(before_origin)
    brought = {k: v for k, v in fields.items() if v is not None}
    origin[source] = _origin(entry.kind, brought, [*before_origin.get(source, {}).get("keys", ()), *keys])
    after: dict[str, Any] = dict(taken)
    if origin != before_origin:
        after["origin"] = origin
    if not after:
        return None, [], kept
    before = {name: entry.fields.get(name) for name in after}
    return Change(kind=entry.kind, id=entry.id, before=before, after=after), sorted(taken), kept


def _verdict(
    entry: Entry, name: str, value: Any, known: Mapping[str, Any], origin: Mapping[str, Any], source: str
) -> str:
    stored = entry.fields.get(name)
    if stored is None:
        return "leave" if known.get(name) == _hash(value) else "take"  # taken out by hand stays out
    if name == "extra":
        return "take" if source in origin else "leave"
    if name in personal_fields(entry.kind):
        return "kept"
    if name not in known:
        return "kept"
    if known[name] == _hash(value):
        return "leave"  # the list says what it said: whatever stands here now was meant
    return "take" if known[name] == _hash(stored) else "kept"


def _origin(kind: str, fields: Mapping[str, Any], keys: Iterable[str]) -> dict[str, Any]:
    tracked = fields.keys() - NOT_TRACKED - personal_fields(kind)
    return {"keys": sorted(set(keys)), "fields": {name: _hash(fields[name]) for name in sorted(tracked)}}


def _hash(value: Any) -> str:
    return digest(canonical(value))[:8]
