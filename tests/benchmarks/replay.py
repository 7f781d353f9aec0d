"""A page's own template filled with constants: what is left of a request when nothing is looked up.

A request is watched once: every template it renders, with all it is given. The constant side renders those again, in
their order, with the very values of that time: cold, with nothing remembered, every part and then the page; warm, the
page alone, its parts being finished text, as in the application's own memory. Both sides pass the same gate.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from flask import Flask
from jinja2 import Template

from webapp.access import Permission, needs

PATH = "/de/constant"


@dataclass(kw_only=True)
class Watched:
    """The renderings of one request, parts first, the page last."""

    rendered: list[tuple[Template, dict[str, Any]]] = field(default_factory=list)

    def page(self) -> str:
        """The page with its parts as finished text."""
        template, given = self.rendered[-1]
        return template.render(**given)

    def parts_and_page(self) -> str:
        """Every part, then the page."""
        for template, given in self.rendered[:-1]:
            template.render(**given)
        return self.page()


class Constant:
    """One route of an application that answers with whatever is put in its place."""

    def __init__(self, app: Flask) -> None:
        self.answer: Callable[[], str] = str

        @needs(Permission.READ)
        def constant() -> str:
            return self.answer()

        app.add_url_rule("/<lang:lang>/constant", "constant", constant)


@contextmanager
def watching() -> Iterator[Watched]:
    """Watch what a request renders; parts that templates include or extend belong to their template."""
    watched, render = Watched(), Template.render

    def rendering(template: Template, *args: Any, **given: Any) -> str:
        watched.rendered.append((template, given))
        return render(template, *args, **given)

    with patch.object(Template, "render", rendering):
        yield watched
