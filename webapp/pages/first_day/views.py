"""The sheet for somebody's first day."""

from __future__ import annotations

from flask import Blueprint

from webapp.access import Permission, needs
from webapp.pages.first_day.context import context
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("first_day", __name__)


@pages.get("/actor/<id>/first-day")
@needs(Permission.INSIDE)
def first_day(id: str) -> str:
    """Duties, contacts, open items of an actor, on two pages of paper."""
    return page("first_day/sheet.html", noindex=True, **context(visit(), id))
