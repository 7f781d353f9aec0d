"""The workbook of a search holds what was found and what belongs to it, and nothing its taker may not see."""

from __future__ import annotations

import io
import zipfile

import pytest
from openpyxl import load_workbook

from tests.processes.test_canary import found
from tests.webapp.conftest import Place
from tests.webapp.outputs import canaries
from webapp.access import AUDIENCES, Role


def names(content: bytes, sheet: str) -> set[str]:
    rows = load_workbook(io.BytesIO(content))[sheet].iter_rows(values_only=True)
    return {str(cell) for row in rows for cell in row if cell}


@pytest.mark.parametrize("role", [Role.ANYONE, Role.COUNCIL, Role.PARTNER])
def test_no_byte_of_a_workbook_holds_a_canary(place: Place, role: Role) -> None:
    canaries.fill(place)
    content = place.visitor(role).get("/de/take/workbook.xlsx?for=coordination").data
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        said = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    assert "Offene Beratung" in said and found("workbook", said, AUDIENCES[role]) == []


def test_a_search_takes_along_what_belongs_to_what_it_found(place: Place) -> None:
    place.put("topic", "t", name="Schulden", heading="money")
    for id, name in (("a", "Tafel"), ("b", "=1+1"), ("c", "Verein")):
        place.put("actor", id, name=name, phones=["+4934411230"])
    place.put("service", "s", name="Essen", provider="a", topics=["t"])
    place.put("contact", "k", function="Leitung", actor="b")
    place.put("referral", "r", sender="a", receiver="c")
    content = place.visitor().get("/de/take/workbook.xlsx?heading=money").data
    assert "Tafel" in names(content, "Akteure") and not {"Verein", "=1+1"} & names(content, "Akteure")
    assert "Essen" in names(content, "Angebote") and "Schulden" in names(content, "Themen")
    guide = " ".join(names(content, "Anleitung"))
    assert "Das ist ein Teil des Netzwerks" in guide and "Geld und Leistungen" in guide
    assert "Nicht enthalten" not in guide
    whole = load_workbook(io.BytesIO(place.visitor().get("/de/take/workbook.xlsx").data))["Akteure"]
    cells = {str(cell.value): cell.data_type for row in whole.iter_rows() for cell in row}
    assert cells["=1+1"] == "s"


def test_its_first_sheet_says_what_it_is_and_how_much_is_left_out(place: Place) -> None:
    place.put("actor", "a", name="Tafel")
    place.put("contact", "k", function="Leitung", actor="a", audience="coordination")
    guide = names(place.visitor().get("/de/take/workbook.xlsx").data, "Anleitung")
    assert "Nicht enthalten: 1 Kontakt, weil das nicht öffentlich ist." in guide
