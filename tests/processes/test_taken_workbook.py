"""The workbook of a search holds what was found and what belongs to it, and nothing its taker may not see."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import load_workbook

from graph.model.changes import Change, EntryId, Kind, OpId
from graph.model.codes import CODE_LISTS
from graph.network import Network
from graph.operations import edit
from tests.processes.test_canary import found
from tests.webapp.conftest import Place
from tests.webapp.doing import working
from tests.webapp.importing import Importing
from tests.webapp.outputs import canaries
from webapp.access import AUDIENCES, Role

Book = Any
PERSON = {
    "function": "Leitung",
    "person": "Zoraida Quimperle",
    "basis": next(iter(CODE_LISTS["bases"])),
    "source": "Liste",
    "review_by": "2027-05-01",
}


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


@pytest.fixture
def importing(place: Place) -> Iterator[Importing]:
    with working(place.services):
        yield Importing(place=place, visitor=place.visitor(Role.COORDINATOR))


def cell(book: Book, sheet: str, key: str, heading: str) -> Any:
    rows = list(book[sheet].iter_rows())
    (row,) = (row for row in rows if row[0].value == key)
    return row[[each.value for each in rows[0]].index(heading)]


def forge(book: Book, what: str, text: str) -> None:
    """Change what the hidden sheet says."""
    for row in book["Knotenpunkt"].iter_rows():
        if row[0].value == what:
            row[1].value = text


def erase(place: Place, id: str, *fields: str) -> None:
    fields_of = place.services.live.refresh().entry(EntryId(id)).fields
    before = {name: fields_of.get(name) for name in fields}
    place._write(Change(kind=Kind("contact"), id=EntryId(id), before=before, after=dict.fromkeys(fields)))
    place.services.store.erase([(EntryId(id), name) for name in fields], OpId("e" * 32), place.now)


def taken(place: Place) -> Book:
    content = place.visitor(Role.PARTNER, actor="a").get("/de/take/workbook.xlsx").data
    return load_workbook(io.BytesIO(content))


def given_back(importing: Importing, book: Book) -> tuple[str, Network]:
    """The preview's text and the network after a coordinator took the file in."""
    out = io.BytesIO()
    book.save(out)
    preview = importing.upload(out.getvalue(), "Mappe.xlsx")
    if '/apply"' in preview.text:
        importing.send(preview, "/apply")
    return preview.text, importing.place.services.live.refresh()


def fill_stale(place: Place) -> None:
    place.put("actor", "a", name="Amt", phones=["+493023125123"], mails=["alt@example.org"])
    place.put("actor", "b", name="Verein")
    place.put("actor", "h", name="Geheim", audience="coordination")
    place.put("group", "g", name="AG", members=["a", "b", "h"])
    place.put("contact", "c", actor="a", audience="network", mobiles=["+491713920012"], **PERSON)
    place.put("contact", "d", actor="b", audience="network", **PERSON)
    place.put("contact", "o", actor="b", audience="network", **{**PERSON, "review_by": "2026-05-01"})


def go_on(place: Place) -> None:
    """What happens here while a partner has the file."""
    before, after = {"phones": ["+493023125123"]}, {"phones": ["+493023125999"]}
    place._write(Change(kind=Kind("actor"), id=EntryId("a"), before=before, after=after))
    erase(place, "c", "person", "source", "mobiles")
    place._write(edit.delete(place.services.live.refresh(), EntryId("d"))[0])


@pytest.mark.parametrize("proven", [True, False])
def test_a_file_taken_away_and_brought_back_changes_what_was_edited_in_it_and_nothing_else(
    place: Place, importing: Importing, proven: bool
) -> None:
    fill_stale(place)
    book = taken(place)
    go_on(place)
    before = place.services.live.refresh()
    cell(book, "Akteure", "a", "Kurzname").value = "AMT"

    if not proven:
        forge(book, "Vorgang", "")
    _, after = given_back(importing, book)
    assert {e.id for e in after.entries()} == {e.id for e in before.entries()}
    changed = [e for e in after.entries() if e.fields != before.entry(e.id).fields]
    assert [(e.id, {**before.entry(e.id).fields, "short_name": "AMT"}) for e in changed] == [("a", changed[0].fields)]


def test_what_was_edited_in_a_file_that_is_proven_counts_also_where_something_stands(
    place: Place, importing: Importing
) -> None:
    fill_stale(place)
    book = taken(place)
    go_on(place)
    cell(book, "Akteure", "a", "Name").value = "Amt für alle"
    cell(book, "Akteure", "a", "E-Mail").value = None
    cell(book, "Arbeitsgruppen", "g", "Mitglieder").value = "Amt"
    text, after = given_back(importing, book)
    assert "Wird geleert" in text
    fields = after.entry(EntryId("a")).fields
    assert (fields["name"], fields["phones"], "mails" in fields) == ("Amt für alle", ["+493023125999"], False)
    assert after.entry(EntryId("g")).fields["members"] == ["a", "h"]


def test_the_word_coordination_in_the_file_empties_nothing(place: Place, importing: Importing) -> None:
    place.put("actor", "a", name="Amt", note="intern", about="Text")
    book = taken(place)
    sheet = book["Akteure"]
    sheet.cell(1, sheet.max_column + 1).value = "Interner Vermerk"
    forge(book, "Sichtbarkeit", "coordination")
    assert given_back(importing, book)[1].entry(EntryId("a")).fields["note"] == "intern"


def test_keys_forged_into_the_hidden_sheet_make_nobody_public(place: Place, importing: Importing) -> None:
    place.put("actor", "a", name="Amt")
    book = taken(place)
    headings = [each.value for each in book["Kontakte"][1]]
    said = {"Schlüssel": "neu1", "Funktion": "Leitung", "Akteur": "a", "Name der Person": PERSON["person"]}
    for heading, text in {**said, "Rechtsgrundlage": PERSON["basis"], "Quelle": "L"}.items():
        book["Kontakte"].cell(2, headings.index(heading) + 1).value = text
    book["Knotenpunkt"].append(["Schlüssel", "neu1"])
    text, after = given_back(importing, book)
    (made,) = after.of_kind("contact").values()
    assert made.fields["audience"] == "coordination" and "sichtbar nur für die Koordination" in text


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
