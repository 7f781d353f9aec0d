"""The first page."""

from __future__ import annotations

from flask import Blueprint

from webapp.access import Permission, needs
from webapp.pages.start.context import context
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("start", __name__)


@pages.get("/")
@needs(Permission.READ)
def start() -> str:
    """One field, ten headings."""
    return page("start/start.html", **context(visit()))
