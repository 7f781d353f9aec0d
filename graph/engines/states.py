"""What a ChangeSet makes of the entries it touches, the same in every engine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.model.applying import clashes, result
from graph.model.changes import Change, Entry, EntryId, Fields, Kind
from graph.model.errors import Clash, Conflict
from graph.model.schema import references

State = tuple[Kind, Fields]

States = dict[EntryId, State | None]
"""(kind, fields) of entries by id; None for one that does not exist."""

Link = tuple[EntryId, str, EntryId]
"""(source, field, target)"""


def results(stored: Mapping[EntryId, State | None], changes: Iterable[Change]) -> States:
    """The touched entries after the changes. Raises Conflict with every clash."""
    wrong: list[Clash] = []
    after: States = {}
    for change in changes:
        kind, fields = (after[change.id] if change.id in after else stored.get(change.id)) or (change.kind, None)
        if kind != change.kind:  # written for another kind: its fields mean something else there
            wrong.append(Clash(kind=change.kind, id=change.id, field=None, expected=change.before, found=fields))
            continue
        wrong.extend(clashes(fields, change))
        changed = result(fields, change)
        after[change.id] = None if changed is None else (change.kind, changed)
    if wrong:
        raise Conflict(wrong)
    return after


def ordered(states: Mapping[EntryId, State | None]) -> list[Entry]:
    """The entries of these states by id."""
    return [Entry(kind=s[0], id=id, fields=s[1]) for id, s in sorted(states.items()) if s is not None]


def links(id: EntryId, state: State | None) -> dict[Link, None]:
    """The links that an entry's fields make, in their order, each once."""
    return {} if state is None else {(id, field, target): None for field, target in references(*state)}
