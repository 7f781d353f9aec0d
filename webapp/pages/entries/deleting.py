"""Deleting an entry: first what goes with it, then the deed."""

from __future__ import annotations

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.canonical import canonical, digest
from graph.model.changes import Change
from graph.model.errors import Conflict, Dangling
from graph.model.schema import kind
from graph.network import Network, called
from graph.operations import edit
from graph.operations.past import everything
from webapp.access import Permission, needs
from webapp.addresses import own_path
from webapp.pages.entries import saving
from webapp.pages.entries.blueprint import pages
from webapp.render import page
from webapp.texts import plural_translator
from webapp.visit import Visit, visit

_SHOWN = 30


@pages.get("/entry/<id>/delete")
@needs(Permission.EDIT)
def ask_delete(id: str) -> str:
    """What would go, and what would only lose a link."""
    here = visit()
    return _page(here, everything(here.whole, here.services.store), id)


@pages.post("/entry/<id>/delete")
@needs(Permission.EDIT)
def delete(id: str) -> Response | str | tuple[str, int]:
    """Delete what was shown; show again when it is more or something else by now."""
    here, store = visit(), visit().services.store
    op = saving.op_of(here, request.form)
    if store.applied(op) is not None:
        return redirect(f"/{here.lang}/entries", 303)
    network = everything(here.whole, store)
    entry = network.entry(id)
    changes = edit.delete(network, id)
    if request.form.get("shown") != _mark(changes):
        return _page(here, network, id, overtaken=True), 409
    why = " ".join(request.form.get("why", "").split())[:300]
    try:
        store.commit(edit.changeset(op, here.who, here.now, changes, "why.delete", why))
    except (Conflict, Dangling):
        return _page(here, everything(here.services.live.refresh(), store), id, overtaken=True), 409
    more = sum(c.after is None for c in changes) - 1
    name = called(network, entry, here.lang)
    _n = plural_translator(here.lang)
    text = (
        _n(
            "„{name}“ und {n} weiterer Eintrag sind gelöscht. Im Verlauf lässt sich das zurücknehmen.",
            "„{name}“ und {n} weitere Einträge sind gelöscht. Im Verlauf lässt sich das zurücknehmen.",
            more,
            name=name,
        )
        if more
        else here._("„{name}“ ist gelöscht. Im Verlauf lässt sich das zurücknehmen.", name=name)
    )
    flash(text, "success")
    return redirect(own_path(request.form.get("to", ""), f"/{here.lang}/entries/{entry.kind}"), 303)


def _page(here: Visit, network: Network, id: str, overtaken: bool = False) -> str:
    entry = network.entry(id)
    changes = edit.delete(network, id)
    others = [c for c in changes if c.id != id]
    return page(
        "entries/delete.html",
        spec=kind(entry.kind),
        entry=entry,
        name=called(network, entry, here.lang),
        gone=_named(network, [c for c in others if c.after is None], here.lang),
        unlinked=_named(network, [c for c in others if c.after is not None], here.lang),
        shown=_mark(changes),
        op=here.services.op(),
        overtaken=overtaken,
        back=own_path(request.values.get("to", ""), ""),
    )


def _named(network: Network, changes: list[Change], lang: str) -> tuple[list[tuple[str, str]], int]:
    """(kind, name) of the first, and how many more there are."""
    first = [(str(c.kind), called(network, network.entry(c.id), lang)) for c in changes[:_SHOWN]]
    return first, max(0, len(changes) - _SHOWN)


def _mark(changes: tuple[Change, ...]) -> str:
    return digest("\n".join(sorted(canonical([c.id, c.before, c.after]) for c in changes)))[:16]
