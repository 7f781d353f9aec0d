"""One job: how far it is, its end, and the button that ends it."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from webapp import jobs
from webapp.access import Permission, needs
from webapp.jobs import Job
from webapp.render import page
from webapp.visit import Visit, visit

pages = Blueprint("jobs", __name__)


@pages.get("/jobs/<id>")
@needs(Permission.IMPORT)
def job(id: str) -> str | Response:
    """How far it is; once it is done, on to what it made."""
    here = visit()
    found = _get(here, id)
    goal = f"/{here.lang}{found.result}" if found.state == "done" and found.result else ""
    polling = request.headers.get("X-Requested-With") == "poll"
    if goal and not polling:
        return redirect(goal)
    return page("jobs/job.html", job=found, goal=goal, text=_text(here, found), told=found.told(here.lang))


@pages.post("/jobs/<id>/cancel")
@needs(Permission.IMPORT)
def cancel(id: str) -> Response:
    """Ask for its end."""
    here = visit()
    jobs.cancel(here.services, _get(here, id).id)
    jobs.wait(here.services, id, 1.0)
    return redirect(f"/{here.lang}/jobs/{id}", 303)


def _get(here: Visit, id: str) -> Job:
    found = jobs.find(here.services.store, id)
    if found is None:
        abort(404)
    return found


def _text(here: Visit, found: Job) -> str:
    if found.state == "waiting":
        return here._("wartet, bis ein anderer Vorgang fertig ist")
    if found.cancel and not found.over:
        return here._("wird abgebrochen")
    steps = {
        "read": here._("Die Datei wird gelesen"),
        "load": here._("Das Netzwerk wird geladen"),
        "propose": here._("{done} von {total} Zeilen verglichen", done=found.done, total=found.total),
        "keep": here._("Die Vorschau wird gespeichert"),
        "write": here._("Die Einträge werden gespeichert"),
    }
    return steps.get(found.step, "")
