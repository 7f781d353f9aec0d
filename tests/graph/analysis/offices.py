"""A county with two towns and an office that shares out surnames: for tests of who is responsible."""

from __future__ import annotations

from typing import Any

from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network


def entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def contact(id: str, **fields: Any) -> Entry:
    return entry("contact", id, **{"function": id, "actor": "office", "phones": ["+4930231251"], **fields})


GROUND = (
    entry("area", "county", name="Burgenlandkreis", level="county", ars="15084"),
    entry("area", "zeitz", name="Zeitz", parent="county"),
    entry("area", "naumburg", name="Naumburg", parent="county"),
    entry("topic", "money", name="Leistungen", heading="money"),
    entry("topic", "benefits", name="Asylbewerberleistungen", heading="money", parent="money"),
    entry("topic", "housing", name="Wohnen", heading="housing"),
    entry("actor", "county-office", name="Kreisverwaltung", phones=["+493023125100"]),
    entry("actor", "office", name="Leistungsstelle", parent="county-office", areas=["naumburg"],
          hours="Mo 09:00-12:00"),
    entry(
        "service", "asylum-benefits", name="Grundleistungen", provider="office", topics=["benefits"], areas=["county"],
        statuses=["toleration"],
    ),
)  # fmt: skip


def network(*more: Entry) -> Network:
    return Network([*GROUND, *more])
