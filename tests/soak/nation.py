"""A generated nation: counties beneath one Land, with common topics and sources, and links between them."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from graph.model.changes import Entry, EntryId, Kind
from graph.model.schema import kind, references
from graph.store import Store
from tests.generator import fill, generate

ACTORS = 300
NEIGHBOURS = 30
"""Referrals from one county to the one before."""

_COMMON = {"topic": "code", "source": "name"}


def counties(number: int, only: int | None = None) -> Iterator[list[Entry]]:
    """The entries of each county; the first brings the Land and what is common. `only`: common things and this one."""
    common: dict[tuple[str, str], EntryId] = {}
    before: list[EntryId] = []
    for n in range(number):
        made, before = _county(n, common, before)
        if only is None or n == only:
            yield [e for e in made if only is None or not e.id.startswith("between-")]
        elif n == 0:
            yield [e for e in made if e.kind in _COMMON or e.fields.get("level") == "land"]


def write(store: Store, number: int, only: int | None = None) -> tuple[int, int]:
    """Write them, a ChangeSet a county; answers how many entries and links between them."""
    count = links = 0
    for n, entries in enumerate(counties(number, only)):
        fill(store, entries, f"county-{n}")
        count += len(entries)
        links += sum(1 for entry in entries for _ in references(entry.kind, entry.fields))
    return count, links


def area_of(n: int) -> str:
    """The key that the process of a county is started with."""
    return f"{n:05}0000000"


def _county(n: int, common: dict[tuple[str, str], EntryId], before: list[EntryId]) -> tuple[list[Entry], list[EntryId]]:
    made = generate(ACTORS, seed=n + 1)
    new: dict[EntryId, EntryId] = {}
    kept = []
    for entry in made:
        key = _key(entry)
        if key is not None:
            known = key in common
            new[entry.id] = common.setdefault(key, entry.id)
            if known:
                continue
        kept.append(entry)
    parts = [e.id for e in kept if e.fields.get("level") == "county"]
    kept = [Entry(kind=e.kind, id=e.id, fields=_renamed(e, new, n, parts)) for e in kept]
    actors = [e.id for e in kept if e.kind == "actor"]
    random = Random(n)
    for number in range(NEIGHBOURS if before else 0):
        ends = {"sender": random.choice(actors), "receiver": random.choice(before)}
        kept.append(Entry(kind=Kind("referral"), id=EntryId(f"between-{n}-{number}"), fields=ends))
    return kept, actors


def _key(entry: Entry) -> tuple[str, str] | None:
    if entry.kind in _COMMON:
        return entry.kind, entry.fields[_COMMON[entry.kind]]
    return ("land", "") if entry.fields.get("level") == "land" else None


def _renamed(entry: Entry, new: dict[EntryId, EntryId], n: int, parts: list[EntryId]) -> dict[str, Any]:
    """An entry with common things by their common ids. So many actors make several areas: the first is the county."""
    fields = dict(entry.fields)
    if entry.id in parts:
        part = parts.index(entry.id)
        fields |= {"name": f"Landkreis {n} {part or ''}".strip(), "ars": f"{n:05}{part:02}00000"}
        fields |= {"parent": parts[0]} if part else {}
    for field in kind(entry.kind).fields:
        if field.refs and field.name in fields:
            value = fields[field.name]
            fields[field.name] = [new.get(id, id) for id in value] if isinstance(value, list) else new.get(value, value)
    return fields
