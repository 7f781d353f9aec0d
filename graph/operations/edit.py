"""Create, change and delete one entry by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.model.changes import Change, ChangeSet, Entry, EntryId, Kind, OpId, Why
from graph.model.checks import check
from graph.model.clean import Raw, clean, missing
from graph.model.errors import Fault, Invalid
from graph.model.fields import Type
from graph.model.schema import kind, references
from graph.network import Network


def create(network: Network, name: str, raw: Raw, id: EntryId) -> Change:
    """The change that creates an entry of a kind from what was typed. Raises Invalid."""
    fields, faults = _cleaned(network, name, raw)
    known = {k: v for k, v in fields.items() if v is not None}
    _refuse(faults, [*missing(name, known), *check(name, known)])
    return Change(kind=Kind(name), id=id, before=None, after=known)


def change(network: Network, entry: Entry, raw: Raw) -> Change | None:
    """The change from an entry to what was typed: only what differs; None when nothing does. Raises Invalid."""
    fields, faults = _cleaned(network, entry.kind, raw)
    touched = {k: v for k, v in fields.items() if v != entry.fields.get(k)}
    if not touched and not faults:
        return None
    after = {**entry.fields, **touched}
    more = [*missing(entry.kind, after), *check(entry.kind, after), *_beneath_itself(network, entry, touched)]
    _refuse(faults, more, entry.id)
    before = {k: entry.fields.get(k) for k in touched}
    return Change(kind=entry.kind, id=entry.id, before=before, after=touched)


def delete(network: Network, *ids: str) -> tuple[Change, ...]:
    """The changes that delete entries, their cascade spelled out.

    What can't be without it goes too (an actor's services and contacts); from other entries only the link is taken.
    """
    doomed = doomed_with(network, *ids)
    unlinked = _unlinked(network, doomed)
    deleted = tuple(
        Change(kind=network.entry(each).kind, id=each, before=dict(network.entry(each).fields), after=None)
        for each in doomed
    )
    return (*unlinked, *deleted)


def doomed_with(network: Network, *ids: str) -> list[EntryId]:
    """The entries that go with these, themselves included."""
    doomed = {network.entry(id).id: None for id in ids}
    queue = list(doomed)
    while queue:
        for source, field in network.into(queue.pop()):
            if source not in doomed and kind(network.entry(source).kind).field(field).required:
                doomed[source] = None
                queue.append(source)
    return list(doomed)


def changeset(op: OpId, who: str, at: datetime, changes: tuple[Change, ...], why: str, note: str = "") -> ChangeSet:
    """A ChangeSet of something done on a page."""
    params = {"note": note} if note else {}
    return ChangeSet(op=op, who=who, at=at, why=Why(code=why, params=params), source="form", changes=changes)


def _cleaned(network: Network, name: str, raw: Raw) -> tuple[dict[str, Any], list[Fault]]:
    cleaned = clean(name, raw)
    return cleaned.fields, [*cleaned.faults, *_unknown_references(network, name, cleaned.fields)]


def _refuse(faults: list[Fault], more: list[Fault], entry: str = "") -> None:
    """Raise Invalid with everything that is wrong, each field by what was found first."""
    known = {fault.field for fault in faults}
    together = [*faults, *(fault for fault in more if fault.field not in known)]
    if together:
        raise Invalid(together, entry)


def _unknown_references(network: Network, name: str, fields: Mapping[str, Any]) -> list[Fault]:
    wrong = []
    for field, target in references(name, fields):
        entry = network.find(target)
        if entry is None or entry.kind not in kind(name).field(field).refs:
            wrong.append(Fault(field=field, code="value.not_an_entry", params={}))
    return wrong


def _beneath_itself(network: Network, entry: Entry, touched: Mapping[str, Any]) -> list[Fault]:
    """A fault where an entry would become a part of itself, or stand in for itself."""
    wrong = [f for f, target in references(entry.kind, touched) if target == entry.id]
    above = touched.get("parent")
    seen: set[str] = set()
    while above and above not in seen and "parent" not in wrong:
        seen.add(above)
        found = network.find(above)
        above = found.fields.get("parent") if found else None
        if above == entry.id:
            wrong.append("parent")
    return [Fault(field=f, code="check.beneath_itself", params={}) for f in wrong]


def _unlinked(network: Network, doomed: list[EntryId]) -> tuple[Change, ...]:
    gone = set(doomed)
    sources = dict.fromkeys(s for each in doomed for s, _ in network.into(each) if s not in gone)
    return tuple(_without_links(network.entry(source), gone) for source in sources)


def _without_links(entry: Entry, gone: set[EntryId]) -> Change:
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    for field, target in references(entry.kind, entry.fields):
        if target not in gone or field in before:
            continue
        before[field] = entry.fields[field]
        many = kind(entry.kind).field(field).type is Type.REFS
        after[field] = ([t for t in entry.fields[field] if t not in gone] or None) if many else None
    return Change(kind=entry.kind, id=entry.id, before=before, after=after)
