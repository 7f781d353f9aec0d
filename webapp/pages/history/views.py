"""Who changed what, when and why: the whole network's history, one change, one entry's history."""

from __future__ import annotations

from flask import Blueprint, abort, request

from graph.model.changes import EntryId, Revision
from webapp.access import Permission, needs
from webapp.pages.history import past, undoing
from webapp.pages.history.rows import newest, row
from webapp.pages.history.told import Words
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("history", __name__)
undoing.register(pages)

PAGE = 25
MOST_CHANGES = 100


@pages.get("/history")
@needs(Permission.HISTORY)
def history() -> str:
    """The changes, newest first; with `at`, the network as it was."""
    here = visit()
    if "at" in request.args:
        return past.show(here)
    found = newest(here, request.args.get("before", 1 << 60, type=int), PAGE + 1)
    return page(
        "history/list.html",
        rows=found[:PAGE],
        older=found[PAGE - 1].revision if len(found) > PAGE else None,
        newest="before" not in request.args,
        op=here.services.op(),
    )


@pages.get("/history/<int:revision>")
@needs(Permission.HISTORY)
def change(revision: int) -> str:
    """One change, entry by entry and field by field."""
    here = visit()
    applied = undoing.get(here, revision)
    made = applied.changes.changes
    words = Words(here.whole, made, here.lang)
    return page(
        "history/change.html",
        row=row(here, applied),
        op=here.services.op(),
        diffs=[words.diff(c, applied.erased) for c in made[:MOST_CHANGES]],
        more=max(0, len(made) - MOST_CHANGES),
    )


@pages.get("/entry/<id>/history")
@needs(Permission.HISTORY)
def entry(id: str) -> str:
    """What happened to one entry, also when it is gone."""
    here = visit()
    before = Revision(request.args.get("before", 1 << 60, type=int))
    found = here.services.store.history(EntryId(id), before, PAGE + 1)
    if not found and "before" not in request.args:
        abort(404)
    made = [c for applied in found for c in applied.changes.changes]
    words = Words(here.whole, made, here.lang)
    return page(
        "history/entry.html",
        entry=here.whole.find(id),
        id=id,
        name=words.name(made[0]) if made else "",
        rows=[(row(here, a), [words.diff(c, a.erased) for c in a.changes.changes if c.id == id]) for a in found[:PAGE]],
        older=found[PAGE - 1].revision if len(found) > PAGE else None,
    )
