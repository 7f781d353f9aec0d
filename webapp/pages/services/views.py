"""The page of a service."""

from __future__ import annotations

from flask import Blueprint

from webapp.access import Permission, needs
from webapp.pages.services.context import context
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("services", __name__)


@pages.get("/service/<id>")
@needs(Permission.READ)
def service(id: str) -> str:
    """What is offered, by whom, for whom, where and when."""
    return page("services/service.html", **context(visit(), id))
