"""The history."""

from __future__ import annotations

from flask import Blueprint

pages = Blueprint("history", __name__)
