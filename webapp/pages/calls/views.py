"""Beginning a phone round from any search, and what is done at each call."""

from __future__ import annotations

from urllib.parse import parse_qsl

from flask import Blueprint, abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.analysis.calling_order import calling_order
from graph.model.changes import ChangeSet, EntryId
from graph.model.errors import Conflict, RecordConflict
from graph.operations import calling as calls
from graph.search.results import Results
from webapp import calling
from webapp.access import Permission, needs
from webapp.calling import Round
from webapp.pages.calls.context import context
from webapp.pages.entries.saving import op_of
from webapp.pages.search.wish import read_wish
from webapp.render import page
from webapp.visit import Visit, visit

pages = Blueprint("calls", __name__)

_TRIES = 3


@pages.get("/calls")
@needs(Permission.EDIT)
def now() -> str:
    """The entry to call now, or how to begin."""
    here = visit()
    found = calling.find(here.services.store, here.who, here.now)
    found = found.within(here.whole, here.services.store) if found else None
    if found is None or found.next is None or "new" in request.args:
        return _start(here, found)
    return page("calls/call.html", **context(here, found))


@pages.post("/calls")
@needs(Permission.EDIT)
def begin() -> Response:
    """Begin a round with what a search finds: who never confirmed first, then the oldest word."""
    here = visit()
    query = request.form.get("query", "").removeprefix("?")[:2000]
    wish = read_wish(here.network, dict(parse_qsl(query)))
    ids = calling_order(here.network, Results(here.network, here.index, wish).ids)
    if "never" in request.form:
        ids = [id for id in ids if not here.network.entry(id).fields.get("confirmed_on")]
    title = wish.words or (here._("Auswahl") if wish.chosen() else here._("alle Stellen"))
    made = calling.begin(here.who, ids, title, calling.version_of(here.services.store, here.who))
    here.services.store.commit(None, put=[calling.record_of(made, here.now)])
    return redirect(f"/{here.lang}/calls", 303)


@pages.post("/calls/next")
@needs(Permission.EDIT)
def act() -> Response:
    """What came of a call; a form that comes twice, or from an older page, does nothing more."""
    here = visit()
    id, do = EntryId(request.form.get("at", "")), request.form.get("do", "")
    if do not in ("confirmed", "unreached", "later"):
        abort(400)
    for _ in range(_TRIES):
        found = calling.find(here.services.store, here.who, here.now)
        found = found.within(here.whole, here.services.store) if found else None
        if found is None or found.next != id:
            break
        try:
            _store(here, found, id, do)
            break
        except (Conflict, RecordConflict):
            here.services.live.refresh()
    return redirect(f"/{here.lang}/calls", 303)


def _store(here: Visit, found: Round, id: EntryId, do: str) -> None:
    after = found.later(tried=do == "unreached") if do in ("unreached", "later") else found.done()
    changes = _confirmed(here, id) if do == "confirmed" else None
    here.services.store.commit(changes, put=[calling.record_of(after, here.now)])
    if changes is not None:
        name = here.whole.entry(id).fields["name"]
        flash(here._("„{name}“ ist heute von der Stelle bestätigt.", name=name), "success")


def _confirmed(here: Visit, id: EntryId) -> ChangeSet | None:
    network = here.services.live.refresh()
    offered = {service.id for service in network.linking(id, "service", "provider")}
    chosen = offered.intersection(request.form.getlist("service"))
    changes = calls.confirmed(network, id, chosen, here.today)
    op = op_of(here, request.form)
    return calls.changeset(network, id, op, here.who, here.now, changes) if changes else None


def _start(here: Visit, found: Round | None) -> str:
    actors = here.network.of_kind("actor").values()
    never = sum(not actor.fields.get("confirmed_on") for actor in actors)
    running = found if found is not None and found.next is not None else None
    finished = found is not None and found.next is None and found.total > 0
    return page("calls/start.html", count=len(actors), never=never, running=running, finished=finished)
