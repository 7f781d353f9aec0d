"""Messy lists by the pages alone: shipped areas, headings between rows, struck-out rows, address books."""

from __future__ import annotations

import io
from collections.abc import Iterator

import openpyxl
import pytest
from openpyxl.styles import Font

from graph.operations.seed import seed
from tests.webapp.conftest import Place
from tests.webapp.doing import working
from tests.webapp.importing import Importing
from webapp.access import Role

GROUPED = "\r\n".join(
    ("Name;Telefon;Angebot", "Stadt Zeitz;;", "Amt;03441 123451;Beratung", "Hort;03441 123452;Kurs",
     "Tafel;03441 123453;Essen", "Treff;03441 123454;Kaffee")
)  # fmt: skip
CARD = "\r\n".join(
    ("BEGIN:VCARD", "VERSION:3.0", "N:Kaya;Olena;;;", "FN:Olena Kaya", "ORG:Tafel Zeitz", "TEL:03441 1234", "END:VCARD")
)  # fmt: skip


@pytest.fixture
def importing(place: Place) -> Iterator[Importing]:
    seed(place.services.store, place.now)
    with working(place.services):
        yield Importing(place=place, visitor=place.visitor(Role.COORDINATOR))


def struck_book() -> bytes:
    """A workbook whose second row is struck out."""
    workbook = openpyxl.Workbook()
    for row in (["Name", "Telefon"], ["Amt", "03441 123451"], ["Hort", "03441 123452"]):
        workbook.active.append(row)
    for cell in workbook.active[3]:
        cell.font = Font(strike=True)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def test_the_areas_of_a_county_come_in_one_click_and_place_what_stands_beneath_their_names(
    importing: Importing,
) -> None:
    start = importing.visitor.get("/de/import")
    assert "Zuerst die Gebiete</h2>" in start.text
    importing.visitor.post("/de/import/areas/burgenland", follow_redirects=True)
    importing.place.services.live.refresh()
    again = importing.visitor.get("/de/import").text
    assert "Zuerst die Gebiete</h2>" not in again and "Die Gebiete sind eingelesen." in again
    columns = importing.upload(GROUPED)
    _, filled = importing.form(columns, "/columns")
    assert filled["group-text"] == ["Stadt Zeitz"] and filled["group"][0].startswith("area:")
    preview = importing.send(columns, "/columns")
    assert "Gebiet: Zeitz" in preview.text
    importing.send(preview, "/apply")
    network = importing.place.services.live.refresh()
    (zeitz,) = (a.id for a in network.of_kind("area").values() if a.fields["name"] == "Zeitz")
    assert all(actor.fields["areas"] == [zeitz] for actor in network.of_kind("actor").values())


def test_no_areas_are_taken_of_places_that_bring_none(importing: Importing) -> None:
    for code in ("munich", "nowhere"):
        assert importing.visitor.post(f"/de/import/areas/{code}").status_code == 404


def test_a_struck_row_is_listed_and_taken_in_by_one_click(importing: Importing) -> None:
    preview = importing.send(importing.upload(struck_book(), "Liste.xlsx"), "/columns")
    assert "Durchgestrichen." in preview.text and "Eine Zeile ist durchgestrichen." in preview.text
    address, _ = importing.form(preview, "/decide")
    preview = importing.visitor.post(address, data={"struck": "1"}, follow_redirects=True)
    importing.send(preview, "/apply")
    assert importing.names("actor") == {"Amt", "Hort"}


def test_an_address_book_makes_actors_with_contacts(importing: Importing) -> None:
    importing.take_in(CARD, "kontakte.vcf", basis="consent")
    network = importing.place.services.live.refresh()
    (contact,) = network.of_kind("contact").values()
    assert (contact.fields["person"], contact.fields["audience"]) == ("Olena Kaya", "coordination")
    assert importing.names("actor") == {"Tafel Zeitz"}
