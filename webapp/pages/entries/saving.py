"""From a form to a change in the store, also when someone else writes at the same time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from flask import request

from graph.model.canonical import canonical, digest
from graph.model.changes import Applied, Change, Entry, EntryId, OpId, Revision
from graph.model.errors import Conflict, Dangling
from graph.model.fields import Field
from graph.model.schema import kind
from graph.network import Network
from graph.operations import edit
from graph.store import Store
from webapp.pages.entries.draft import Draft, Form, edited
from webapp.pages.entries.shown import Values, mark, shown
from webapp.visit import Visit

_TRIES = 3
_LOOK_BACK = 50
_OP = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Stale:
    """A field that was touched here and changed elsewhere since the form was opened."""

    field: Field
    mine: Values
    stored: Values
    by: Applied | None
    """The change that did it."""


def op_of(here: Visit, form: Form) -> OpId:
    """The operation id of a form that was sent: the same when it comes twice, another when something in it differs.

    So a double click is answered, and whoever goes back in the browser and types something else is not ignored.
    """
    stated = form.get("op", "")
    if not _OP.fullmatch(stated):
        return here.services.op()
    return OpId(digest(canonical([here.who, request.path, *map(list, form.items(multi=True))]))[:32])


def stale(entry: Entry, draft: Draft, store: Store, lang: str) -> list[Stale]:
    """Where the form was overtaken: touched here, changed there, to something else."""
    touched = draft.touched()
    found = []
    for each in (f for f in edited(kind(entry.kind)) if f.name in touched):
        stored = shown(entry.kind, each, entry.fields, lang)
        mine = touched[each.name]
        if mark(stored) not in (draft.seen[each.name], mark(mine)):
            found.append(Stale(field=each, mine=mine, stored=stored, by=_last(store, entry.id, each.name)))
    return found


def create(here: Visit, name: str, raw: dict[str, Values], op: OpId, note: str) -> EntryId:
    """Create an entry; answers its id, of the first one when the form came twice. Raises Invalid."""
    change = edit.create(here.whole, name, raw, here.services.entry_id())
    revision = _commit(here, op, (change,), "why.create", note)
    return created_by(here.services.store, revision) or change.id


def update(here: Visit, network: Network, entry: Entry, raw: dict[str, Values], op: OpId, note: str) -> Change | None:
    """Change an entry; None when there is nothing to change. Raises Invalid, Conflict."""
    change = edit.change(network, entry, raw)
    if change is not None:
        _commit(here, op, (change,), "why.edit", note)
    return change


def created_by(store: Store, revision: Revision) -> EntryId | None:
    """The entry that a revision created."""
    applied = store.history(None, Revision(revision + 1), 1)
    changes = applied[0].changes.changes if applied and applied[0].revision == revision else ()
    return next((c.id for c in changes if c.before is None), None)


def newest(here: Visit, error: Conflict | Dangling | None, tries: int) -> Network:
    """The network to work on: the visit's at first, then what overtook it. Raises the error after some tries."""
    if error is None:
        return here.whole
    if tries >= _TRIES:
        raise error
    return here.services.live.refresh()


def when(applied: Applied | None) -> datetime | None:
    """The moment of a change."""
    return applied.changes.at if applied else None


def _commit(here: Visit, op: OpId, changes: tuple[Change, ...], why: str, note: str) -> Revision:
    made = edit.changeset(op, here.who, here.now, changes, why, note)
    return here.services.store.commit(made)


def _last(store: Store, id: EntryId, field: str) -> Applied | None:
    for applied in store.history(id, None, _LOOK_BACK):
        for change in applied.changes.changes:
            if field in (change.before or {}) or field in (change.after or {}):
                return applied
    return None
