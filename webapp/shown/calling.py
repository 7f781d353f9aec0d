"""Whom to call: what the panel at the top of a page needs, of an actor or a service."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graph.model.changes import Fields
from webapp.shown import hours, reach


def reached(fields: Fields, land: str | None, lang: str, minute: datetime) -> dict[str, Any]:
    """How somebody is reached, and whether at this minute of local time."""
    return {
        "phones": reach.phone_links(fields, lang),
        "mails": reach.mail_links(fields),
        "sites": reach.web_links(fields),
        "now": hours.now(fields, minute, land, lang),
        "by_appointment": bool(fields.get("by_appointment")),
    }
