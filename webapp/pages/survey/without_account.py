"""The survey for who holds a link: one actor's own answers over the public names, and nothing else.

No cookie is set, nothing is told of what others said, and what does not open anything is counted by address.
"""

from __future__ import annotations

from flask import make_response, request
from werkzeug.utils import redirect
from werkzeug.wrappers import Response

from graph.model.changes import Entry, Record
from graph.model.fields import Audience
from webapp import handed, merged
from webapp.access import Permission, needs
from webapp.accounts import throttle
from webapp.pages.entries.saving import op_of
from webapp.pages.survey.answering import FORM_BYTES, FORM_PARTS, roster
from webapp.pages.survey.blueprint import pages
from webapp.pages.survey.handing import PURPOSE
from webapp.render import page
from webapp.survey import ticks
from webapp.survey.answering import submit
from webapp.visit import Visit, visit

ANSWERS = 30
"""So often one link may be answered with in a quarter of an hour."""

Answer = Response | tuple[str, int]


@pages.get("/answer/<token>")
@needs(Permission.READ)
def ask(token: str) -> Answer:
    """The roster for the actor that the link was made for."""
    here = visit()
    found = _opened(here, token)
    if found is None:
        return handed.nothing(here)
    public = here.whole.seen_by(Audience.PUBLIC)
    answer = make_response(
        page(
            "survey/form_handed.html",
            name=str(public.entry(found.id).fields["name"]) if found.id in public else here._("Ihre Stelle"),
            action=f"/{here.lang}/answer/{token}",
            op=here.services.op(),
            done="done" in request.args,
            noindex=True,
            **roster(here, public, found.id, own_only=True),
        )
    )
    return _unkept(answer)


@pages.post("/answer/<token>")
@needs(Permission.READ)
def take(token: str) -> Answer:
    """Take the answer as that side's word."""
    here = visit()
    request.max_form_parts, request.max_content_length = FORM_PARTS, FORM_BYTES
    found = _opened(here, token)
    if found is None:
        return handed.nothing(here)
    until = throttle.counted(here.services.store, "survey", handed.hashed(token), ANSWERS, here.now)
    if until:
        return handed.too_often(here)
    public = here.whole.seen_by(Audience.PUBLIC)
    submit(here, ticks.typed(request.form, public, found.id), "link", op_of(here, request.form))
    return _unkept(redirect(f"/{here.lang}/answer/{token}?done", 303))


def _opened(here: Visit, token: str) -> Entry | None:
    record: Record | None = handed.find(here.services.store, PURPOSE, token, here.now)
    actor = here.whole.find(merged.now(here.services.store, here.whole, record.owner)) if record else None
    return actor if actor is not None and actor.kind == "actor" else None


def _unkept(answer: Response) -> Response:
    answer.headers["Cache-Control"] = "no-store"
    return answer
