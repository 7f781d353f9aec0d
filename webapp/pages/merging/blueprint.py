"""The area's one blueprint; each module here adds its routes to it."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("merging", __name__)
