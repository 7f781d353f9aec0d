"""Registers the routes of this area."""

from __future__ import annotations

from webapp.pages.survey import answering, entering, handing, overview, sheets, tasks, without_account
from webapp.pages.survey.blueprint import pages

__all__ = ["answering", "entering", "handing", "overview", "pages", "sheets", "tasks", "without_account"]
