"""One job: how far it is, its end, and the button that ends it."""

from __future__ import annotations

from flask import Blueprint, abort, redirect, request
from werkzeug.wrappers import Response

from graph.model.sentences import say
from webapp import jobs
from webapp.access import Permission, needs
from webapp.figures import renewing
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
    return page(
        "jobs/job.html",
        job=found,
        heading=_heading(here, found),
        goal=goal,
        text=_text(here, found),
        told=found.told(here.lang),
    )


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


def _heading(here: Visit, found: Job) -> str:
    if found.task == renewing.TASK:
        if not found.over:
            return here._("Die Zahlen werden neu berechnet")
        if found.state == "done":
            return here._("Die Zahlen sind neu berechnet")
        return here._("Die Zahlen sind nicht neu berechnet")
    if not found.over:
        return here._("„{file}“ wird verarbeitet", file=found.subject)
    if found.state == "done":
        return here._("„{file}“ ist verarbeitet", file=found.subject)
    if found.state == "cancelled":
        return here._("Abgebrochen: „{file}“", file=found.subject)
    return here._("Nicht gelungen: „{file}“", file=found.subject)


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
        "compare": here._("{done} von {total} Akteuren verglichen", done=found.done, total=found.total),
        "undo": here._("Was zurückzunehmen ist, wird zusammengestellt"),
        "write": here._("Die Einträge werden gespeichert"),
        "figures.coverage": here._("Schritt {done} von {total}: Versorgung", done=found.done + 1, total=found.total),
        "figures.ways": here._("Schritt {done} von {total}: Wege", done=found.done + 1, total=found.total),
        "figures.journeys": here._("Schritt {done} von {total}: Wege", done=found.done + 1, total=found.total),
        "figures.structure": here._("Schritt {done} von {total}: Struktur", done=found.done + 1, total=found.total),
        "figures.links": here._("Schritt {done} von {total}: Vorschläge", done=found.done + 1, total=found.total),
        "figures.rest": here._("Schritt {done} von {total}: Überblick", done=found.done + 1, total=found.total),
        "write_workbook": here._("{done} von {total} Einträgen geschrieben", done=found.done, total=found.total),
    }
    if found.step.startswith("plan."):
        said = say(found.step, here.lang)
        return here._("Schritt {done} von {total}: {step}", done=found.done, total=found.total, step=said)
    return steps.get(found.step, here._("hat begonnen"))
