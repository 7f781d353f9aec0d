"""For whom a visitor may answer: a partner for the own actor, coordination for all."""

from __future__ import annotations

from graph.model.changes import Entry, EntryId
from graph.model.errors import Denied, Missing
from webapp.access import Permission
from webapp.visit import Visit


def own_actors(here: Visit) -> list[EntryId]:
    """The actors that this account speaks for."""
    actors = here.whole.of_kind("actor")
    return list(dict.fromkeys(EntryId(grant.actor) for grant in here.grants if grant.actor in actors))


def spoken_for(here: Visit, id: str) -> Entry:
    """The actor, when this visitor may answer for it. Raises Missing, Denied."""
    entry = here.whole.entry(id)
    if entry.kind != "actor":
        raise Missing("entry", id)
    if not here.may(Permission.EDIT) and id not in own_actors(here):
        raise Denied(Permission.ANSWER)
    return entry
