"""The roster with two ticks for each actor, for who has signed in; then, if they like, to which service."""

from __future__ import annotations

from typing import Any

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from graph.model.changes import EntryId
from graph.network import Network
from graph.operations import survey
from webapp.access import Permission, needs
from webapp.pages.entries.saving import op_of
from webapp.pages.survey.blueprint import pages
from webapp.pages.survey.speaking import spoken_for
from webapp.render import page
from webapp.survey import keeping, ticks
from webapp.survey.answering import Done, submit
from webapp.texts import plural_translator
from webapp.visit import Visit, visit

FORM_PARTS = 20_000
FORM_BYTES = 1_000_000
"""Two boxes for each of some thousand actors."""


@pages.get("/survey/actor/<id>")
@needs(Permission.ANSWER)
def form(id: str) -> str:
    """Everyone with two ticks; what is known is ticked already, with who said so."""
    here = visit()
    actor = spoken_for(here, id)
    return page(
        "survey/form.html",
        actor=actor,
        action=f"/{here.lang}/survey/actor/{id}",
        op=here.services.op(),
        own=not here.may(Permission.EDIT),
        several=_several(here.network, id),
        **roster(here, here.network, id, own_only=False),
    )


@pages.post("/survey/actor/<id>")
@needs(Permission.ANSWER)
def answer(id: str) -> Response:
    """Take the answer."""
    here = visit()
    request.max_form_parts, request.max_content_length = FORM_PARTS, FORM_BYTES
    actor = spoken_for(here, id)
    done = submit(here, ticks.typed(request.form, here.network, actor.id), _how(here), op_of(here, request.form))
    flash(told(here, done), "success")
    if done.changed and _several(here.services.live.refresh(), id):
        return redirect(f"/{here.lang}/survey/actor/{id}/services", 303)
    return redirect(f"/{here.lang}/survey/actor/{id}", 303)


@pages.get("/survey/actor/<id>/services")
@needs(Permission.ANSWER)
def services(id: str) -> str:
    """To which of its services somebody sends people, where the receiver has more than one."""
    here = visit()
    return page(
        "survey/services.html", actor=spoken_for(here, id), asked=_several(here.network, id), op=here.services.op()
    )


@pages.post("/survey/actor/<id>/services")
@needs(Permission.ANSWER)
def lead_on(id: str) -> Response:
    """Store to which services the links lead."""
    here = visit()
    actor = spoken_for(here, id)
    op, network = op_of(here, request.form), here.services.live.refresh()
    chosen = [(link, to) for link, *_ in _several(network, id) if (to := request.form.get(f"to-{link}", ""))]
    changes = tuple(change for link, to in chosen for change in survey.to_service(network, link, to))
    if changes:
        made = survey.changeset(network, actor.id, _how(here), op, here.who, here.now, changes)
        here.services.store.commit(made)
    _n = plural_translator(here.lang)
    flash(_n("{n} Angebot ist vermerkt.", "{n} Angebote sind vermerkt.", len(changes)), "success")
    return redirect(f"/{here.lang}/survey/actor/{id}", 303)


def roster(here: Visit, network: Network, actor: str, *, own_only: bool) -> dict[str, Any]:
    """The roster as `survey/roster.html` draws it."""
    refused = keeping.refusals(here.whole, [keeping.of(here.services.store, here.whole, actor)])
    links = ticks.links_of(here, here.whole if actor not in network else network, actor, refused)
    found = ticks.groups(network, actor, *links, own_only, here.lang)
    known_to, known_by = ticks.known(found)
    return {"groups": found, "known_to": known_to, "known_by": known_by, "count": sum(len(g.rows) for g in found)}


def told(here: Visit, done: Done) -> str:
    """What an answer did, in a sentence."""
    _n = plural_translator(here.lang)
    said = _n("Danke. {n} Angabe ist gespeichert.", "Danke. {n} Angaben sind gespeichert.", done.ticks)
    if done.new:
        said += " " + _n(
            "{n} Vermittlung war bisher nicht bekannt.", "{n} Vermittlungen waren bisher nicht bekannt.", done.new
        )
    if done.withdrawn:
        said += " " + _n(
            "{n} frühere Angabe ist zurückgenommen.", "{n} frühere Angaben sind zurückgenommen.", done.withdrawn
        )
    return said


def _how(here: Visit) -> str:
    return "coordination" if here.may(Permission.EDIT) else "partner"


def _several(network: Network, id: str) -> list[tuple[EntryId, str, list[tuple[str, str]]]]:
    """(link, receiver's name, its services) of links that lead to an actor of more than one service."""
    found = []
    for link in network.linking(id, "referral", "sender") if id in network else []:
        receiver = network.entry(link.fields["receiver"])
        offered = network.linking(receiver.id, "service", "provider") if receiver.kind == "actor" else []
        if len(offered) > 1 and link.fields.get("sender_confirmed_until"):
            options = [(str(service.id), str(service.fields["name"])) for service in offered]
            found.append((link.id, str(receiver.fields["name"]), options))
    return sorted(found, key=lambda each: each[1])
