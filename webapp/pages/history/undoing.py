"""Taking a change back: first what that means, then the deed."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.canonical import canonical
from graph.model.changes import Applied, Change, OpId, Revision
from graph.model.errors import Clash, Conflict, Dangling
from graph.model.schema import kind
from graph.network import Network, called, name_of
from graph.operations import undo
from graph.operations.past import everything
from webapp import jobs, undo_plans
from webapp.access import Permission, needs
from webapp.pages.entries.saving import op_of
from webapp.pages.history.told import Words
from webapp.render import page
from webapp.texts import label
from webapp.visit import Visit, visit

UNDO = "webapp.tasks.undoing:undo"
_SHOWN = 100
_WAIT_SECONDS = 2.0


def register(pages: Blueprint) -> None:
    """Add the routes of this file."""
    pages.get("/history/<int:revision>/undo")(ask_undo)
    pages.post("/history/<int:revision>/undo")(take_back)
    pages.post("/history/<int:revision>/restore")(restore)


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
    applied = get(here, revision)
    if is_big(applied):
        return _page_of_big(here, applied)
    return _page(here, applied, everything(here.whole, here.services.store))


@needs(Permission.HISTORY)
def take_back(revision: int) -> Response | str | tuple[str, int]:
    """Take it back; show again when that would be something else by now."""
    here, store = visit(), visit().services.store
    applied, op = get(here, revision), op_of(here, request.form)
    done = store.applied(op)
    if done is None and is_big(applied):
        return _in_background(here, applied, op)
    if done is None:
        planned = undo.plan(everything(here.whole, store), applied)
        if not planned.changes or request.form.get("shown") != undo_plans.mark(planned):
            return _page(here, applied, everything(here.whole, store), overtaken=True), 409
        try:
            done = store.commit(undo.changeset(planned, applied, op, here.who, here.now))
        except (Conflict, Dangling):
            return _page(here, applied, everything(here.services.live.refresh(), store), overtaken=True), 409
    flash(here._("Änderung {revision} ist zurückgenommen.", revision=revision), "success")
    return redirect(_onward(here, done), 303)


@needs(Permission.HISTORY)
def restore(revision: int) -> Response:
    """Restore in one click what a change took back; where something changed since, the history asks first."""
    here, store = visit(), visit().services.store
    applied, op = get(here, revision), op_of(here, request.form)
    if undo.undone_by(applied.changes) is None:
        abort(404)
    ask = redirect(f"/{here.lang}/history/{revision}/undo", 303)
    done = store.applied(op)
    if done is None:
        if is_big(applied):
            return ask
        planned = undo.plan(everything(here.services.live.refresh(), store), applied)
        if planned.kept or not planned.changes:
            return ask
        try:
            done = store.commit(undo.changeset(planned, applied, op, here.who, here.now))
        except (Conflict, Dangling):
            return ask
    flash(here._("Wiederhergestellt."), "success")
    return redirect(_onward(here, done), 303)


def _onward(here: Visit, done: Revision) -> str:
    """The change that was made; the list of all when one came from it, to go on with the next."""
    return f"/{here.lang}/history" + ("" if request.form.get("then") == "list" else f"/{done}")


def is_big(applied: Applied) -> bool:
    """Whether taking a change back is work for a job."""
    return len(applied.changes.changes) > undo_plans.BIG


def _in_background(here: Visit, applied: Applied, op: OpId) -> Response:
    arguments = {"revision": applied.revision, "op": op, "shown": request.form.get("shown", "")}
    subject = here._("Änderung {n}", n=applied.revision)
    back = f"/history/{applied.revision}/undo"
    id = jobs.start(here.services, UNDO, arguments, owner=here.who, subject=subject, back=back)
    done = jobs.wait(here.services, id, _WAIT_SECONDS)
    over = done is not None and done.state == "done"
    return redirect(f"/{here.lang}{done.result}" if over and done else f"/{here.lang}/jobs/{id}", 303)


def _page_of_big(here: Visit, applied: Applied) -> str:
    plan = undo_plans.find(here.services.store, applied.revision)
    counts = plan.counts if plan else {}
    return page(
        "history/undo_big.html",
        applied=applied,
        entries=len(applied.changes.changes),
        plan=plan,
        stale=plan is not None and plan.revision != here.whole.revision,
        counts=[(label(kind(name).plural, here.lang), *each) for name, each in counts.items()],
        kept=[_kept_of_big(here, *each) for each in (plan.kept if plan else ())],
        op=here.services.op(),
    )


def _kept_of_big(here: Visit, of: str, id: str, field: str) -> dict[str, str]:
    entry = here.whole.find(id)
    return {
        "id": id if entry else "",
        "kind": label(kind(of).label, here.lang),
        "name": called(here.whole, entry, here.lang) if entry else here._("gelöschter Eintrag"),
        "field": label(kind(of).field(field).label, here.lang) if field else "",
    }


def _page(here: Visit, applied: Applied, network: Network, overtaken: bool = False) -> str:
    planned = undo.plan(network, applied)
    words = Words(network, [*planned.changes, *applied.changes.changes], here.lang)
    return page(
        "history/undo.html",
        applied=applied,
        diffs=[words.diff(c) for c in planned.changes[:_SHOWN]],
        more=max(0, len(planned.changes) - _SHOWN),
        kept=[_kept(words, network, applied, planned, clash, here.lang) for clash in planned.kept[:_SHOWN]],
        kept_more=max(0, len(planned.kept) - _SHOWN),
        shown=undo_plans.mark(planned),
        op=here.services.op(),
        overtaken=overtaken,
    )


def _kept(
    words: Words, network: Network, applied: Applied, planned: undo.Undo, clash: Clash, lang: str
) -> dict[str, object]:
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
        "belongs": name_of(network, planned.belonging[clash.id], lang) if clash.id in planned.belonging else "",
        "linked": field is None and there and not _edited(change, clash),
    }


def _edited(change: Change, clash: Clash) -> bool:
    """Whether an entry that a change created or restored says something else by now."""
    known = {name: value for name, value in (change.after or {}).items() if value is not None}
    return change.before is None and canonical(known) != canonical(clash.found)
