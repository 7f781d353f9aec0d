"""Links and QR codes handed to an actor: shown once, listed without their secret, withdrawn."""

from __future__ import annotations

from datetime import timedelta

from flask import flash, make_response, redirect, request
from werkzeug.wrappers import Response

from webapp import handed, merged
from webapp.access import Permission, needs
from webapp.drawing.qr import qr_svg
from webapp.pages.survey.blueprint import pages
from webapp.pages.survey.speaking import spoken_for
from webapp.render import page
from webapp.survey import keeping
from webapp.visit import Visit, visit

PURPOSE = "survey-link"
LASTS = timedelta(days=60)


@pages.post("/survey/actor/<id>/link")
@needs(Permission.EDIT)
def hand(id: str) -> Response:
    """Make a link for an actor and show it this once, with its QR code."""
    here = visit()
    actor = spoken_for(here, id)
    keeping.note_asked(here.services.store, here.whole, [actor.id], "link", here.today)
    link = made(here, actor.id)
    answer = make_response(
        page(
            "survey/link.html",
            actor=actor,
            link=link,
            qr=qr_svg(link, here._("QR-Code des Links")),
            until=(here.now + LASTS).date(),
            noindex=True,
        )
    )
    answer.headers["Cache-Control"] = "no-store"
    return answer


@pages.post("/survey/actor/<id>/withdraw")
@needs(Permission.EDIT)
def withdraw(id: str) -> Response:
    """End every link of an actor, those on its sheets too."""
    here = visit()
    actor = spoken_for(here, id)
    store = here.services.store
    for owner in (actor.id, *merged.gone_into(store, here.whole, actor.id)):
        for record in handed.listed(store, PURPOSE, here.now, owner=owner):
            handed.withdraw(store, PURPOSE, record.id)
    flash(here._("Die Links von „{name}“ gelten nicht mehr.", name=actor.fields["name"]), "success")
    return redirect(f"/{here.lang}/survey/actor/{id}", 303)


def made(here: Visit, actor: str) -> str:
    """The address of a new link."""
    token = handed.make(here.services.store, PURPOSE, {}, actor, here.now, LASTS)
    return f"{request.host_url}{here.lang}/answer/{token}"
