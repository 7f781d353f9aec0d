"""A network in which all that not everybody may see carries a canary: a word, number or place found nowhere else.

`HIDDEN_FROM` says whom each must not reach. What is protected reaches nobody by anything that is taken along.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.fields import Audience, Field, Type
from graph.model.schema import kind
from tests.webapp.conftest import Place

# word, part of every telephone number (as dialled), coordinate
COORDINATION = ("zqxkoord", "99917", "48.99917")
NETWORK = ("zqxnetz", "99927", "48.99927")
PROTECTED = ("zqxschutz", "99937", "48.99937")
OVERDUE = ("zqxfrist", "99947", "48.99947")

HIDDEN_FROM: Mapping[Audience, tuple[tuple[str, str, str], ...]] = {
    Audience.PUBLIC: (COORDINATION, NETWORK, PROTECTED, OVERDUE),
    Audience.NETWORK: (COORDINATION, PROTECTED, OVERDUE),
    Audience.COORDINATION: (PROTECTED,),
}
ID = {"zqxkoord": "k", "zqxnetz": "n", "zqxschutz": "p", "zqxfrist": "f"}


def fill(place: Place) -> None:
    """Store it. Ids that begin with "open-" are public."""
    place.put("area", "open-area", name="Zeitz", level="municipality", ars="150840590590")
    place.put("topic", "open-topic", name="Schulden", heading="money")
    place.put("source", "list", name="Liste")
    own = _secrets("actor") | {"phones": ["+4934411230"], "mails": ["offen@example.org"], "areas": ["open-area"]}
    place.put("place", "open-place", **_secrets("place"), street="Offene Gasse", house_number="5", locality="Zeitz")
    exact = {f.name: _value(f, PROTECTED) for f in kind("place").fields if f.exact}
    place.put("place", "shelter", **exact, **_secrets("place"), locality="Zeitz", protected=True)
    place.put("place", "hidden-place", **_filled("place", COORDINATION), audience="coordination")
    places = ["shelter", "hidden-place", "open-place"]
    place.put("actor", "open-actor", name="Offene Beratung", places=places, **own)
    place.put(
        "service",
        "open-service",
        name="Schuldenhilfe",
        provider="open-actor",
        topics=["open-topic"],
        **_secrets("service"),
    )
    for canary, audience in ((COORDINATION, "coordination"), (COORDINATION, "callback"), (NETWORK, "network")):
        _entries(place, canary, audience)
    person = {f.name: _value(f, OVERDUE) for f in kind("contact").fields if f.personal}
    overdue = person | _secrets("contact") | {"function": "Sprechstunde", "review_by": "2026-01-01"}
    place.put("contact", "open-contact", **overdue, actor="open-actor")


def _entries(place: Place, canary: tuple[str, str, str], audience: str) -> None:
    id = f"{ID[canary[0]]}-{audience}"
    place.put("actor", f"actor-{id}", **_filled("actor", canary), audience=audience, areas=["open-area"])
    for owner in ("open-actor", f"actor-{id}"):
        service = _filled("service", canary) | {"provider": owner, "topics": ["open-topic"]}
        place.put("service", f"service-{id}-{owner}", **service, audience=audience)
        contact = _filled("contact", canary) | {"actor": owner}
        place.put("contact", f"contact-{id}-{owner}", **contact, audience=audience)


def _secrets(name: str) -> dict[str, Any]:
    """What of a public entry only coordination sees."""
    return {f.name: _value(f, COORDINATION) for f in kind(name).fields if f.audience is not Audience.PUBLIC}


def _filled(name: str, canary: tuple[str, str, str]) -> dict[str, Any]:
    """Every field of a kind that can carry a canary."""
    found = {field.name: _value(field, canary) for field in kind(name).fields}
    return {name: value for name, value in found.items() if value is not None}


def _value(field: Field, canary: tuple[str, str, str]) -> Any:
    word, digits, number = canary
    values: dict[Type, Any] = {
        Type.TEXT: f"{word} {field.name}",
        Type.PROSE: f"{word} {field.name}",
        Type.TEXTS: [f"{word} {field.name}"],
        Type.PHONES: [f"+4915{digits}{len(field.name):04}"],
        Type.MAILS: [f"{word}.{field.name}@example.org"],
        Type.WEBSITES: [f"https://example.org/{word}"],
        Type.NUMBER: float(number),
        Type.EXTRA: {"Spalte": word},
        Type.ORIGIN: {"list": {"keys": [word], "fields": {}}},
    }
    return values.get(field.type)
