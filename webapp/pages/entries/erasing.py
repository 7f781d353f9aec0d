"""Erasing personal fields of an entry, from the network and from all its history."""

from __future__ import annotations

from flask import abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.changes import EntryId
from graph.model.schema import kind
from graph.network import called
from graph.operations.erase import Erasable, bearers, details, erasable
from webapp.access import Permission, needs
from webapp.imports import forgetting
from webapp.pages.entries import saving
from webapp.pages.entries.blueprint import pages
from webapp.render import page
from webapp.texts import label
from webapp.visit import Visit, visit


@pages.get("/entry/<id>/erase")
@needs(Permission.EDIT)
def ask_erase(id: str) -> str:
    """Which personal details there are, now and in the history."""
    here = visit()
    return _page(here, id, erasable(here.whole, here.services.store, EntryId(id)))


@pages.post("/entry/<id>/erase")
@needs(Permission.EDIT)
def erase(id: str) -> Response | str | tuple[str, int]:
    """Erase the chosen ones, when that it is for good was confirmed."""
    here, store = visit(), visit().services.store
    op = saving.op_of(here, request.form)
    found = erasable(here.whole, store, EntryId(id))
    if store.applied(op) is None:
        chosen = [e.field for e in found if e.field in request.form.getlist("field")]
        wrong = {}
        if not chosen:
            wrong["field"] = here._("Bitte wählen Sie mindestens eine Angabe.")
        if request.form.get("sure") != "1":
            wrong["sure"] = here._("Bitte bestätigen Sie, dass die Angaben für immer gelöscht werden.")
        if wrong:
            return _page(here, id, found, wrong), 422
        # Before the fields, whose end clears the file's free space: a list not yet taken in may say the same.
        told = details(here.whole, store, EntryId(id), chosen)
        forgetting.mentioning(store, here.services.config.incoming, told)
        store.erase([(each, name) for each in bearers(store, EntryId(id)) for name in chosen], op, here.now)
    flash(here._("Die Angaben sind endgültig gelöscht, auch aus dem Verlauf."), "success")
    still_there = here.whole.find(id) is not None
    return redirect(f"/{here.lang}/entry/{id}/{'edit' if still_there else 'history'}", 303)


def _page(here: Visit, id: str, found: list[Erasable], errors: dict[str, str] | None = None) -> str:
    entry = here.whole.find(id)
    if entry is None and not here.services.store.history(EntryId(id), None, 1):
        abort(404)
    name_of_kind = entry.kind if entry else "contact"
    options = [(e.field, _said(here, name_of_kind, e)) for e in found]
    return page(
        "entries/erase.html",
        id=id,
        entry=entry,
        name=called(here.whole, entry, here.lang) if entry else here._("Gelöschter Eintrag"),
        options=options,
        chosen=request.form.getlist("field") if errors else [e.field for e in found],
        op=here.services.op(),
        errors=errors or {},
    )


def _said(here: Visit, kind_name: str, each: Erasable) -> str:
    name = label(kind(kind_name).field(each.field).label, here.lang)
    if each.now and each.past:
        return here._("{name} (im Eintrag und im Verlauf)", name=name)
    return here._("{name} (im Eintrag)", name=name) if each.now else here._("{name} (nur noch im Verlauf)", name=name)
