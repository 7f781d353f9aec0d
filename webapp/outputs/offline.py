"""The page for places without network: one file that holds everything it needs and asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from markupsafe import Markup

from graph.model.codes import HEADINGS
from webapp.outputs.book import by_letter
from webapp.outputs.take import Taken
from webapp.render import fragment
from webapp.texts import label

_HERE = Path(__file__).parent


def offline_page(found: Taken) -> str:
    """The file's text. It carries a policy that lets only its own style and script run."""
    lang = found.here.lang
    style, script = _part("offline.css"), _part("offline.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    used = {code for entry in found.entries for code in entry.headings}
    page = fragment(
        "outputs/offline.html",
        lang,
        taken=found,
        sections=by_letter(found.entries, lang),
        headings=[(code, label(names, lang)) for code, names in HEADINGS.items() if code in used],
        style=Markup(style),  # our own files, not what anybody typed
        script=Markup(script),
        policy=policy,
    )
    return str(page)


@cache
def _part(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
