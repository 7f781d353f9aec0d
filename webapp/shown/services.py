"""A service as a line of its provider's page, and what it says for whom."""

from __future__ import annotations

from typing import NamedTuple

from graph.model.changes import Entry
from graph.model.codes import CHANNELS, STATUSES, TARGET_GROUPS, Codes
from graph.network import Network, name_of
from webapp.texts import german, label, translator

Named = tuple[str, str]
"""(address, name)"""


class Offer(NamedTuple):
    """One service in a list."""

    id: str
    name: str
    topics: list[Named]
    about: str
    facts: list[Named]


def offers(network: Network, actor: str, lang: str) -> list[Offer]:
    """An actor's services."""
    return [
        Offer(s.id, s.fields["name"], topic_links(network, s, lang), s.fields.get("about", ""), facts(network, s, lang))
        for s in network.linking(actor, "service", "provider")
    ]


def topic_links(network: Network, service: Entry, lang: str) -> list[Named]:
    """The topics of a service, each leading to everyone who helps with it."""
    return [
        (f"/{lang}/search?topic={topic}", name_of(network, topic, lang)) for topic in service.fields.get("topics", ())
    ]


def facts(network: Network, service: Entry, lang: str) -> list[Named]:
    """(label, text) of whom it is for, how it works and what it costs."""
    _, fields = translator(lang), service.fields
    said = [
        (_("Für"), _codes(fields.get("target_groups", ()), TARGET_GROUPS, lang)),
        (_("Aufenthaltsstatus"), _codes(fields.get("statuses", ()), STATUSES, lang)),
        (_("Kontaktweg"), _codes(fields.get("channels", ()), CHANNELS, lang)),
        (_("Zuständig für"), ", ".join(name_of(network, area, lang) for area in fields.get("areas", ()))),
        (_("Mitzubringen"), german(fields.get("documents", ""), lang)),
        (_("Kosten"), german(fields.get("cost", ""), lang)),
    ]
    return [(title, text) for title, text in said if text]


def _codes(values: list[str], codes: Codes, lang: str) -> str:
    return ", ".join(label(codes[value], lang) for value in values if value in codes)
