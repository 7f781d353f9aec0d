"""Whom to ring up: an actor's own numbers, else those of its services and contacts, with whose they are."""

from __future__ import annotations

from graph.model.changes import Entry
from graph.network import Network, name_of
from webapp.shown.reach import Link, phone_links

MOST = 4
"""Numbers of others that are shown where an actor has none of its own."""

Number = tuple[str, Link]
"""(whose, link); whose is "" for the actor itself."""


def numbers(network: Network, actor: Entry, lang: str) -> list[Number]:
    """What this audience may dial to reach an actor."""
    own = [("", link) for link in phone_links(actor.fields, lang)]
    others = (*network.linking(actor.id, "service", "provider"), *network.linking(actor.id, "contact", "actor"))
    theirs = [(name_of(network, each.id, lang), link) for each in others for link in phone_links(each.fields, lang)]
    return own or theirs[:MOST]
