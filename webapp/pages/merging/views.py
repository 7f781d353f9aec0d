"""Registers the routes of this area."""

from __future__ import annotations

from webapp.pages.merging import duplicates, merging, reviewing, sure
from webapp.pages.merging.blueprint import pages

__all__ = ["duplicates", "merging", "pages", "reviewing", "sure"]
