"""Imports of the past, with what takes each back."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from graph.model.changes import OpId
from webapp.imports.record import DONE
from webapp.visit import Visit


class Earlier(NamedTuple):
    """One import that was written."""

    file: str
    source: str
    at: datetime
    new: int
    changed: int
    revision: int


def earlier(here: Visit, limit: int) -> list[Earlier]:
    """The latest imports, newest first."""
    store = here.services.store
    found = []
    for each in store.find(DONE, limit=limit):
        revision = store.applied(OpId(each.body["op"]))
        counts = each.body["counts"]
        at = datetime.fromisoformat(each.body["at"])
        if revision is not None:
            found.append(
                Earlier(each.body["file"], each.body["source"], at, counts["new"], counts["changed"], revision)
            )
    return found
