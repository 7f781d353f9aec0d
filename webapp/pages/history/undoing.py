"""Taking a change back: first what that means, then the deed."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.canonical import canonical, digest
from graph.model.changes import Applied, Revision
from graph.model.errors import Clash, Conflict, Dangling
from graph.model.schema import kind
from graph.network import Network
from graph.operations import undo
from graph.operations.past import everything
from webapp.access import Permission, needs
from webapp.pages.entries.saving import op_of
from webapp.pages.history.told import Words
from webapp.render import page
from webapp.texts import label
from webapp.visit import Visit, visit

_SHOWN = 100


def register(pages: Blueprint) -> None:
    """Add the routes of this file."""
    pages.get("/history/<int:revision>/undo")(ask_undo)
    pages.post("/history/<int:revision>/undo")(take_back)


def get(here: Visit, revision: int) -> Applied:
    """The change that made a revision; no page where there is none."""
    found = here.services.store.history(None, Revision(revision + 1), 1) if 0 < revision < 1 << 60 else []
    if not found or found[0].revision != revision:
        abort(404)
    return found[0]


@needs(Permission.HISTORY)
def ask_undo(revision: int) -> str:
    """What would be taken back, and what is kept because it changed since."""
    here = visit()
    return _page(here, get(here, revision), everything(here.whole, here.services.store))


@needs(Permission.HISTORY)
def take_back(revision: int) -> Response | str | tuple[str, int]:
    """Take it back; show again when that would be something else by now."""
    here, store = visit(), visit().services.store
    applied, op = get(here, revision), op_of(here, request.form)
    done = store.applied(op)
    if done is None:
        planned = undo.plan(everything(here.whole, store), applied)
        if not planned.changes or request.form.get("shown") != _mark(planned):
            return _page(here, applied, everything(here.whole, store), overtaken=True), 409
        try:
            done = store.commit(undo.changeset(planned, applied, op, here.who, here.now))
        except (Conflict, Dangling):
            return _page(here, applied, everything(here.services.live.refresh(), store), overtaken=True), 409
    flash(here._("Änderung {revision} ist zurückgenommen.", revision=revision), "success")
    return redirect(f"/{here.lang}/history/{done}", 303)


def _page(here: Visit, applied: Applied, network: Network, overtaken: bool = False) -> str:
    planned = undo.plan(network, applied)
    words = Words(network, [*planned.changes, *applied.changes.changes], here.lang)
    return page(
        "history/undo.html",
        applied=applied,
        diffs=[words.diff(c) for c in planned.changes[:_SHOWN]],
        more=max(0, len(planned.changes) - _SHOWN),
        kept=[_kept(words, network, applied, clash, here.lang) for clash in planned.kept[:_SHOWN]],
        kept_more=max(0, len(planned.kept) - _SHOWN),
        shown=_mark(planned),
        op=here.services.op(),
        overtaken=overtaken,
    )


def _kept(words: Words, network: Network, applied: Applied, clash: Clash, lang: str) -> dict[str, object]:
    change = next(c for c in applied.changes.changes if c.id == clash.id)
    field = kind(clash.kind).field(clash.field) if clash.field else None
    there = clash.id in network
    return {
        "id": clash.id,
        "there": there,
        "name": words.name(change),
        "kind": label(kind(clash.kind).label, lang),
        "field": label(field.label, lang) if field else "",
        "now": words.lines(field, clash.found) if field else [],
        "linked": field is None and there and bool(network.into(clash.id)),
    }


def _mark(planned: undo.Undo) -> str:
    return digest(canonical([[c.id, c.before, c.after] for c in planned.changes]))[:16]
