"""Lines of the history: what changes say of themselves, without what they did to each entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from flask import current_app

from graph.model.changes import Applied, Change, Revision
from graph.model.schema import kinds
from graph.model.sentences import say, sentences
from graph.operations.undo import undone_by
from webapp.pages.history.people import name_of_account
from webapp.pages.history.told import Words
from webapp.texts import label
from webapp.visit import Visit

_BIG = 100
_MOST_KEPT = 1000

Tally = dict[str, tuple[int, int, int]]
"""Kind → so many created, changed, deleted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One line: who, when, why, how much; the entry's name where it is but one, or was deleted with what hung on it."""

    revision: int
    at: datetime
    who: str
    why: str
    note: str
    counts: list[tuple[str, int, int, int]]
    name: str
    restores: bool
    """It took another change back, which it can restore."""


def newest(here: Visit, before: int, limit: int) -> list[Row]:
    """The changes below a revision, newest first.

    An import of thousands is read once and then remembered by its tally: what a revision did never changes.
    """
    kept: dict[int, tuple[Applied, Tally]] = current_app.extensions.setdefault("knotenpunkt.history", {})
    at = min(before, here.whole.revision + 1)
    rows: list[Row] = []
    while len(rows) < limit:
        if at - 1 not in kept:
            found = here.services.store.history(None, Revision(at), 1)
            if not found:
                break
            at = found[0].revision + 1
            if len(found[0].changes.changes) <= _BIG:
                rows.append(row(here, found[0]))
                at -= 1
                continue
            if len(kept) >= _MOST_KEPT:
                kept.clear()
            bare = replace(found[0], changes=replace(found[0].changes, changes=()))
            kept[at - 1] = bare, tally(found[0].changes.changes)
        rows.append(_row(here, *kept[at - 1], ""))
        at -= 1
    return rows


def row(here: Visit, applied: Applied) -> Row:
    """One line of the history."""
    made = applied.changes.changes
    one = made[0] if len(made) == 1 else None
    if applied.changes.why.code == "why.delete":
        one = next((change for change in made if change.after is None), one)
    name = Words(here.whole, made, here.lang).name(one) if one else ""
    return _row(here, applied, tally(made), name)


def tally(changes: Iterable[Change]) -> Tally:
    """How many entries of each kind were created, changed, deleted."""
    found: dict[str, list[int]] = {}
    for change in changes:
        counted = found.setdefault(change.kind, [0, 0, 0])
        counted[0 if change.before is None else 2 if change.after is None else 1] += 1
    return {name: (c[0], c[1], c[2]) for name, c in found.items()}


def _row(here: Visit, applied: Applied, tally: Tally, name: str) -> Row:
    why = applied.changes.why
    return Row(
        revision=applied.revision,
        at=applied.changes.at,
        who=name_of_account(here, applied.changes.who),
        why=say(why.code, here.lang, **why.params) if why.code in sentences() else why.code,
        note=why.params.get("note", ""),
        counts=[(label(spec.plural, here.lang), *tally[k]) for k, spec in kinds().items() if k in tally],
        name=name,
        restores=undone_by(applied.changes) is not None,
    )
