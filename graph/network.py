"""Network: the immutable whole that is analysed, searched and shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Concatenate, ParamSpec, TypeVar

from graph.model.applying import clashes, result
from graph.model.changes import EVERYTHING, Change, Entry, EntryId, Erasure, Fields, Revision, Scope
from graph.model.errors import Clash, Conflict, Missing
from graph.model.fields import Audience, Field, Type
from graph.model.schema import kind, kinds, references, title, visible

P = ParamSpec("P")
R = TypeVar("R")

_MEMO_LIMIT = 200_000
"""Results kept at one revision; past it the memory is let go and filled anew."""

Into = tuple[tuple[EntryId, str], ...]


class Network:
    """All entries at one revision, as one audience sees them. Never changed: every change makes another Network.

    Entries are shared between successive Networks, so that a small change costs a few copied dictionaries.
    """

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        *,
        revision: Revision = Revision(0),
        scope: Scope = EVERYTHING,
        audience: Audience = Audience.COORDINATION,
    ) -> None:
        self.revision = revision
        self.scope = scope
        self.audience = audience
        self._entries: dict[EntryId, Entry] = {e.id: e for e in entries}
        self._by_kind: dict[str, dict[EntryId, Entry]] = {name: {} for name in kinds()}
        into: dict[EntryId, list[tuple[EntryId, str]]] = {}
        for entry in self._entries.values():
            self._by_kind[entry.kind][entry.id] = entry
            for field, target in references(entry.kind, entry.fields):
                into.setdefault(target, []).append((entry.id, field))
        self._into: dict[EntryId, Into] = {target: tuple(sources) for target, sources in into.items()}
        self._memo: dict[Any, Any] = {}
        self._memos: dict[str, dict[Any, Any]] = {}
        self._seen: dict[Audience, Network] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def __contains__(self, id: object) -> bool:
        return id in self._entries

    def entry(self, id: str) -> Entry:
        """The entry with this id. Raises Missing."""
        try:
            return self._entries[id]  # type: ignore[index]  # asked dozens of times a page: EntryId(id) would be a call
        except KeyError:
            raise Missing("entry", id) from None

    def find(self, id: str) -> Entry | None:
        """The entry with this id, or None."""
        return self._entries.get(id)  # type: ignore[call-overload, no-any-return]

    def entries(self) -> Collection[Entry]:
        """All entries, in no promised order."""
        return self._entries.values()

    def of_kind(self, name: str) -> Mapping[EntryId, Entry]:
        """The entries of one kind by id."""
        return self._by_kind[name]

    def out(self, id: str) -> list[tuple[str, EntryId]]:
        """(field, id) of what an entry points to."""
        entry = self.entry(id)
        return list(references(entry.kind, entry.fields))

    def into(self, id: str) -> Into:
        """(id, field) of what points to an entry."""
        return self._into.get(id, ())  # type: ignore[call-overload, no-any-return]

    def linking(self, id: str, name: str, field: str) -> list[Entry]:
        """The entries of a kind that point to `id` by a field: an actor's services, a group's events."""
        entries = self._entries
        return [e for source, by in self.into(id) if by == field and (e := entries[source]).kind == name]

    def linked(self, id: str, field: str) -> list[Entry]:
        """The entries that `id` points to by a field."""
        return [self._entries[target] for by, target in self.out(id) if by == field]

    def apply(self, changes: Iterable[Change], revision: Revision | None = None) -> Network:
        """The Network after these changes. Raises Conflict when one does not apply."""
        after: dict[EntryId, Entry | None] = {}
        for change in changes:
            stored = after[change.id] if change.id in after else self._entries.get(change.id)
            wrong = clashes(stored.fields if stored else None, change)
            if stored is not None and stored.kind != change.kind:  # its fields mean something else there
                wrong = [Clash(kind=change.kind, id=change.id, field=None, expected=change.before, found=stored.fields)]
            if wrong:
                raise Conflict(wrong)
            fields = result(stored.fields if stored else None, change)
            after[change.id] = None if fields is None else Entry(kind=change.kind, id=change.id, fields=fields)
        return self._with(after, self.revision if revision is None else revision)

    def forget(self, erasure: Erasure) -> Network:
        """The Network after personal fields were erased."""
        after: dict[EntryId, Entry | None] = {}
        for id, name in erasure.fields:
            entry = after.get(id) or self._entries.get(id)
            if entry is not None:
                fields = {k: v for k, v in entry.fields.items() if k != name}
                after[id] = Entry(kind=entry.kind, id=id, fields=fields)
        return self._with(after, erasure.revision)

    def at(self, revision: Revision) -> Network:
        """The same whole at a later revision that changed nothing in it, with all that was computed for it."""
        new = object.__new__(Network)
        new.__dict__.update(self.__dict__)
        new.revision = revision
        new._seen = {audience: seen.at(revision) for audience, seen in self._seen.items()}
        return new

    def seen_by(self, audience: Audience) -> Network:
        """What an audience may see. What it may not see is not in there, nor any link to it."""
        if audience is self.audience:
            return self
        if audience not in self._seen:
            self._seen[audience] = _seen(self, audience)
        return self._seen[audience]

    def with_whole(self, whole: Network, ids: Iterable[EntryId]) -> Network:
        """What this audience sees, but some entries as they stand in the whole: what their owner reads."""
        after: dict[EntryId, Entry | None] = {id: whole.entry(id) for id in ids}
        present = _Present(self, after)
        return self._with({e.id: _trimmed(e, e.fields, present) for e in after.values() if e}, self.revision)

    def memo(self, function: Callable[Concatenate[Network, P], R], *key: P.args, **named: P.kwargs) -> R:
        """function(self, *key), computed once for this Network. What depends on time has the time in its key."""
        place = (function, key, tuple(named.items())) if named else (function, key)
        try:
            return self._memo[place]  # type: ignore[no-any-return]
        except KeyError:
            pass
        value = function(self, *key, **named)
        if len(self._memo) >= _MEMO_LIMIT:
            self._memo.clear()
        self._memo[place] = value
        return value

    def memo_of(self, name: str, function: Callable[Concatenate[Network, P], R], *key: P.args, **named: P.kwargs) -> R:
        """As `memo`, kept by successive Networks until an entry of this kind changes.

        For what looks at entries of one kind alone: areas and topics change seldom, and much is drawn and counted by
        them.
        """
        kept = self._memos.setdefault(name, {})
        place = (function, key, tuple(named.items()))
        if place not in kept:
            kept[place] = function(self, *key, **named)
        return kept[place]  # type: ignore[no-any-return]

    def forget_memo(self) -> None:
        """Let go of what dies with the revision: what the first reader after a change meets. For measurements."""
        self._memo.clear()

    def _with(self, after: Mapping[EntryId, Entry | None], revision: Revision) -> Network:
        """A successor with some entries replaced (None: taken out)."""
        new = object.__new__(Network)
        new.revision, new.scope, new.audience = revision, self.scope, self.audience
        new._entries, new._into, new._by_kind = dict(self._entries), dict(self._into), dict(self._by_kind)
        new._memo, new._memos, new._seen = {}, {}, {}
        gone: dict[EntryId, set[tuple[EntryId, str]]] = {}
        come: dict[EntryId, list[tuple[EntryId, str]]] = {}
        copied = {e.kind for id in after for e in (self._entries.get(id), after[id]) if e is not None}
        for each in copied:
            new._by_kind[each] = dict(new._by_kind[each])
        for id, entry in after.items():
            old = self._entries.get(id)
            if old is not None:
                del new._entries[id], new._by_kind[old.kind][id]
                for field, target in references(old.kind, old.fields):
                    gone.setdefault(target, set()).add((id, field))
            if entry is not None:
                new._entries[id] = new._by_kind[entry.kind][id] = entry
                for field, target in references(entry.kind, entry.fields):
                    come.setdefault(target, []).append((id, field))
        new._relink(gone, come)
        new._memos = {name: kept for name, kept in self._memos.items() if name not in copied}
        for audience, seen in self._seen.items():
            new._seen[audience] = seen._with(_seen_again(new, seen, after), revision)
        return new

    def _relink(
        self,
        gone: Mapping[EntryId, set[tuple[EntryId, str]]],
        come: Mapping[EntryId, list[tuple[EntryId, str]]],
    ) -> None:
        """Bring what points to entries up to date, each target once: thousands may point to one area."""
        for target in {**gone, **come}:
            taken = gone.get(target, ())
            left = (*(p for p in self._into.get(target, ()) if p not in taken), *come.get(target, ()))
            if left:
                self._into[target] = left
            else:
                self._into.pop(target, None)


def _seen(whole: Network, audience: Audience) -> Network:
    parts = {e.id: fields for e in whole.entries() if (fields := visible(e.kind, e.fields, audience)) is not None}
    hidden = {e.id for e in whole.entries() if e.id not in parts}
    queue = list(hidden)
    while queue:  # an entry that can't be without a hidden one is hidden too
        for id, field in whole.into(queue.pop()):
            if id in parts and kind(whole.entry(id).kind).field(field).required:
                del parts[id]
                hidden.add(id)
                queue.append(id)
    entries = (_trimmed(whole.entry(id), fields, parts) for id, fields in parts.items())
    return Network(entries, revision=whole.revision, scope=whole.scope, audience=audience)


def _seen_again(whole: Network, seen: Network, touched: Iterable[EntryId]) -> dict[EntryId, Entry | None]:
    """What changes in an audience's Network when some entries of the whole changed."""
    after: dict[EntryId, Entry | None] = {}
    queue = list(touched)
    present = _Present(seen, after)
    while queue:
        id = queue.pop()
        was = id in present
        after[id] = _part(whole, id, seen.audience, present)
        if (after[id] is not None) != was:
            queue.extend(source for source, _ in whole.into(id))
    return {id: entry for id, entry in after.items() if entry is not None or id in seen}


def _part(whole: Network, id: EntryId, audience: Audience, present: Collection[EntryId]) -> Entry | None:
    entry = whole.find(id)
    if entry is None:
        return None
    fields = visible(entry.kind, entry.fields, audience)
    if fields is None:
        return None
    for field, target in references(entry.kind, fields):
        if target not in present and kind(entry.kind).field(field).required:
            return None
    return _trimmed(entry, fields, present)


def _trimmed(entry: Entry, fields: Fields, present: Collection[EntryId]) -> Entry:
    """The entry without links to what is not there. Shares the original where nothing is hidden."""
    gone = {field for field, target in references(entry.kind, fields) if target not in present}
    if not gone:
        return entry if fields is entry.fields else Entry(kind=entry.kind, id=entry.id, fields=fields)
    left = dict(fields)
    for name in gone:
        if kind(entry.kind).field(name).type is Type.REFS:
            left[name] = [target for target in fields[name] if target in present]
        if not left[name] or kind(entry.kind).field(name).type is Type.REF:
            del left[name]
    return Entry(kind=entry.kind, id=entry.id, fields=left)


class _Present(Collection[EntryId]):
    """Membership in an audience's Network while it is being brought up to date."""

    def __init__(self, seen: Network, after: Mapping[EntryId, Entry | None]) -> None:
        self._seen = seen
        self._after = after

    def __contains__(self, id: object) -> bool:
        if id in self._after:
            return self._after[id] is not None  # type: ignore[index]
        return id in self._seen

    def __iter__(self) -> Iterator[EntryId]:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError


def lineage(network: Network, area: str) -> list[str]:
    """An area and the areas that contain it, the nearest first."""
    found: list[str] = []
    current: str | None = area
    while current and current not in found:
        found.append(current)
        entry = network.find(current)
        current = entry.fields.get("parent") if entry else None
    return found


def name_of(network: Network, id: str, lang: str = "de") -> str:
    """What an entry is called; "" when it is not in this Network."""
    entry = network.find(id)
    return called(network, entry, lang) if entry else ""


def called(network: Network, entry: Entry, lang: str = "de") -> str:
    """What an entry is called: its own name, else by what it links and says ("Jobcenter → Sprachschule")."""
    own = title(entry.kind, entry.fields, lang)
    if own:
        return own
    spec = kind(entry.kind)
    parts = [text for f in spec.fields if f.group == "main" and (text := _word(network, f, entry.fields, lang))]
    return (" → " if spec.link else ", ").join(parts[: 2 if spec.link else 4]) or spec.label[0 if lang == "de" else 1]


def _word(network: Network, field: Field, fields: Fields, lang: str) -> str:
    value = fields.get(field.name)
    if value is None or field.name == "source":
        return ""
    if field.type is Type.REF:
        target = network.find(value)
        return title(target.kind, target.fields, lang) if target else ""
    if field.type is Type.CODE:
        return field.options.get(value, (value, value))[0 if lang == "de" else 1]
    return str(value) if field.type is Type.TEXT else ""
