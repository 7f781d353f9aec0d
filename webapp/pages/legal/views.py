"""About, privacy, accessibility."""

from __future__ import annotations

from flask import Blueprint

from graph.model.errors import Unavailable
from webapp.access import Permission, needs
from webapp.render import attributions, page
from webapp.visit import visit

pages = Blueprint("legal", __name__)


@pages.get("/about")
@needs(Permission.READ)
def about() -> str:
    """What Knotenpunkt is, its licence, and whose data it shows."""
    here = visit()
    return page("legal/about.html", sources=here.network.memo_of("source", attributions))


@pages.get("/privacy")
@needs(Permission.READ)
def privacy() -> str:
    """What is kept of whom, for how long."""
    return page("legal/privacy.html", contact=_contact())


@pages.get("/accessibility")
@needs(Permission.READ)
def accessibility() -> str:
    """The accessibility statement."""
    return page("legal/accessibility.html", contact=_contact())


def _contact() -> dict[str, str]:
    """Who answers for this installation: the record "operator" of the settings, where somebody has filled it in."""
    services = visit().services
    try:
        record = services.read_who(("setting", "operator"), lambda: services.store.get("setting", "operator"))
    except Unavailable:
        record = None  # the rest of the page can be read
    stated = record.body if record else {}
    return {name: str(stated.get(name, "")) for name in ("name", "address", "mail", "phone", "privacy_officer")}
