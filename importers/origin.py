"""Where entries came from: found again by source and key, and whether a person changed them since.

`origin` of an entry: source id → {"keys": [row keys], "fields": {name: hash of the value as imported}}. Personal fields
leave no hash behind, for a hash of a telephone number is as good as the number; only that they were brought.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any

from graph.model.canonical import canonical, digest
from graph.model.changes import Change, Entry, EntryId, Kind
from graph.model.schema import personal_fields
from graph.network import Network

NOT_TRACKED = frozenset({"origin", "extra", "audience"})
_BROUGHT = ""


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


def created(kind: str, id: EntryId, fields: Mapping[str, Any], source: str, keys: Iterable[str]) -> Change:
    """The change that creates an entry with its origin."""
    whole = {k: v for k, v in fields.items() if v is not None}
    whole["origin"] = {source: {"keys": sorted(set(keys)), "fields": _hashes(kind, whole)}}
    return Change(kind=Kind(kind), id=id, before=None, after=whole)


def updated(
    entry: Entry,
    fields: Mapping[str, Any],
    source: str,
    keys: Collection[str],
    names_rows: bool = True,
) -> tuple[Change | None, list[str], list[str]]:
    """From a stored entry to what the list says now: (change, changed fields, fields kept as they stand).

    A field is taken when the list changed it since its last reading, or never brought it and nothing is known. What a
    person changed since is kept where the list changed it too. None says that the list no longer holds a value it
    brought. Of an entry that another source brought only what is missing is added, also to its lists.
    With `names_rows` False the entry gets an origin of this source only when something is taken (places are shared).
    """
    before_origin = entry.fields.get("origin", {})
    first = source not in before_origin
    known: dict[str, str] = dict(before_origin.get(source, {}).get("fields", {}))
    taken: dict[str, Any] = {}
    kept: list[str] = []
    for name, value in fields.items():
        stored = entry.fields.get(name)
        if name in ("origin", "audience") or _alike(value, stored):
            continue
        verdict, result = _verdict(entry.kind, name, stored, value, known, first, len(before_origin) > 1)
        if verdict == "take":
            taken[name] = result
        elif verdict == "kept":
            kept.append(name)
    after: dict[str, Any] = dict(taken)
    hashes = {**known, **_hashes(entry.kind, fields)}
    hashes = {n: h for n, h in hashes.items() if not (n in taken and taken[n] is None)}
    origin = {
        **before_origin,
        source: {"keys": sorted({*before_origin.get(source, {}).get("keys", ()), *keys}), "fields": hashes},
    }
    if origin != before_origin and (taken or names_rows or not first):
        after["origin"] = origin
    if not after:
        return None, [], kept
    before = {name: entry.fields.get(name) for name in after}
    return Change(kind=entry.kind, id=entry.id, before=before, after=after), sorted(taken), kept


def says_the_same(entry: Entry, fields: Mapping[str, Any], source: str) -> bool:
    """Whether a list says of an entry what it said at its last reading, whatever was made of it since."""
    known = entry.fields.get("origin", {}).get(source, {}).get("fields", {})
    said = {name: h for name, h in known.items() if name != "area"}
    return bool(said) and said == {n: h for n, h in _hashes(entry.kind, fields).items() if n != "area"}


def _verdict(
    kind: str, name: str, stored: Any, value: Any, known: Mapping[str, str], first: bool, shared: bool
) -> tuple[str, Any]:
    """("take" | "leave" | "kept", the value to take)."""
    if value is None:
        return ("take", None) if stored is not None and known.get(name) == _hash(stored) else ("leave", None)
    if stored is None:  # what was taken out by hand, or erased, stays out
        gone = name in known and known[name] in (_BROUGHT, _hash(value))
        return ("leave", None) if gone else ("take", value)
    if name == "extra":
        merged = {**value, **stored} if shared or first else {**stored, **value}
        return ("leave", None) if merged == stored else ("take", merged)
    if name not in known:
        if isinstance(stored, list) and isinstance(value, list):
            missing = [v for v in value if v not in stored]
            return ("take", [*stored, *missing]) if missing else ("leave", None)
        return "kept", None
    if name in personal_fields(kind):
        return "kept", None
    if known[name] == _hash(value):
        return "leave", None  # the list says what it said: whatever stands here now was meant
    return ("take", value) if known[name] == _hash(stored) else ("kept", None)


def _hashes(kind: str, fields: Mapping[str, Any]) -> dict[str, str]:
    personal = personal_fields(kind)
    return {
        name: _BROUGHT if name in personal else _hash(value)
        for name, value in fields.items()
        if value is not None and name not in NOT_TRACKED
    }


def _alike(a: Any, b: Any) -> bool:
    """Lists are sets here: in which order rows name numbers says nothing."""
    if isinstance(a, list) and isinstance(b, list):
        return sorted(map(str, a)) == sorted(map(str, b))
    return bool(a == b)


def _hash(value: Any) -> str:
    if isinstance(value, str):
        return _hash_of_text(value)
    return digest(canonical(sorted(value) if isinstance(value, list) else value))[:8]


@lru_cache(maxsize=50_000)
def _hash_of_text(value: str) -> str:
    return digest(canonical(value))[:8]
