"""The page of an actor."""

from __future__ import annotations

from flask import Blueprint

from webapp.access import Permission, needs
from webapp.pages.actors.context import context
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("actors", __name__)


@pages.get("/actor/<id>")
@needs(Permission.READ)
def actor(id: str) -> str:
    """Who, what for, where, when, languages, whom to call, and who is near."""
    return page("actors/actor.html", **context(visit(), id))
