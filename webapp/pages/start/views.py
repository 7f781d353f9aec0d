"""The first page."""

from __future__ import annotations

from flask import Blueprint

from webapp.access import Permission, needs
from webapp.render import page

pages = Blueprint("start", __name__)


@pages.get("/")
@needs(Permission.READ)
def start() -> str:
    """One field, ten headings."""
    return page("start.html")
