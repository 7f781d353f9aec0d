"""The pages about structure."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import RecordConflict
from webapp.access import Permission, needs
from webapp.pages.structure import steering
from webapp.pages.structure.context import structure_context
from webapp.pages.structure.research import research_context
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("structure", __name__)


@pages.get("/structure")
@needs(Permission.READ)
def structure() -> str:
    """Figures with their readings, flows between sectors, what hangs on one."""
    return page("structure/structure.html", **structure_context(visit()))


@pages.get("/structure/research")
@needs(Permission.EDIT)
def research() -> str:
    """Network research: what is of interest, but nothing to steer by."""
    return page("structure/research.html", **research_context(visit(), request.args), noindex=True)


@pages.post("/structure/governance")
@needs(Permission.EDIT)
def governance() -> Response:
    """Keep what coordinators say about who steers."""
    here = visit()
    try:
        if steering.save(here, request.form):
            flash(here._("Ihre Einschätzung ist gespeichert."), "success")
        else:
            flash(here._("Es war nichts angekreuzt, deshalb ist nichts gespeichert."), "warning")
    except RecordConflict:
        flash(here._("Inzwischen hat jemand anderes geantwortet. Bitte sehen Sie es noch einmal an."), "warning")
    return redirect(f"/{here.lang}/structure/research#steuern", 303)
