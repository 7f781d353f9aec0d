"""Where the values of an entry came from: by source and field, with the day they were taken in.

`origin` of an entry: source id → {"keys": [row keys], "fields": {name: hash of the value as the list said it},
"on": day the entry came from it, "taken": {name: day, or "" where the list said it and it was not taken}}. A field of
`fields` that is not in `taken` was taken on `on`. Personal fields leave no hash behind, for a hash of a telephone
number is as good as the number; only that they were brought. Origins written before days were kept have neither.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from graph.model.canonical import canonical, digest
from graph.model.changes import Fields
from graph.model.schema import personal_fields

NOT_TRACKED = frozenset({"origin", "extra", "audience"})
BROUGHT = ""
"""What stands instead of the hash of a personal field."""


def hashes(kind: str, fields: Mapping[str, Any]) -> dict[str, str]:
    """What is remembered of values: field → hash."""
    personal = personal_fields(kind)
    return {
        name: BROUGHT if name in personal else hash_of(value)
        for name, value in fields.items()
        if value is not None and name not in NOT_TRACKED
    }


def hash_of(value: Any) -> str:
    """A short hash of a value; in which order a list stands says nothing."""
    if isinstance(value, str):
        return _hash_of_text(value)
    return digest(canonical(sorted(value) if isinstance(value, list) else value))[:8]


def brought(kind: str, fields: Fields) -> dict[str, list[tuple[str, str]]]:
    """Field → (source id, day) of what brought the value that stands there now, newest first.

    Of a list every source that added to it. A value that none of them brought, or that was edited since, has none.
    """
    origin: Mapping[str, Any] = fields.get("origin") or {}
    found: dict[str, list[tuple[str, str]]] = {}
    for source, said in origin.items():
        days = said.get("taken", {})
        for name, known in said.get("fields", {}).items():
            day = days.get(name, said.get("on", ""))
            taken = name not in days or days[name]
            if taken and name in fields and _still(fields[name], known):
                found.setdefault(name, []).append((source, day))
    return {name: sorted(sources, key=lambda s: (s[1], s[0]), reverse=True) for name, sources in found.items()}


def united(keep: Mapping[str, Any], drop: Mapping[str, Any], stays: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The origins of two entries as one. `stays`: fields whose value is the first one's alone.

    The second one's lists find the entry again, and are not asked anew about what they said already.
    """
    whole = {source: dict(said) for source, said in keep.items()}
    for source, said in drop.items():
        untaken = {name: "" for name in said.get("fields", {}) if name in stays}
        more = {**said, "taken": {**said.get("taken", {}), **untaken}}
        old = whole.get(source)
        if old is None:
            whole[source] = {k: v for k, v in more.items() if v or k in ("keys", "fields")}
            continue
        known = old.get("fields", {})
        news = {n: h for n, h in more.get("fields", {}).items() if n not in known}
        days = {n: d for n, d in more["taken"].items() if n in news}
        on = more.get("on", "")
        days |= {n: on for n in news if n not in days and on != old.get("on", "")}
        old["keys"] = sorted({*old.get("keys", ()), *more.get("keys", ())})
        old["fields"] = {**known, **news}
        if days or old.get("taken"):
            old["taken"] = {**old.get("taken", {}), **days}
    return whole


def _still(value: Any, known: str) -> bool:
    return known == BROUGHT or isinstance(value, list) or known == hash_of(value)


@lru_cache(maxsize=50_000)
def _hash_of_text(value: str) -> str:
    return digest(canonical(value))[:8]
