"""Entries noted to be looked at, with a button that strikes them off."""

from __future__ import annotations

from datetime import datetime

from flask import redirect
from werkzeug.wrappers import Response

from graph.model.schema import kind
from graph.network import called
from webapp import reviews
from webapp.access import Permission, needs
from webapp.pages.merging.blueprint import pages
from webapp.render import page
from webapp.texts import label
from webapp.visit import visit


@pages.get("/reviews")
@needs(Permission.EDIT)
def to_review() -> str:
    """What is to be looked at, the oldest first."""
    here = visit()
    rows = [
        (each, entry, label(kind(entry.kind).label, here.lang), called(here.whole, entry, here.lang))
        for each in reviews.waiting(here.services.store)
        if (entry := here.whole.find(each.entry))
    ]
    return page("merging/reviews.html", rows=[(e, n, k, t, datetime.fromisoformat(e.at)) for e, n, k, t in rows])


@pages.post("/reviews/<id>")
@needs(Permission.EDIT)
def looked_at(id: str) -> Response:
    """Strike one off; the entry stays as it is."""
    here = visit()
    reviews.done(here.services.store, id)
    return redirect(f"/{here.lang}/reviews", 303)
