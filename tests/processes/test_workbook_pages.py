"""The workbook by the pages alone: template out, filled in; network out, changed, in; undone."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest

from graph.model.canonical import entries_hash
from graph.operations.seed import seed
from tests.webapp.conftest import Place
from tests.webapp.doing import working
from tests.webapp.importing import Importing
from webapp.access import Role

Book = Any


@pytest.fixture
def importing(place: Place) -> Iterator[Importing]:
    seed(place.services.store, place.now)
    place.put("actor", "amt", name="=Amt", phones=["+493023125123"], note="+intern")
    place.put("service", "rat", name="Rat", provider="amt", topics=["topic-debt"])
    with working(place.services):
        yield Importing(place=place, visitor=place.visitor(Role.COORDINATOR))


def exported(importing: Importing) -> Book:
    answer = importing.visitor.post("/de/export", follow_redirects=True)
    assert "Knotenpunkt-Netzwerk 2026-11-23.xlsx" in answer.headers["Content-Disposition"]
    return openpyxl.load_workbook(io.BytesIO(answer.data))


def upload(importing: Importing, book: Book, name: str = "mappe.xlsx") -> Any:
    out = io.BytesIO()
    book.save(out)
    return importing.upload(out.getvalue(), name)


def cell(book: Book, sheet: str, row: int, heading: str) -> Any:
    headings = [each.value for each in book[sheet][1]]
    return book[sheet].cell(row, headings.index(heading) + 1)


def state(importing: Importing) -> str:
    return entries_hash(importing.place.services.live.refresh().entries())


def test_an_export_uploaded_again_changes_nothing(importing: Importing) -> None:
    preview = upload(importing, exported(importing))
    assert "Alles steht schon so im Netzwerk." in preview.text


def test_what_is_changed_in_an_export_is_one_change_that_undo_takes_back(importing: Importing) -> None:
    before, book = state(importing), exported(importing)
    cell(book, "Akteure", 2, "Kurzname").value = "+A"
    cell(book, "Angebote", 2, "Themen").value = None
    preview = upload(importing, book)
    assert "Akteure" in preview.text and "Wird geleert: Die Zelle ist leer." in preview.text
    done = importing.send(preview, "/apply")
    network = importing.place.services.live.refresh()
    assert network.entry("amt").fields["short_name"] == "+A"
    assert "topics" not in network.entry("rat").fields
    importing.send(done, "/undo")
    assert state(importing) == before


def test_what_changed_here_since_the_export_is_kept(importing: Importing) -> None:
    book = exported(importing)
    importing.place._write(_renamed(importing.place, "amt", "Amt für alle"))
    cell(book, "Akteure", 2, "Kurzname").value = "AfA"
    importing.send(upload(importing, book), "/apply")
    fields = importing.place.services.live.refresh().entry("amt").fields
    assert (fields["name"], fields["short_name"]) == ("Amt für alle", "AfA")


def test_the_template_is_filled_and_read_twice(importing: Importing) -> None:
    answer = importing.visitor.get("/de/import/template.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    assert b"+intern" not in answer.data
    for heading, text in (("Schlüssel", "1"), ("Name", "Verein"), ("Sektor", "Zivilgesellschaft")):
        cell(book, "Akteure", 2, heading).value = text
    for heading, text in (
        ("Schlüssel", "a"),
        ("Angebot", "Café"),
        ("Anbieter", "1"),
        ("Einheit der Kapazität", "Kisten"),
    ):
        cell(book, "Angebote", 2, heading).value = text
    preview = upload(importing, book)
    assert "„Kisten“ steht nicht zur Auswahl." in preview.text
    importing.send(preview, "/apply")
    assert importing.names("service") == {"Rat", "Café"}
    assert "Alles steht schon so im Netzwerk." in upload(importing, book).text


def test_an_empty_template_says_so(importing: Importing) -> None:
    answer = importing.visitor.get("/de/import/template.xlsx")
    page = importing.upload(answer.data, "Vorlage.xlsx")
    assert page.status_code == 422
    assert "in keinem Blatt steht eine Zeile" in page.text


def test_an_export_is_for_who_asked_for_it_and_for_an_hour(importing: Importing) -> None:
    address = importing.visitor.post("/de/export").headers["Location"]
    other = importing.place.visitor(Role.COORDINATOR)
    assert other.get(address).status_code == 404
    assert "Die Arbeitsmappe ist fertig" in importing.visitor.get(address.removesuffix("/file")).text


def _renamed(place: Place, id: str, name: str) -> Any:
    from graph.model.changes import Change

    entry = place.services.live.refresh().entry(id)
    return Change(kind=entry.kind, id=entry.id, before={"name": entry.fields["name"]}, after={"name": name})
