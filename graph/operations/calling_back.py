"""Contacts who call back through their organisation: the public learns that there are any, and nothing else of them."""

from __future__ import annotations

from graph.network import Network


def calls_back(whole: Network, actor: str) -> bool:
    """Whether somebody at this actor is reached only by a call back, so that its own number stands in their place."""
    return any(contact.fields.get("audience") == "callback" for contact in whole.linking(actor, "contact", "actor"))
