"""Take a ChangeSet back. What changed since is listed and kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.model.applying import clashes, invert
from graph.model.changes import Applied, Change, ChangeSet, EntryId, OpId, Why
from graph.model.errors import Clash
from graph.model.schema import references
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class Undo:
    """What taking back would do: the changes that apply, and what stays because it changed since."""

    changes: tuple[Change, ...]
    kept: tuple[Clash, ...]


def plan(network: Network, applied: Applied) -> Undo:
    """What can be taken back of a ChangeSet now, field by field.

    An entry that was created and changed since, or that others link to by now, stays. A field that was changed since stays.
    Erased values do not come back.
    """
    after: dict[EntryId, dict[str, Any] | None] = {}
    kept: list[Clash] = []
    changes: list[Change] = []
    for change in reversed(applied.changes.changes):
        possible = _possible(network, invert(change), applied.erased, after, kept)
        if possible is not None:
            changes.append(possible)
    changes, stays = _without_dangling(network, changes)
    return Undo(changes=tuple(changes), kept=(*kept, *stays))


def changeset(undo: Undo, applied: Applied, op: OpId, who: str, at: datetime) -> ChangeSet:
    """The ChangeSet that takes `applied` back."""
    revision = applied.revision
    why = Why(code="why.undo", params={"revision": str(revision)})
    return ChangeSet(op=op, who=who, at=at, why=why, source=f"undo:{revision}", changes=undo.changes)


def _possible(
    network: Network,
    change: Change,
    erased: frozenset[tuple[EntryId, str]],
    after: dict[EntryId, dict[str, Any] | None],
    kept: list[Clash],
) -> Change | None:
    stored = network.find(change.id)
    fields = after[change.id] if change.id in after else (dict(stored.fields) if stored else None)
    change = _without_erased(change, erased, fields)
    wrong = clashes(fields, change)
    if wrong and (change.before is None or change.after is None or fields is None):
        kept.extend(wrong)
        return None
    kept.extend(wrong)
    conflicting = {w.field for w in wrong}
    if conflicting and change.before is not None and change.after is not None:
        before = {k: v for k, v in change.before.items() if k not in conflicting}
        change = Change(kind=change.kind, id=change.id, before=before, after={k: change.after.get(k) for k in before})
    if change.before == {} and change.after == {}:
        return None
    after[change.id] = _after(fields, change)
    return change


def _after(fields: dict[str, Any] | None, change: Change) -> dict[str, Any] | None:
    if change.after is None:
        return None
    merged = {**(fields or {}), **change.after}
    return {k: v for k, v in merged.items() if v is not None}


def _without_erased(change: Change, erased: frozenset[tuple[EntryId, str]], fields: dict[str, Any] | None) -> Change:
    names = {name for id, name in erased if id == change.id}
    if not names:
        return change
    before = None if change.before is None else {k: v for k, v in change.before.items() if k not in names}
    if before is not None and change.after is None and fields is not None:
        # A created entry goes with what stands in its erased fields now.
        before |= {k: fields[k] for k in names if k in fields}
    after = None if change.after is None else {k: v for k, v in change.after.items() if k not in names}
    return Change(kind=change.kind, id=change.id, before=before, after=after)


def _without_dangling(network: Network, changes: list[Change]) -> tuple[list[Change], list[Clash]]:
    """Leave out what would break a link: until nothing is left that does."""
    stays: list[Clash] = []
    while True:
        broken = _first_broken(network, changes)
        if broken is None:
            return changes, stays
        stays.append(Clash(kind=broken.kind, id=broken.id, field=None, expected=broken.before, found=None))
        changes = [c for c in changes if c.id != broken.id]


def _first_broken(network: Network, changes: Iterable[Change]) -> Change | None:
    changes = list(changes)
    after = network.apply(changes)
    for change in changes:
        if change.after is None and after.find(change.id) is None and after.into(change.id):
            return change
        entry = after.find(change.id)
        if entry and any(target not in after for _, target in references(entry.kind, entry.fields)):
            return change
    return None
