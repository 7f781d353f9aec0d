"""The part of a network that a process serves: what lies in its areas, serves them, and stubs one link outside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from graph.model.changes import Entry, EntryId, Scope
from graph.model.errors import KnotenpunktError
from graph.model.schema import EVERYWHERE, kind, references

_STUB = ("name", "sector", "areas", "audience")
"""What is known of an entry outside, beside what it can't be without."""


def within(entries: Iterable[Entry], scope: Scope) -> Iterable[Entry]:
    """The entries of a scope. One link outside stand stubs: id, name, sector and area, which is a stub itself.

    An entry is in when it is named, lies in an area of the scope or beneath it, or points to what is in. Areas are in
    with those beneath and above them. The engines find the same by their indexes, and may give more.
    """
    if scope.areas is None:
        return entries
    all_of_them = {e.id: e for e in entries}
    inside = _inside(all_of_them, scope)
    stubs = _outside(all_of_them, inside)
    areas = {area for id in stubs for area in all_of_them[id].fields.get("areas", ()) if area in all_of_them}
    return [*(all_of_them[id] for id in inside), *(_stub(all_of_them[id]) for id in stubs | (areas - inside))]


def around(areas: Callable[[str], Sequence[EntryId]], names: Iterable[str]) -> Scope:
    """The scope of the areas called by ARS, AGS or name, which `areas` finds.

    Raises KnotenpunktError for a name that none or several have.
    """
    return Scope(areas=frozenset(_area(areas(name), name) for name in names))


def stubs(given: Iterable[Entry], held: Iterable[Entry]) -> frozenset[EntryId]:
    """Which of the entries that `within` made of the given ones are stubs."""
    whole = {e.id: e for e in given}
    return frozenset(e.id for e in held if whole[e.id] is not e)


def _area(found: Sequence[EntryId], name: str) -> EntryId:
    if len(found) != 1:
        raise KnotenpunktError("store.no_such_area", name=name)
    return found[0]


def _inside(entries: dict[EntryId, Entry], scope: Scope) -> set[EntryId]:
    into: dict[EntryId, list[EntryId]] = {}
    for entry in entries.values():
        for _, target in references(entry.kind, entry.fields):
            into.setdefault(target, []).append(entry.id)
    areas = _beneath(entries, scope.areas or frozenset(), into)
    inside = {id for id in scope.ids if id in entries}
    queue = [*areas, *inside]
    while queue:
        for id in into.get(queue.pop(), ()):
            if id not in inside and entries[id].kind not in EVERYWHERE and entries[id].kind != "area":
                inside.add(id)
                queue.append(id)
    inside.update(areas, _above(entries, areas))
    return inside | {id for id, entry in entries.items() if entry.kind in EVERYWHERE} | _places(entries, inside)


def _beneath(
    entries: dict[EntryId, Entry], areas: Iterable[EntryId], into: dict[EntryId, list[EntryId]]
) -> set[EntryId]:
    found = {id for id in areas if id in entries}
    queue = list(found)
    while queue:
        for id in into.get(queue.pop(), ()):
            if id not in found and entries[id].kind == "area":
                found.add(id)
                queue.append(id)
    return found


def _above(entries: dict[EntryId, Entry], areas: Iterable[EntryId]) -> set[EntryId]:
    found: set[EntryId] = set()
    queue = list(areas)
    while queue:
        entry = entries.get(queue.pop())
        parent = entry.fields.get("parent") if entry is not None and entry.kind == "area" else None
        if parent is not None and parent not in found:
            found.add(parent)
            queue.append(parent)
    return found


def _places(entries: dict[EntryId, Entry], inside: set[EntryId]) -> set[EntryId]:
    return {
        target
        for id in inside
        for _, target in references(entries[id].kind, entries[id].fields)
        if target in entries and entries[target].kind == "place"
    }


def _outside(entries: dict[EntryId, Entry], inside: set[EntryId]) -> set[EntryId]:
    """What is pointed to from inside, and what that can't be without: a service's provider."""
    found: set[EntryId] = set()
    queue = [target for id in inside for _, target in references(entries[id].kind, entries[id].fields)]
    while queue:
        id = queue.pop()
        if id in inside or id in found or id not in entries:
            continue
        found.add(id)
        entry = entries[id]
        needed = kind(entry.kind).required
        queue += [target for field, target in references(entry.kind, entry.fields) if field in needed]
    return found


def _stub(entry: Entry) -> Entry:
    fields = {name: entry.fields[name] for name in _STUB if name in entry.fields}
    for field in kind(entry.kind).fields:
        if field.required and field.name in entry.fields:
            fields[field.name] = entry.fields[field.name]
    return Entry(kind=entry.kind, id=entry.id, fields=fields)
