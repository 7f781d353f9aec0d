"""The generated networks that all suites measure with are sound, and like the real list."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from graph.analysis.locate import Locator
from graph.model.changes import Entry
from graph.model.checks import check
from graph.model.clean import clean, missing
from graph.model.schema import references
from graph.network import Network
from tests.generator import as_table, generate

REAL = Path("importers/samples/rems_murr/anlaufstellen_rems_murr.csv")


@cache
def network() -> list[Entry]:
    return generate(130)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_one_seed_makes_one_network_and_another_another() -> None:
    assert generate(40) == generate(40)
    assert generate(40) != generate(40, seed=2)


def test_every_link_leads_somewhere() -> None:
    ids = {entry.id for entry in network()}
    assert len(ids) == len(network())
    assert all(target in ids for e in network() for _, target in references(e.kind, e.fields))


def test_every_entry_holds_what_its_kind_demands() -> None:
    assert not [fault for e in network() for fault in (*missing(e.kind, e.fields), *check(e.kind, e.fields))]


def test_places_lie_in_the_areas_they_name() -> None:
    locator = Locator(Network(network()))
    placed = [e.fields for e in network() if e.kind == "place" and "latitude" in e.fields]
    assert all(locator.locate(place).area == place["area"] for place in placed)


def test_an_address_of_the_list_leads_to_its_area() -> None:
    locator = Locator(Network(network()))
    addresses = [{k: v for k, v in e.fields.items() if k != "latitude"} for e in network() if e.kind == "place"]
    assert all(locator.locate(address).area == address["area"] for address in addresses)


def test_cells_of_the_list_are_read_as_what_they_were_made_from() -> None:
    actors = {e.fields["name"]: e.fields for e in network() if e.kind == "actor"}
    for row in rows(as_table(network())):
        known = actors[row["Einrichtung"]]
        read = clean("actor", {"phones": row["Telefon"], "mails": row["E-Mail"], "hours": row["Öffnungszeiten"]}).fields
        for name in ("phones", "mails", "hours", "hours_text"):
            assert read.get(name) == known.get(name), row


@pytest.mark.parametrize("column", ["Einrichtung", "Seite", "Telefon", "E-Mail", "Internet", "Öffnungszeiten"])
def test_the_columns_are_filled_as_often_and_as_long_as_in_the_real_list(column: str) -> None:
    real = [row[column] for row in rows(REAL.read_bytes())]
    made = [row[column] for row in rows(as_table(network()))]
    assert _share(made) == pytest.approx(_share(real), abs=0.13)
    assert median(map(len, filter(None, made))) == pytest.approx(median(map(len, filter(None, real))), rel=0.35)


def _share(cells: list[str]) -> float:
    return sum(map(bool, cells)) / len(cells)
