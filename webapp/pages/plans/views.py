"""The planning pages, gathered for registration."""

from __future__ import annotations

from webapp.pages.plans import ending, every, measures, moving, one, proposed, taking
from webapp.pages.plans.blueprint import pages

__all__ = ["ending", "every", "measures", "moving", "one", "pages", "proposed", "taking"]
