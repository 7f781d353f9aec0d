"""Whoever speaks for an actor reads what belongs to it whole, by id: its services, its contacts, its places."""

from __future__ import annotations

from graph.model.changes import EntryId
from graph.model.fields import Audience
from graph.network import Network

_BELONGING = {"service": "provider", "contact": "actor"}
"""Kind → the field that names the actor it belongs to."""


def belongs_to(whole: Network, id: str, actor: str) -> bool:
    """Whether an entry is this actor, or one of its services or contacts."""
    entry = whole.find(id)
    if entry is None:
        return False
    return entry.id == actor or bool(actor) and entry.fields.get(_BELONGING.get(entry.kind, "")) == actor


def owned(whole: Network, audience: Audience, actor: EntryId) -> Network:
    """What an audience sees, with all that belongs to one actor as it stands. Keep it by `whole.memo`.

    One copy of the audience's tables; a link to what the audience may not see is left out, as everywhere.
    """
    own = [actor, *(e.id for name, field in _BELONGING.items() for e in whole.linking(actor, name, field))]
    places = [place.id for id in own for place in whole.linked(id, "places")]
    return whole.seen_by(audience).with_whole(whole, dict.fromkeys([*own, *places]))
