"""Small networks that change at random: every kind of link, flips of audience and protection, cascades."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random
from typing import Any

from graph.model.changes import Change, ChangeSet, EntryId, Kind, OpId, Why
from graph.network import Network
from graph.operations import edit

NOW = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
_IDS = {
    "actor": ["a0", "a1", "a2", "a3"],
    "service": ["s0", "s1", "s2"],
    "contact": ["c0", "c1", "c2"],
    "place": ["p0", "p1"],
    "area": ["r0", "r1"],
    "referral": ["f0", "f1"],
}
_LINKS: dict[str, dict[str, tuple[str, ...]]] = {
    "actor": {"parent": ("actor",), "places": ("place",), "areas": ("area",)},
    "service": {"provider": ("actor",), "places": ("place",), "areas": ("area",)},
    "contact": {"actor": ("actor",), "services": ("service",), "deputy": ("contact",), "areas": ("area",)},
    "place": {"area": ("area",)},
    "area": {"parent": ("area",)},
    "referral": {"sender": ("actor",), "receiver": ("actor", "service")},
}
_REQUIRED = {"service": ["provider"], "contact": ["actor"], "referral": ["sender", "receiver"]}
_SEVERAL = {"places", "areas", "services"}
_TEXTS = {"contact": ["person", "note", "source"], "place": ["name", "street", "note"]}


def changesets(random: Random, number: int, start: Network | None = None) -> Iterator[ChangeSet]:
    """ChangeSets that apply one after another, from an empty network or from `start`."""
    network = Network() if start is None else start
    for position in range(number):
        changes: list[Change] = []
        for _ in range(random.randint(1, 4)):
            step = _step(random, network)
            network = network.apply(step)
            changes.extend(step)
        why = Why(code="why.edit")
        op = OpId(f"op-{position}-{random.random()}")
        yield ChangeSet(op=op, who="anna", at=NOW, why=why, source="form", changes=tuple(changes))


def _step(random: Random, network: Network) -> tuple[Change, ...]:
    kind = random.choice(list(_IDS))
    id = EntryId(random.choice(_IDS[kind]))
    entry = network.find(id)
    if entry is None:
        fields = _fields(random, network, kind, id)
        return () if fields is None else (Change(kind=Kind(kind), id=id, before=None, after=fields),)
    if random.random() < 0.2:
        return edit.delete(network, id)
    wanted = _fields(random, network, kind, id) or {}
    names = random.choices(sorted({*wanted, *entry.fields}), k=3)
    keep = [n for n in names if wanted.get(n) != entry.fields.get(n) and (n in wanted or n not in _needed(kind))]
    if not keep:
        return ()
    before, after = {n: entry.fields.get(n) for n in keep}, {n: wanted.get(n) for n in keep}
    return (Change(kind=Kind(kind), id=id, before=before, after=after),)


def _fields(random: Random, network: Network, kind: str, id: str) -> dict[str, Any] | None:
    fields: dict[str, Any] = {"function" if kind == "contact" else "note": f"n{random.randint(0, 9)}"}
    for name in _TEXTS.get(kind, ["name", "note"]):
        if random.random() < 0.7:
            fields[name] = f"{name} {random.randint(0, 9)}"
    if kind in ("actor", "service", "area"):
        fields["name"] = f"{id} {random.randint(0, 3)}"
    if random.random() < 0.5:
        fields["audience"] = random.choice(["public", "network", "coordination", "callback"])
    if kind == "place" and random.random() < 0.5:
        fields["protected"] = random.choice([True, False])
    for name, kinds in _LINKS[kind].items():
        there = [e for k in kinds for e in network.of_kind(k) if e != id]
        needed = name in _REQUIRED.get(kind, ())
        if needed and not there:
            return None
        if there and (needed or random.random() < 0.6):
            several = random.sample(there, k=random.randint(1, len(there)))
            fields[name] = several if name in _SEVERAL else several[0]
    return fields


def _needed(kind: str) -> set[str]:
    return {"name", "function", *_REQUIRED.get(kind, ())}
