"""Take a ChangeSet back. What changed since is listed and kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from graph.model.applying import clashes, difference, invert, result
from graph.model.canonical import canonical
from graph.model.changes import Applied, Change, ChangeSet, EntryId, Fields, Kind, OpId, Revision, Why
from graph.model.errors import Clash
from graph.model.fields import Type
from graph.model.schema import kind, references
from graph.network import Network
from graph.operations.undo_belonging import belonging_to


@dataclass(frozen=True, kw_only=True, slots=True)
class Undo:
    """What taking back would do: the changes that apply, and what stays because it changed since."""

    changes: tuple[Change, ...]
    kept: tuple[Clash, ...]
    belonging: Mapping[EntryId, EntryId] = field(default_factory=dict)
    """Of what stays unchanged because something that stays needs it: entry → what needs it."""


def plan(network: Network, applied: Applied) -> Undo:
    """What can be taken back of a ChangeSet now, field by field.

    An entry that was created and changed since, or that others link to by now, stays, with what belongs to it: its
    services and contacts, its places, the sources it names. So does a field that was changed since.
    Erased values do not come back. A link to what was deleted since is left out. `network` is everything, not a part.
    """
    after: dict[EntryId, Fields | None] = {}
    kept: list[Clash] = []
    for change in reversed(applied.changes.changes):
        _take_back(network, invert(change), applied.erased, after, kept)
    kinds = {change.id: change.kind for change in applied.changes.changes}
    changes = [c for id, fields in after.items() if (c := _between(network, kinds[id], id, fields)) is not None]
    stays = {clash.id for clash in kept if clash.field is None}
    belonging: dict[EntryId, EntryId] = {}
    while True:  # what links hold back keeps what belongs to it, too
        belonging |= belonging_to(network, [c for c in changes if c.id not in stays], stays | belonging.keys())
        done, held = _without_dangling(network, [c for c in changes if c.id not in belonging])
        more = {clash.id for clash in held if clash.field is None} - stays
        if not more:
            break
        stays |= more
    with_them = [_whole(c, _fields(network, c.id)) for c in changes if c.id in belonging]
    return Undo(changes=tuple(done), kept=(*kept, *with_them, *held), belonging=belonging)


def changeset(undo: Undo, applied: Applied, op: OpId, who: str, at: datetime) -> ChangeSet:
    """The ChangeSet that takes `applied` back; of one that took another back, it restores that."""
    revision, again = applied.revision, undone_by(applied.changes)
    why = Why(code="why.redo" if again else "why.undo", params={"revision": str(again or revision)})
    return ChangeSet(op=op, who=who, at=at, why=why, source=f"undo:{revision}", changes=undo.changes)


def undone_by(changes: ChangeSet) -> Revision | None:
    """The revision that a ChangeSet took back, None when it did something else."""
    kind, _, number = changes.source.partition(":")
    is_undo = kind == "undo" and changes.why.code == "why.undo" and number.isdecimal()
    return Revision(int(number)) if is_undo else None


def _take_back(
    network: Network,
    change: Change,
    erased: frozenset[tuple[EntryId, str]],
    after: dict[EntryId, Fields | None],
    kept: list[Clash],
) -> None:
    stored = network.find(change.id)
    if stored is not None and stored.kind != change.kind:
        kept.append(_whole(change, stored.fields))
        return
    fields = after.get(change.id, stored.fields if stored else None)
    change = _without_erased(change, erased)
    wrong = clashes(fields, change)
    kept.extend(wrong)
    if not wrong or (change.before is not None and change.after is not None and fields is not None):
        after[change.id] = result(fields, _without_fields(change, {w.field for w in wrong}))


def _between(network: Network, kind: Kind, id: EntryId, fields: Fields | None) -> Change | None:
    """The one change from an entry as it stands to these fields; None when they are the same."""
    stored = _fields(network, id)
    if stored is None or fields is None:
        return None if stored is fields else Change(kind=kind, id=id, before=stored, after=fields)
    names = [n for n in {**stored, **fields} if canonical(stored.get(n)) != canonical(fields.get(n))]
    before, after = {n: stored.get(n) for n in names}, {n: fields.get(n) for n in names}
    return Change(kind=kind, id=id, before=before, after=after) if names else None


def _without_erased(change: Change, erased: frozenset[tuple[EntryId, str]]) -> Change:
    """Erased values don't come back. One that stands there now was written since, so it counts as changed."""
    return _without_fields(change, {name for id, name in erased if id == change.id})


def _without_fields(change: Change, names: Collection[str | None]) -> Change:
    if not names:
        return change
    sides = [
        None if s is None else {k: v for k, v in s.items() if k not in names} for s in (change.before, change.after)
    ]
    return Change(kind=change.kind, id=change.id, before=sides[0], after=sides[1])


def _without_dangling(network: Network, changes: list[Change]) -> tuple[list[Change], list[Clash]]:
    """Leave out what would break a link, until nothing does: only the link where it can be missed, else the change."""
    stays: list[Clash] = []
    while True:
        after = {c.id: c for c in changes}
        gone = {c.id for c in changes if _breaks_others(network, after, c) or _needs_missing(network, after, c)}
        if not gone:
            mended = [_mended(network, after, c, stays) for c in changes]
            return [c for c in mended if c is not None], stays
        stays.extend(_whole(c, _fields(network, c.id)) for c in changes if c.id in gone)
        changes = [c for c in changes if c.id not in gone]


def _there(network: Network, after: Mapping[EntryId, Change], id: EntryId) -> bool:
    return after[id].after is not None if id in after else id in network


def _breaks_others(network: Network, after: Mapping[EntryId, Change], change: Change) -> bool:
    """Whether something that stays, in a field that stays, links to what would be deleted."""
    if change.after is not None:
        return False
    return any(
        source not in after or (after[source].after is not None and field not in (after[source].after or {}))
        for source, field in network.into(change.id)
    )


def _needs_missing(network: Network, after: Mapping[EntryId, Change], change: Change) -> bool:
    return any(
        not _there(network, after, target) and kind(change.kind).field(field).required
        for field, target in references(change.kind, change.after or {})
    )


def _mended(network: Network, after: Mapping[EntryId, Change], change: Change, stays: list[Clash]) -> Change | None:
    """The change without links to entries that are gone by now."""
    wanted = change.after or {}
    broken = {f for f, target in references(change.kind, wanted) if not _there(network, after, target)}
    if not broken:
        return change
    fields = dict(wanted)
    for name in broken:
        many = kind(change.kind).field(name).type is Type.REFS
        fields[name] = ([t for t in wanted[name] if _there(network, after, t)] or None) if many else None
        found = (_fields(network, change.id) or {}).get(name)
        stays.append(Clash(kind=change.kind, id=change.id, field=name, expected=wanted[name], found=found))
    if change.before is None:
        fields = {k: v for k, v in fields.items() if v is not None}
    mended = Change(kind=change.kind, id=change.id, before=change.before, after=fields)
    return mended if difference(mended) else None


def _whole(change: Change, found: Fields | None) -> Clash:
    return Clash(kind=change.kind, id=change.id, field=None, expected=change.before, found=found)


def _fields(network: Network, id: EntryId) -> Fields | None:
    entry = network.find(id)
    return entry.fields if entry else None
