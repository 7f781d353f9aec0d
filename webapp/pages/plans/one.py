"""One plan: its moves, and the network before and after."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import Invalid, RecordConflict
from graph.operations.moves import carried_out
from webapp import jobs
from webapp.access import Permission, needs
from webapp.figures import assumed
from webapp.figures.shown import assumptions
from webapp.jobs import Job
from webapp.pages.history.people import name_of_account
from webapp.pages.plans import after, told
from webapp.pages.plans.blueprint import pages
from webapp.plans import keeping
from webapp.plans.keeping import Plan
from webapp.render import page
from webapp.visit import Visit, visit

TASK = "webapp.tasks.planning:compute"
MOST_JOBS = 1000
"""Jobs that are looked through for one of the same plan."""
WAIT_SECONDS = 2.0
"""So long a page waits for a job; most plans are computed by then."""


@pages.get("/plans/<id>")
@needs(Permission.PLAN)
def one(id: str) -> str:
    """A plan with its moves and what was last computed."""
    here = visit()
    plan = keeping.get(here.services.store, id)
    copy, outcomes = carried_out(here.whole, plan.moves)
    found = keeping.result(here.services.store, id)
    older, running = after.older(here, plan, found) if found else [], _running(here, plan)
    return page(
        "plans/plan.html",
        plan=plan,
        moves=[told.move_row(here, copy, outcome) for outcome in outcomes],
        kinds_of_moves=told.kinds(here.lang),
        found=after.shown(here, copy, plan, found) if found else None,
        older=older,
        running=running,
        who=name_of_account(here, running.owner) if running else "",
        basis=assumptions(assumed.of(found["assumed"]), here.lang) if found else [],
        measure_url=_measure_url(here, plan, found) if found and plan.moves and not older else "",
        noindex=True,
    )


@pages.post("/plans/<id>/compute")
@needs(Permission.PLAN)
def compute(id: str) -> Response:
    """Compute before and after, and wait a moment for it."""
    here = visit()
    plan = keeping.get(here.services.store, id)
    arguments = {"plan": id, "version": plan.version, "areas": list(here.services.config.areas)}
    running = _running(here, plan)
    job = (
        running.id
        if running
        else jobs.start(here.services, TASK, arguments, owner=here.who, subject=plan.title, back=f"/plans/{id}")
    )
    done = jobs.wait(here.services, job, WAIT_SECONDS)
    path = done.result if done and done.state == "done" and done.result else f"/jobs/{job}"
    return redirect(f"/{here.lang}{path}" + ("#ergebnis" if path.startswith("/plans") else ""), 303)


@pages.post("/plans/<id>/title")
@needs(Permission.PLAN)
def rename(id: str) -> Response:
    """Give the plan another title, unless somebody was quicker."""
    here = visit()
    version = request.form.get("version", "")
    number = int(version) if version.isdecimal() and len(version) < 9 else 0
    try:
        keeping.rename(here.services.store, id, request.form.get("title", ""), number, here.now.isoformat())
        flash(here._("Der Titel ist gespeichert."), "success")
    except Invalid:
        flash(here._("Ein Plan braucht einen Titel."), "danger")
    except RecordConflict:
        flash(here._("Inzwischen hat jemand den Plan geändert. Bitte sehen Sie ihn noch einmal an."), "warning")
    return redirect(f"/{here.lang}/plans/{id}", 303)


@pages.post("/plans/<id>/remove")
@needs(Permission.PLAN)
def remove(id: str) -> Response:
    """Delete the plan. The network is as it was all along."""
    here = visit()
    keeping.remove(here.services.store, id, here.now)
    text = here._("Der Plan ist gelöscht. Am Netzwerk ändert das nichts. 30 Tage lang lässt er sich unten zurückholen.")
    flash(text, "success")
    return redirect(f"/{here.lang}/plans", 303)


@pages.post("/plans/<id>/restore")
@needs(Permission.PLAN)
def restore(id: str) -> Response:
    """Bring back a plan that was deleted."""
    here = visit()
    keeping.bring_back(here.services.store, id)
    flash(here._("Der Plan ist wieder da."), "success")
    return redirect(f"/{here.lang}/plans/{id}", 303)


def _running(here: Visit, plan: Plan) -> Job | None:
    """The job that computes the plan as it is now, whoever asked for it."""
    found = map(jobs.from_record, here.services.store.find(jobs.KIND, limit=MOST_JOBS))
    same = (job for job in found if job.task == TASK and not job.over and job.arguments.get("plan") == plan.id)
    return next((job for job in same if job.arguments.get("version") == plan.version), None)


def _measure_url(here: Visit, plan: Plan, found: dict[str, Any]) -> str:
    """The form of a project of change with what the plan says already."""
    return told.measure_url(here.lang, name=plan.title, plan=plan.id, **after.effect(found))
