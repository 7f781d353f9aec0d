"""The page of a question, and what is missing in the answers."""

from __future__ import annotations

from flask import Blueprint, request

from webapp.access import Permission, needs
from webapp.pages.responsible.context import context
from webapp.pages.responsible.lacking import lacking
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("responsible", __name__)


@pages.get("/responsible")
@needs(Permission.READ)
def responsible() -> str:
    """Who handles surnames with M in Zeitz, benefits, today?"""
    return page("responsible/page.html", **context(visit(), request.args))


@pages.get("/responsible/gaps")
@needs(Permission.EDIT)
def gaps() -> str:
    """Letters nobody or two are named for, letters that can't be read, absences without anybody standing in."""
    return page("responsible/gaps.html", **lacking(visit()))
