"""Registers the routes of this area."""

from __future__ import annotations

from webapp.pages.entries import deleting, editing, erasing, listing
from webapp.pages.entries.blueprint import pages

__all__ = ["deleting", "editing", "erasing", "listing", "pages"]
