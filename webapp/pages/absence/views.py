"""One small form: away until, and who stands in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from flask import Blueprint, flash, redirect, request
from werkzeug.wrappers import Response

from graph.analysis.responsibility.standing_in import absent_until
from graph.model.changes import Entry
from graph.model.collation import sort_key
from graph.model.errors import Conflict, Fault, Invalid, Missing
from graph.network import Network, name_of
from graph.operations import absence
from webapp.access import Permission, needs
from webapp.pages.entries.inputs import messages
from webapp.pages.entries.saving import op_of
from webapp.render import page
from webapp.texts import day
from webapp.visit import Visit, visit

pages = Blueprint("absence", __name__)

Answer = str | Response | tuple[str, int]
_TRIES = 3


@pages.get("/contact/<id>/absence")
@needs(Permission.EDIT)
def form(id: str) -> Answer:
    """Until when, and who stands in."""
    here = visit()
    fields = _contact(here.whole, id).fields
    return _form(here, id, str(fields.get("absent_until", "")), str(fields.get("deputy", "")))


@pages.post("/contact/<id>/absence")
@needs(Permission.EDIT)
def save(id: str) -> Answer:
    """Store it; "back" says that the contact is there again."""
    here = visit()
    until = "" if "back" in request.form else request.form.get("quick") or request.form.get("absent_until", "")
    deputy, op = request.form.get("deputy", ""), op_of(here, request.form)
    for tries in range(_TRIES):
        network = here.services.live.refresh()
        contact = _contact(network, id)
        try:
            change = absence.absent(network, contact, until, deputy, here.today)
            if change is not None:
                here.services.store.commit(absence.changeset(op, here.who, here.now, change))
            break
        except Conflict:
            if tries == _TRIES - 1:
                raise  # nothing is stored, so nothing is told
        except Invalid as wrong:
            return _form(here, id, until, deputy, wrong.faults), 422
    _tell(here, str(contact.fields["function"]), until)
    return redirect(f"/{here.lang}/actor/{contact.fields['actor']}", 303)


def _form(here: Visit, id: str, until: str, deputy: str, faults: Sequence[Fault] = ()) -> str:
    contact = _contact(here.whole, id)
    return page(
        "absence/form.html",
        contact=contact,
        actor=(f"/{here.lang}/actor/{contact.fields['actor']}", name_of(here.whole, contact.fields["actor"])),
        until=until,
        deputy=deputy,
        deputies=_deputies(here, contact, deputy),
        days=_days(here.today, here),
        away=bool(absent_until(contact.fields, here.today.isoformat())),
        wrong=messages(faults, here.lang),
        op=request.form.get("op") or here.services.op(),
    )


def _deputies(here: Visit, contact: Entry, chosen: str) -> list[tuple[str, str]]:
    """Colleagues of the same organisation by function; whoever is the deputy already stays to be chosen."""
    network = here.whole
    found = {each.id for each in network.linking(contact.fields["actor"], "contact", "actor")} - {contact.id}
    if chosen in network.of_kind("contact"):
        found.add(network.entry(chosen).id)
    named = sorted(((str(id), name_of(network, id)) for id in found), key=lambda one: sort_key(one[1]))
    return [("", here._("niemand")), *named]


def _days(today: date, here: Visit) -> list[tuple[str, str]]:
    """Days that are often meant: today, the end of this week, of the next one."""
    friday = today + timedelta(days=(4 - today.weekday()) % 7)
    meant = (
        (here._("bis heute"), today),
        (here._("bis Ende der Woche"), friday),
        (here._("bis Ende der nächsten Woche"), friday + timedelta(days=7)),
    )
    return [(when.isoformat(), f"{text} ({day(when, here.lang)})") for text, when in meant]


def _tell(here: Visit, function: str, until: str) -> None:
    if until:
        flash(here._("„{function}“ ist als abwesend eingetragen. Das endet von selbst.", function=function), "success")
    else:
        flash(here._("„{function}“ ist wieder da.", function=function), "success")


def _contact(network: Network, id: str) -> Entry:
    entry = network.entry(id)
    if entry.kind != "contact":
        raise Missing("entry", id)
    return entry
