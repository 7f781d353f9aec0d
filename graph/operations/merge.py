"""Two entries become one: field by field, with every link led to the one that stays."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.model import origins
from graph.model.applying import difference
from graph.model.changes import Change, ChangeSet, Entry, EntryId, Fields, Kind, OpId, Why
from graph.model.checks import check
from graph.model.errors import Invalid, KnotenpunktError
from graph.model.fields import Type
from graph.model.schema import kind, kinds, personal_fields, references
from graph.network import Network
from graph.operations.merge_fields import Side, combined, pairs
from graph.operations.merge_parts import parts_twice

NOT_MERGED = frozenset({"area", "source"})
"""Areas are told apart by their official keys, and entries name their sources by more than links."""

ONE, SEVERAL = "why.merge", "why.merge_sure"
REASONS = frozenset({ONE, SEVERAL})
"""Why a change was made that put entries together: its params say `into`, which went into which."""

_TELL_LINKS_APART = ("kind", "statuses")


@dataclass(frozen=True, kw_only=True, slots=True)
class LetGo:
    """A value that stands nowhere afterwards; the history keeps it."""

    kind: Kind
    id: EntryId
    """The entry it stood in."""
    field: str
    value: Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Merge:
    """What merging would do."""

    changes: tuple[Change, ...]
    let_go: tuple[LetGo, ...]
    self_links: tuple[tuple[EntryId, str], ...]
    """(entry, field) of links that would have led from the kept entry to itself, or placed it beneath itself."""
    united: tuple[tuple[EntryId, EntryId], ...]
    """(kept, gone) of links that say the same after the merge."""
    redirected: tuple[EntryId, ...]
    """Entries that pointed to what goes and point to what stays now."""
    into: tuple[tuple[EntryId, EntryId], ...]
    """(gone, kept): which entry went into which."""


def plan(
    network: Network,
    keep: str,
    drop: str,
    choices: Mapping[str, Side] | None = None,
    parts: Collection[tuple[str, str]] = (),
) -> Merge:
    """What merging `drop` into `keep` would do. O(what points to them), beside one look at each.

    `choices`: field → whose value stands; of others the suggested one. `parts`: further pairs (kept, gone) of what
    belongs to the two, such as a service that both offer; they are settled as suggested.
    Raises Missing, KnotenpunktError when the two can't be one, Invalid when the result would break the vocabulary.
    """
    work = _Work(network)
    work.merge(network.entry(keep), network.entry(drop), choices or {})
    for one, other in parts:
        if work.fields(EntryId(one)) is not None and work.fields(EntryId(other)) is not None:
            work.merge(network.entry(one), network.entry(other), {})
    return work.result()


def plan_several(network: Network, wanted: Iterable[tuple[str, str]]) -> Merge:
    """What merging several pairs (kept, gone) at once would do, each settled as suggested with what belongs to it.

    Several may go into one; what goes is in one pair only and kept in none. Raises as `plan` does.
    """
    work = _Work(network)
    for keep, drop in wanted:
        work.merge(network.entry(keep), network.entry(drop), {})
        for one, other in parts_twice(network, keep, drop):
            if work.fields(one) is not None and work.fields(other) is not None:
                work.merge(network.entry(one), network.entry(other), {})
    return work.result()


def changeset_of_several(merge: Merge, op: OpId, who: str, at: datetime, number: int) -> ChangeSet:
    """The ChangeSet of so many merges at once; it says, too, which entry went into which."""
    params: dict[str, Any] = {"n": number, "into": dict(merge.into)}
    why = Why(code=SEVERAL, params=params)
    return ChangeSet(op=op, who=who, at=at, why=why, source="form", changes=merge.changes)


def changeset(merge: Merge, op: OpId, who: str, at: datetime, names: tuple[str, str], note: str = "") -> ChangeSet:
    """The ChangeSet of a merge. `names`: what the kept and the gone entry are called, without any person.

    It says which entry went into which, so that erasing a person finds all that was said of them.
    """
    params: dict[str, Any] = {"keep": names[0], "drop": names[1], "into": dict(merge.into)}
    if note:
        params["note"] = note
    return ChangeSet(op=op, who=who, at=at, why=Why(code=ONE, params=params), source="form", changes=merge.changes)


def impersonal(entry: Entry) -> Entry:
    """An entry without what tells a person: what a reason may name, which no erasure reaches."""
    hidden = personal_fields(entry.kind)
    return Entry(kind=entry.kind, id=entry.id, fields={k: v for k, v in entry.fields.items() if k not in hidden})


class _Work:
    def __init__(self, network: Network) -> None:
        self._network = network
        self._after: dict[EntryId, Fields | None] = {}
        self._let_go: list[LetGo] = []
        self._self_links: list[tuple[EntryId, str]] = []
        self._united: list[tuple[EntryId, EntryId]] = []
        self._redirected: dict[EntryId, None] = {}
        self._into: dict[EntryId, EntryId] = {}

    def merge(self, keep: Entry, drop: Entry, choices: Mapping[str, Side]) -> None:
        """Put one entry into another, and what pointed to it too."""
        if keep.kind != drop.kind or keep.id == drop.id or keep.kind in NOT_MERGED:
            raise KnotenpunktError("merge.not_these")
        self._into[drop.id] = keep.id
        self._combine(keep.kind, keep.id, drop.id, choices)
        self._redirect(keep, drop)
        self._not_beneath_itself(keep)
        known = {(f.field, f.code) for each in (keep, drop) for f in check(each.kind, each.fields)}
        faults = [f for f in check(keep.kind, self.fields(keep.id) or {}) if (f.field, f.code) not in known]
        if faults:
            raise Invalid(faults, keep.id)

    def fields(self, id: EntryId) -> Fields | None:
        """An entry as it stands by now; None when it is gone."""
        if id in self._after:
            return self._after[id]
        entry = self._network.find(id)
        return entry.fields if entry else None

    def result(self) -> Merge:
        """All of it, one change for each entry."""
        changes = [self._change(id, fields) for id, fields in self._after.items()]
        gone = {c.id for c in changes if c.after is None}
        kept = set(self._into.values())  # stands in its own history even where nothing in it changed
        return Merge(
            changes=tuple(c for c in changes if difference(c) or c.id in kept),
            let_go=tuple(self._let_go),
            self_links=tuple(self._self_links),
            united=tuple(self._united),
            redirected=tuple(id for id in self._redirected if id not in gone),
            into=tuple(self._into.items()),
        )

    def _combine(self, name: Kind, keep: EntryId, drop: EntryId, choices: Mapping[str, Side]) -> None:
        one, other = dict(self.fields(keep) or {}), dict(self.fields(drop) or {})
        whole: dict[str, Any] = {}
        stays: set[str] = set()
        for pair in pairs(name, one, other):
            side = choices.get(pair.field, pair.suggested)
            taken, lost = combined(name, pair, side)
            whole |= taken
            dropped = drop if any(pair.drop.get(n) == v for n, v in lost.items()) else keep
            self._let_go += [LetGo(kind=name, id=dropped, field=n, value=v) for n, v in lost.items()]
            stays.update(n for n in lost if dropped == drop)
        origin = origins.united(one.get("origin") or {}, other.get("origin") or {}, frozenset(stays))
        self._after[keep] = {**whole, **({"origin": origin} if origin else {})}
        self._after[drop] = None

    def _redirect(self, keep: Entry, drop: Entry) -> None:
        """Lead what pointed to the entry that goes to the one that stays."""
        for source in self._pointing_to(drop.id):
            fields = self.fields(source)
            if fields is None or source == keep.id:
                continue
            name = self._network.entry(source).kind
            self._after[source] = _led(name, fields, drop.id, keep.id)
            self._redirected[source] = None
            if kind(name).link:
                self._settle_link(name, source)
        self._without_self_links(keep, drop)

    def _pointing_to(self, id: EntryId) -> list[EntryId]:
        there = dict.fromkeys(source for source, _ in self._network.into(id))
        for source, fields in self._after.items():
            entry = self._network.find(source)
            if fields and entry and any(target == id for _, target in references(entry.kind, fields)):
                there[source] = None
        return list(there)

    def _without_self_links(self, keep: Entry, drop: Entry) -> None:
        fields = dict(self.fields(keep.id) or {})
        ends = {keep.id, drop.id}
        for name in dict.fromkeys(field for field, target in references(keep.kind, fields) if target in ends):
            self._self_links.append((keep.id, name))
            value = fields.pop(name)
            left = [t for t in value if t not in ends] if isinstance(value, list) else []
            if left:
                fields[name] = left
        self._after[keep.id] = fields

    def _not_beneath_itself(self, keep: Entry) -> None:
        """Cut the link above where a chain of parents comes back to the kept entry."""
        fields = self.fields(keep.id) or {}
        above, seen = fields.get("parent"), set[str]()
        while above and above not in seen:
            seen.add(above)
            above = (self.fields(above) or {}).get("parent")
        if keep.id in seen:
            self._self_links.append((keep.id, "parent"))
            self._after[keep.id] = {n: v for n, v in fields.items() if n != "parent"}

    def _settle_link(self, name: Kind, id: EntryId) -> None:
        """Drop a link whose ends are the same by now; put it together with one that says the same."""
        fields = self.fields(id) or {}
        ends = [target for _, target in references(name, fields)]
        if len(set(ends)) < len(ends):
            self._self_links.append((id, next(f for f, _ in references(name, fields))))
            self._after[id] = None
            return
        mine = _identity(name, fields)
        for other in self._pointing_to(ends[0]):
            entry = self._network.find(other)
            there = self.fields(other)
            if other != id and entry and entry.kind == name and there and _identity(name, there) == mine:
                self._combine(name, other, id, {})
                self._united.append((other, id))
                return

    def _change(self, id: EntryId, fields: Fields | None) -> Change:
        entry = self._network.entry(id)
        if fields is None:
            return Change(kind=entry.kind, id=id, before=dict(entry.fields), after=None)
        names = [n for n in {**entry.fields, **fields} if entry.fields.get(n) != fields.get(n)]
        before = {n: entry.fields.get(n) for n in names}
        return Change(kind=entry.kind, id=id, before=before, after={n: fields.get(n) for n in names})


def may_merge(name: str) -> bool:
    """Whether entries of a kind can be put together."""
    return name in kinds() and name not in NOT_MERGED


def _led(name: str, fields: Fields, old: EntryId, new: EntryId) -> dict[str, Any]:
    """The fields with every link to one entry led to another; each target once."""
    led = dict(fields)
    for field, target in references(name, fields):
        if target != old:
            continue
        many = kind(name).field(field).type is Type.REFS
        led[field] = list(dict.fromkeys(new if t == old else t for t in fields[field])) if many else new
    return led


def _identity(name: str, fields: Fields) -> tuple[Any, ...]:
    told = tuple(tuple(sorted(v)) if isinstance(v := fields.get(n), list) else v for n in _TELL_LINKS_APART)
    return (*sorted(references(name, fields)), *told)
