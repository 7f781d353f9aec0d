"""The routes of the link survey."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("survey", __name__)
