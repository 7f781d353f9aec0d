"""One click: a proposal, or what ends, into a plan."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from flask import abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import Invalid
from graph.network import name_of
from graph.operations.moves import carried_out, made
from webapp.access import Permission, needs
from webapp.figures.shown import last
from webapp.pages.plans.blueprint import pages
from webapp.pages.plans.every import begun
from webapp.pages.plans.proposed import LONGEST_TITLE, title_of
from webapp.plans import keeping
from webapp.visit import Visit, visit


@pages.post("/plans/take")
@needs(Permission.PLAN)
def take() -> Response | str:
    """Put it at the end of the chosen plan, or of a new one."""
    here = visit()
    found = _found(here)
    if found is None:
        flash(here._("Die Vorschläge sind inzwischen neu berechnet. Bitte wählen Sie noch einmal."), "warning")
        return redirect(f"/{here.lang}/plans/proposals", 303)
    title, moves = found
    chosen = request.form.get("plan", "")
    plan = keeping.get(here.services.store, chosen) if chosen else begun(here, title)
    network, _ = carried_out(here.whole, plan.moves)
    try:
        new = [made(network, f"{_number(here)}{n}", m["what"], m["values"], here.lang) for n, m in enumerate(moves)]
        keeping.add(here.services.store, plan.id, new, here.now.isoformat())
    except Invalid:
        flash(here._("Dieser Plan ist voll. Bitte beginnen Sie einen neuen."), "warning")
    else:
        flash(here._("Der Vorschlag steht im Plan."), "success")
    return redirect(f"/{here.lang}/plans/{plan.id}", 303)


def _found(here: Visit) -> tuple[str, Sequence[dict[str, Any]]] | None:
    """What was clicked, and what a plan of it is called; None where the figures it stood in have been replaced."""
    ends = request.form.get("ends", "")
    if ends:
        entry = here.whole.find(ends)
        if entry is None or entry.kind != "service":
            abort(404)
        title = here._("Förderung endet: {service}", service=name_of(here.whole, entry.id, here.lang))
        return shorten(title, LONGEST_TITLE, placeholder=" …"), [{"what": "funding_ends", "values": {"service": ends}}]
    figures = last(here)
    if figures is None or figures.head.number != request.form.get("figures"):
        return None
    wanted = request.form.get("proposal")
    found = next((each for each in figures.part("proposals") or [] if each["id"] == wanted), None)
    if found is None or not found["moves"]:
        abort(404)
    return title_of(here, found), found["moves"]


def _number(here: Visit) -> str:
    stated = request.form.get("op", "")
    return stated if stated.isalnum() and len(stated) <= 40 else here.services.new_id()
