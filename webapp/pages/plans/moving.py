"""Adding a move to a plan by its form, and taking one out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import abort, flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.clean import cleaned
from graph.model.errors import Fault, Invalid, Missing
from graph.model.fields import KindSpec
from graph.model.moves import MOVES
from graph.network import Network
from graph.operations.move_checks import whole, wrong
from graph.operations.moves import Move, carried_out, made
from webapp.access import Permission, needs
from webapp.pages.entries import draft, inputs
from webapp.pages.plans import told
from webapp.pages.plans.blueprint import pages
from webapp.pages.plans.every import begun
from webapp.plans import keeping
from webapp.plans.keeping import Plan
from webapp.render import page
from webapp.texts import label
from webapp.visit import Visit, visit

Answer = str | Response | tuple[str, int]


@pages.get("/plans/<id>/add/<what>")
@needs(Permission.PLAN)
def form(id: str, what: str) -> Answer:
    """The form of a move."""
    here, spec = visit(), _spec(what)
    plan = keeping.get(here.services.store, id)
    network, _ = carried_out(here.whole, plan.moves)
    given = {f.name: v for f in spec.fields if f.refs and (v := request.args.get(f.name)) in network}
    fields = {name: [v] if spec.field(name).type == "refs" else v for name, v in given.items()}
    return _form(here, plan, spec, network, draft.of_entry(network, spec, fields, here.lang), [])


@pages.post("/plans/<id>/add/<what>")
@needs(Permission.PLAN)
def add(id: str, what: str) -> Answer:
    """Put the move at the end of the plan, or say what is missing."""
    here, spec = visit(), _spec(what)
    plan = _plan(here, id)
    number = _number(here)
    before = [move for move in plan.moves if move.id != number]  # it may be here already: the form was sent twice
    network, _ = carried_out(here.whole, before)  # a new service of the plan may get a link
    sent = draft.sent(network, spec, request.form, here.lang)
    if "more" in request.form:
        return _form(here, plan, spec, network, sent, [], request.form["more"])
    found = cleaned(spec, {f.name: sent.values.get(f.name, []) for f in draft.edited(spec)})
    faults = sent.faults or found.faults or wrong(network, what, found.fields)
    if faults:
        return _form(here, plan, spec, network, sent, faults)
    values = {**found.fields, "by": str(whole(found.fields["by"]))} if what == "capacity" else found.fields
    move = made(network, number, what, values, here.lang)
    if not plan.version:  # what was typed is not lost
        plan = begun(here, plan.title)
        flash(here._("Den Plan hat inzwischen jemand gelöscht. Ihr Schritt steht in einem neuen."), "warning")
    try:
        keeping.add(here.services.store, plan.id, [move], here.now.isoformat())
    except Invalid as full:
        return _form(here, plan, spec, network, sent, list(full.faults))
    flash(here._("Im Plan: {what}.", what=label(spec.label, here.lang)), "success")
    for text in _undone(here, (*plan.moves, move)):
        flash(text, "warning")
    return redirect(f"/{here.lang}/plans/{plan.id}", 303)


@pages.post("/plans/<id>/moves/<move>/remove")
@needs(Permission.PLAN)
def take_out(id: str, move: str) -> Response:
    """Remove a move."""
    here = visit()
    keeping.take_out(here.services.store, id, move, here.now.isoformat())
    flash(here._("Der Schritt ist aus dem Plan genommen."), "success")
    return redirect(f"/{here.lang}/plans/{id}", 303)


def _plan(here: Visit, id: str) -> Plan:
    """The plan of this id; one that somebody has deleted meanwhile as a new one of that title, not kept yet."""
    try:
        return keeping.get(here.services.store, id)
    except Missing:
        gone = next((plan for plan in keeping.removed(here.services.store, here.now) if plan.id == id), None)
        if gone is None:
            raise
        return replace(gone, moves=(), version=0)


def _undone(here: Visit, moves: Sequence[Move]) -> list[str]:
    """What the last move undoes of those before it, each sentence once."""
    outcomes = carried_out(here.whole, moves)[1]
    last = (one for one in outcomes if one.undone_by and one.undone_by.id == moves[-1].id)
    return list(dict.fromkeys(text for outcome in last for text in told.undone(here, outcome)))


def _form(
    here: Visit, plan: Plan, spec: KindSpec, network: Network, sent: draft.Draft, faults: list[Fault], more: str = ""
) -> Answer:
    groups = inputs.groups(network, spec, sent, here.lang, [f for f in faults if f.field != "what"], more)
    said = inputs.messages(faults, here.lang)
    labels = {f.name: label(f.label, here.lang) for f in spec.fields}
    errors = [(f"f-{name}", f"{labels[name]}: {text}" if name in labels else text) for name, text in said.items()]
    op = request.form.get("op") or here.services.new_id()
    html = page("plans/move.html", plan=plan, spec=spec, inputs=groups[0][1], errors=errors, op=op, noindex=True)
    return (html, 422) if faults else html


def _number(here: Visit) -> str:
    """The id of the move: of a form that is sent twice the same, so that it stands in the plan once."""
    stated = request.form.get("op", "")
    return stated if stated.isalnum() and len(stated) <= 40 else here.services.new_id()


def _spec(what: str) -> KindSpec:
    if what not in MOVES:
        abort(404)
    return MOVES[what]
