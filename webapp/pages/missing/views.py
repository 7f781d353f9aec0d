"""What is missing: the gap matrix, a topic from close by, and a field of which nothing is known."""

from __future__ import annotations

from flask import Blueprint, request

from webapp.access import Permission, needs
from webapp.pages.missing import field, overview, topics
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("missing", __name__)


@pages.get("/missing")
@needs(Permission.READ)
def missing() -> str:
    """Topic by area, the largest gaps, and how far each topic reaches."""
    return page("missing/missing.html", **overview.context(visit(), request.args))


@pages.get("/missing/<id>")
@needs(Permission.READ)
def topic(id: str) -> str:
    """One topic: who is reached, why others are not, where one place more would help."""
    return page("missing/topic.html", **topics.context(visit(), id, request.args))


@pages.get("/missing/<id>/<area>")
@needs(Permission.READ)
def cell(id: str, area: str) -> str:
    """One topic in one area: what is known, and whom to ask."""
    return page("missing/field.html", **field.context(visit(), id, area, request.args))
