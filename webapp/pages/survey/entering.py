"""Typing in the sheets after the meeting: one line for each, one key for each tick."""

from __future__ import annotations

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.errors import KnotenpunktError
from graph.model.fields import Audience
from graph.model.sentences import say
from graph.operations.survey import Answer
from webapp.access import Permission, needs
from webapp.pages.entries.saving import op_of
from webapp.pages.survey.answering import told
from webapp.pages.survey.blueprint import pages
from webapp.render import page
from webapp.survey import codes, keeping
from webapp.survey.answering import submit
from webapp.visit import Visit, visit


@pages.get("/survey/enter")
@needs(Permission.EDIT)
def line() -> str:
    """The line, and the roster it is typed from."""
    return _page(visit(), "", "")


@pages.post("/survey/enter")
@needs(Permission.EDIT)
def enter() -> Response | tuple[str, int]:
    """Take one sheet and wait for the next."""
    here = visit()
    network = here.whole.seen_by(Audience.NETWORK)
    typed = request.form.get("line", "")
    try:
        read = codes.read(typed, [id if id in network else "" for id in keeping.roster(here.services.store)])
    except KnotenpunktError as wrong:
        return _page(here, typed, say(wrong.code, here.lang, **wrong.params)), 422
    done = submit(here, Answer(actor=read.actor, sends=read.sends, gets=read.gets), "sheet", op_of(here, request.form))
    name = network.entry(read.actor).fields["name"]
    flash(f"{typed.strip()[:2]} {name}: {told(here, done)}", "success")
    return redirect(f"/{here.lang}/survey/enter", 303)


def _page(here: Visit, typed: str, error: str) -> str:
    network = here.whole.seen_by(Audience.NETWORK)
    asked = keeping.everyone(here.services.store)
    roster = keeping.roster(here.services.store)
    rows = [
        (codes.code(position), id, entry.fields["name"])
        for position, id in enumerate(roster)
        if (entry := network.find(id)) is not None
    ]
    entered = [id for id, each in asked.items() if each.answered_how == "sheet"]
    waiting = [id for _, id, _ in rows if id in asked and asked[id].asked_how == "sheet" and not asked[id].answered_on]
    return page(
        "survey/enter.html",
        rows=rows,
        sections=[rows[n : n + codes.A_SECTION] for n in range(0, len(rows), codes.A_SECTION)],
        keys=codes.KEYS,
        shifted=codes.SHIFTED,
        marks=codes.SECTIONS,
        typed=typed,
        error=error,
        op=here.services.op(),
        entered=len(entered),
        waiting=len(waiting),
    )
