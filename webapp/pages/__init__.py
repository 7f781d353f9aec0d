"""The pages, one folder an area: views, forms and what they read."""

from __future__ import annotations

import importlib
import pkgutil

from flask import Flask


def register(app: Flask) -> None:
    """Register the blueprint `pages` of every folder here, under the address of each language."""
    for found in sorted(m.name for m in pkgutil.iter_modules(__path__) if m.ispkg):
        views = importlib.import_module(f"{__name__}.{found}.views")
        app.register_blueprint(views.pages, url_prefix="/<lang:lang>")
