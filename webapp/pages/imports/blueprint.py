"""The area's one blueprint; each module here adds its routes to it. In a demo nothing is taken in."""

from __future__ import annotations

from flask import Blueprint, request

from webapp.render import page
from webapp.visit import visit

pages = Blueprint("imports", __name__)


@pages.before_request
def _no_uploads_into_the_demo() -> tuple[str, int] | None:
    """Everyone who tries the demo shares it, so nobody's lists go in."""
    if visit().services.config.mode != "demo":
        return None
    return page("imports/demo.html"), 200 if request.method == "GET" else 403
