"""Writing an import, what came of it, and taking it back."""

from __future__ import annotations

from flask import abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.changes import OpId, Revision
from graph.model.errors import Conflict, Dangling
from graph.operations import undo
from graph.operations.past import everything
from webapp.access import Permission, needs
from webapp.imports import record
from webapp.pages.history.undoing import is_big
from webapp.pages.imports import deciding, steps
from webapp.pages.imports.blueprint import pages
from webapp.pages.imports.columns import FORM_BYTES, FORM_PARTS
from webapp.render import page
from webapp.visit import visit


@pages.post("/import/<id>/apply")
@needs(Permission.IMPORT)
def apply(id: str) -> Response:
    """Write what the preview showed, as one change: with what is ticked in it and what was chosen on its page."""
    request.max_content_length, request.max_form_parts = FORM_BYTES, FORM_PARTS
    here = visit()
    wanted = steps.unwritten(here, id)
    if not wanted.proposal:
        return redirect(f"/{here.lang}/import/{id}", 303)
    number = request.form.get("number", "")
    if number != wanted.proposal["number"]:  # another preview than the one looked at
        return redirect(f"/{here.lang}/import/{id}/preview", 303)
    mapping = deciding.decided(here, wanted, ticked=True) if wanted.what == "list" else wanted.mapping
    settle = mapping != wanted.mapping
    if settle:
        wanted = record.update(here.services.store, id, here.now, mapping=mapping)
    job = steps.run(here, wanted, steps.APPLY, f"/import/{id}/preview", number=number, settle=settle)
    return steps.onward(here, job)


@pages.get("/import/<id>/done")
@needs(Permission.IMPORT)
def done(id: str) -> str:
    """What came of it, and the way back."""
    here = visit()
    wanted = steps.get(here, id)
    if not wanted.applied:
        abort(404)
    revision = here.services.store.applied(OpId(wanted.applied["op"]))
    taken_back = here.services.store.applied(_undo_op(id))
    return page("imports/done.html", wanted=wanted, revision=revision, taken_back=taken_back, op=here.services.op())


@pages.post("/import/<id>/undo")
@needs(Permission.IMPORT)
def take_back(id: str) -> Response:
    """Take the whole import back; where something changed since, the history asks first."""
    here, store = visit(), visit().services.store
    revision = store.applied(OpId(f"import:{id}"))
    if revision is None:
        abort(404)
    ask = redirect(f"/{here.lang}/history/{revision}/undo", 303)
    applied = store.history(None, Revision(revision + 1), 1)[0]
    if is_big(applied):
        return ask
    planned = undo.plan(everything(here.services.live.refresh(), store), applied)
    if planned.kept or not planned.changes:
        return ask
    try:
        store.commit(undo.changeset(planned, applied, _undo_op(id), here.who, here.now))
    except (Conflict, Dangling):
        return ask
    flash(here._("Zurückgenommen. Das Netzwerk ist wieder, wie es vor dem Einlesen war."), "success")
    return redirect(f"/{here.lang}/import", 303)


def _undo_op(id: str) -> OpId:
    return OpId(f"undo:import:{id}")
