"""The results page."""

from __future__ import annotations

from flask import Blueprint, request

from webapp.access import Permission, needs
from webapp.pages.outputs.menu import take_url, ways
from webapp.pages.search.context import context
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("search", __name__)


@pages.get("/search")
@needs(Permission.READ)
def results() -> str:
    """Actors that fit words and filters."""
    here = visit()
    found = context(here, request.args)
    wish = found["wish"]
    return page("search/results.html", **found, ways_to_take=ways(here, wish), take_url=take_url(here, wish))
