"""Grants in words, and the lists a grant is chosen from."""

from __future__ import annotations

from graph.network import Network, name_of
from webapp.access import LIMITED_BY, ROLE_LABELS, Grant
from webapp.texts import label


def shown(grant: Grant, network: Network, lang: str) -> str:
    """A grant in words: "Partner: Diakonie Backnang"."""
    limit = grant.actor or grant.area
    gone = {"de": "gelöschter Eintrag", "en": "deleted entry"}[lang]
    role = label(ROLE_LABELS[grant.role], lang)
    return f"{role}: {name_of(network, limit, lang) or gone}" if limit else role


def roles(lang: str) -> list[tuple[str, str]]:
    """The roles that can be granted."""
    return [(role.value, label(ROLE_LABELS[role], lang)) for role in LIMITED_BY]


def entries(network: Network, kind: str, lang: str) -> list[tuple[str, str]]:
    """(id, name) of every entry of a kind, by name."""
    found = [(id, name_of(network, id, lang)) for id in network.of_kind(kind)]
    return sorted(found, key=lambda pair: pair[1].casefold())
