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
from webapp.pages.plans import after, told
from webapp.pages.plans.blueprint import pages
from webapp.plans import keeping
from webapp.plans.keeping import Plan
from webapp.render import page
from webapp.visit import Visit, visit

TASK = "webapp.tasks.planning:compute"
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
    return page(
        "plans/plan.html",
        plan=plan,
        moves=[told.move_row(here, copy, outcome) for outcome in outcomes],
        kinds_of_moves=told.kinds(here.lang),
        found=after.shown(here, copy, found) if found else None,
        older=after.older(here, plan, found) if found else [],
        basis=assumptions(assumed.of(found["assumed"]), here.lang) if found else [],
        measure_url=_measure_url(here, plan, found),
        noindex=True,
    )


@pages.post("/plans/<id>/compute")
@needs(Permission.PLAN)
def compute(id: str) -> Response:
    """Compute before and after, and wait a moment for it."""
    here = visit()
    plan = keeping.get(here.services.store, id)
    arguments, back = {"plan": id, "areas": list(here.services.config.areas)}, f"/plans/{id}"
    job = jobs.waiting(here.services, TASK, here.who, back) or jobs.start(
        here.services, TASK, arguments, owner=here.who, subject=plan.title, back=back
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
    keeping.remove(here.services.store, id)
    flash(here._("Der Plan ist gelöscht. Am Netzwerk ändert das nichts."), "success")
    return redirect(f"/{here.lang}/plans", 303)


def _measure_url(here: Visit, plan: Plan, found: dict[str, Any] | None) -> str:
    """The form of a project of change with what the plan says already."""
    return told.measure_url(here.lang, name=plan.title, plan=plan.id, **(after.effect(found) if found else {}))
