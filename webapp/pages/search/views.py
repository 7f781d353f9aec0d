"""The results page."""

from __future__ import annotations

from flask import Blueprint, request

from webapp.access import Permission, needs
from webapp.pages.search.context import context
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("search", __name__)


@pages.get("/search")
@needs(Permission.READ)
def results() -> str:
    """Actors that fit words and filters."""
    return page("search/results.html", **context(visit(), request.args))
