"""Changes in words: values by the vocabulary, names instead of ids, what went and what came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from graph.model.applying import touched
from graph.model.changes import Change, Entry, EntryId, Fields, Kind
from graph.model.fields import Field, Type
from graph.model.schema import kind
from graph.model.values.hours_show import show_hours
from graph.model.values.phone import show_phone
from graph.network import Network, called
from webapp.pages.entries.shown import day, language
from webapp.texts import label, number, translator

Tag = Literal["same", "del", "ins"]


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldDiff:
    """One field of a change: its parts in order, each kept, taken away or put in. Erased: nobody knows any more."""

    label: str
    parts: list[tuple[Tag, str]]
    erased: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class EntryDiff:
    """One change to one entry. `what`: created, changed, deleted."""

    id: EntryId
    kind: Kind
    name: str
    what: str
    there: bool
    """The entry exists now."""
    fields: list[FieldDiff]


class Words:
    """Says values in one language, with the names of entries now and in the changes themselves."""

    def __init__(self, network: Network, changes: Iterable[Change], lang: str) -> None:
        self._network = network
        self._lang = lang
        self._named = {c.id: c for c in changes if c.before is None or c.after is None}

    def name(self, change: Change) -> str:
        """What the entry of a change is called: now, or when it came or went."""
        entry = self._network.find(change.id)
        if entry is None:
            whole = self._named.get(change.id, change)
            fields = {k: v for side in (whole.before, whole.after) for k, v in (side or {}).items() if v is not None}
            entry = Entry(kind=change.kind, id=change.id, fields=fields)
        return called(self._network, entry, self._lang)

    def diff(self, change: Change, erased: frozenset[tuple[EntryId, str]] = frozenset()) -> EntryDiff:
        """A change field by field, in the vocabulary's order."""
        spec = kind(change.kind)
        names = set(touched(change)) | {name for id, name in erased if id == change.id}
        what = "created" if change.before is None else "deleted" if change.after is None else "changed"
        return EntryDiff(
            id=change.id,
            kind=change.kind,
            name=self.name(change),
            what=what,
            there=change.id in self._network,
            fields=[self._field(f, change, erased) for f in spec.fields if f.name in names and not _technical(f)],
        )

    def lines(self, field: Field, value: Any) -> list[str]:
        """A stored value, a line each."""
        if value is None or value == []:
            return []
        if field.type in (Type.REF, Type.REFS, Type.ORIGIN):
            return [self._entry(each) for each in _several(value)]
        if field.type in (Type.CODE, Type.CODES):
            return [_code(field, each, self._lang) for each in _several(value)]
        say = _LINES.get(field.type)
        return say(value, self._lang) if say else [str(each) for each in _several(value)]

    def fields(self, name: str, fields: Fields) -> list[tuple[str, list[str]]]:
        """All that an entry says: (label, lines)."""
        found = [(f, self.lines(f, fields.get(f.name))) for f in kind(name).fields if not _technical(f)]
        return [(label(f.label, self._lang), lines) for f, lines in found if lines]

    def _field(self, field: Field, change: Change, erased: frozenset[tuple[EntryId, str]]) -> FieldDiff:
        old = self.lines(field, (change.before or {}).get(field.name))
        new = self.lines(field, (change.after or {}).get(field.name))
        gone = (change.id, field.name) in erased and not old and not new
        return FieldDiff(label=label(field.label, self._lang), parts=list(_parts(old, new)), erased=gone)

    def _entry(self, id: EntryId) -> str:
        entry = self._network.find(id)
        if entry is not None:
            return called(self._network, entry, self._lang)
        if id in self._named:
            return self.name(self._named[id])
        return translator(self._lang)("gelöschter Eintrag")


def _parts(old: list[str], new: list[str]) -> Iterator[tuple[Tag, str]]:
    yield from (("same" if line in new else "del", line) for line in old)
    yield from (("ins", line) for line in new if line not in old)


def _technical(field: Field) -> bool:
    return field.name in ("origin", "outline_simple")


def _code(field: Field, value: str, lang: str) -> str:
    return label(field.options[value], lang) if value in field.options else value


def _several(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | dict) else [value]


_LINES: dict[Type, Callable[[Any, str], list[str]]] = {
    Type.FLAG: lambda value, lang: [translator(lang)("ja") if value else translator(lang)("nein")],
    Type.DAY: lambda value, lang: [day(value, lang)],
    Type.MOMENT: lambda value, lang: [f"{day(value[:10], lang)} {value[11:16]}"],
    Type.PHONES: lambda value, lang: [show_phone(each, lang) for each in value],
    Type.LANGUAGES: lambda value, lang: [language(each, lang) for each in value],
    Type.HOURS: lambda value, lang: [f"{days} {times}".strip() for days, times in show_hours(value, lang)],
    Type.COUNT: lambda value, lang: [number(value, lang)],
    Type.NUMBER: lambda value, lang: [number(value, lang)],
    Type.EXTRA: lambda value, lang: [f"{heading}: {text}" for heading, text in value.items()],
    Type.OUTLINE: lambda value, lang: [translator(lang)("Umriss mit {n} Zeichen", n=number(len(value), lang))],
}
