"""Typing in the sheets after the meeting: one line for each, one key for each tick."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import urlencode

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.changes import EntryId
from graph.model.errors import KnotenpunktError
from graph.model.fields import Audience
from graph.model.sentences import say
from graph.operations.survey import Answer
from webapp import merged
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
    """The line, and the roster it is typed from; `after`: the code of the sheet before."""
    here = visit()
    return _page(here, codes.following(_waiting(here), request.args.get("after", "")), "", "")


@pages.post("/survey/enter")
@needs(Permission.EDIT)
def enter() -> Response | tuple[str, int]:
    """Take one sheet and wait for the next."""
    here = visit()
    network = here.whole.seen_by(Audience.NETWORK)
    sheet, typed = request.form.get("sheet", "").strip().lower(), request.form.get("line", "")
    try:
        read = codes.read(sheet, typed, [id if id in network else EntryId("") for id in _roster(here)])
    except KnotenpunktError as wrong:
        return _page(here, sheet, typed, say(wrong.code, here.lang, **wrong.params)), 422
    again = keeping.of(here.services.store, here.whole, read.actor).answered_how == "sheet"
    done = submit(here, Answer(actor=read.actor, sends=read.sends, gets=read.gets), "sheet", op_of(here, request.form))
    name = network.entry(read.actor).fields["name"]
    said = told(here, done)
    if again:
        said += " " + here._("Ein Bogen war schon eingetragen: Seine Kreuze bleiben, diese kommen dazu.")
    flash(f"{sheet} {name}: {said}", "success")
    return redirect(f"/{here.lang}/survey/enter?{urlencode({'after': sheet})}", 303)


def _page(here: Visit, sheet: str, typed: str, error: str) -> str:
    network = here.whole.seen_by(Audience.NETWORK)
    rows = [
        (codes.code(position), id, entry.fields["name"])
        for position, id in enumerate(_roster(here))
        if (entry := network.find(id)) is not None
    ]
    return page(
        "survey/enter.html",
        rows=rows,
        sections=[list(found) for _, found in groupby(rows, lambda row: row[0][0])],
        keys=codes.KEYS,
        shifted=codes.SHIFTED,
        marks=codes.SECTIONS,
        sheet=sheet,
        whose=next((name for code, _, name in rows if code == sheet), ""),
        typed=typed,
        error=error,
        op=here.services.op(),
        entered=sum(
            each.answered_how == "sheet" for each in keeping.everyone(here.services.store, here.whole).values()
        ),
        waiting=_waiting(here),
    )


def _roster(here: Visit) -> list[EntryId]:
    """The actors of the rows on paper; who went into another since is that one."""
    store = here.services.store
    return [merged.now(store, here.whole, id) for id in keeping.roster(store)]


def _waiting(here: Visit) -> list[str]:
    """The codes of the sheets that were handed out and not answered since, in their order."""
    network, asked = here.whole.seen_by(Audience.NETWORK), keeping.everyone(here.services.store, here.whole)
    return [
        codes.code(position)
        for position, id in enumerate(keeping.roster(here.services.store))
        if id in network and id in asked and asked[id].asked_how == "sheet" and asked[id].awaited
    ]
