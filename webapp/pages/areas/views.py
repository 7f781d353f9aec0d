"""The pages of areas."""

from __future__ import annotations

from flask import Blueprint

from webapp.access import Permission, needs
from webapp.pages.areas.context import area_context, areas_context
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("areas", __name__)


@pages.get("/areas")
@needs(Permission.READ)
def areas() -> str:
    """All areas."""
    return page("areas/areas.html", **areas_context(visit()))


@pages.get("/area/<id>")
@needs(Permission.READ)
def area(id: str) -> str:
    """Who is in an area or serves it."""
    return page("areas/area.html", **area_context(visit(), id))
