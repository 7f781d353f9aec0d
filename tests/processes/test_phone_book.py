"""The phone book as PDF, set by a child process: what people wrote is text, and the file can be read aloud."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from graph.model.fields import Audience
from tests.processes.test_canary import found
from tests.webapp.conftest import Place
from tests.webapp.outputs import canaries
from tests.webapp.outputs.making import entry, function, offered
from webapp.access import AUDIENCES, Role
from webapp.outputs import typesetting
from webapp.outputs.book import ORDERS, PAPERS, Cover, book
from webapp.outputs.listing import Listed, Number

HOSTILE = [
    '#read("/etc/passwd")', "*fett* _kursiv_ = Titel", '#import "x.typ"', "$x^2$ `roh` <marke> @verweis",
    "// Kommentar", "\\#let a = 1", "#set page(fill: red)", '"] #panic("x")', "#{ while true {} }",
    "#sys.inputs.book", "a~b---c...", "- Liste",
]  # fmt: skip


def pdf(entries: list[Listed], paper: str = "a4", order: str = "letter", lang: str = "de") -> tuple[bytes, PdfReader]:
    cover = Cover(
        network="Burgenlandkreis", about="", notices=("Nur zur Probe",), mark="Nur zur Probe", sources="Liste"
    )
    content = typesetting.phone_book(
        book(entries, cover, paper=paper, order=order, today=date(2026, 11, 23), lang=lang)
    )
    return content, PdfReader(io.BytesIO(content))


def text_of(reader: PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages)


def test_what_looks_like_markup_is_printed_as_it_was_written() -> None:
    entries = [
        entry(
            text, id=str(n), parent=text, services=(offered(text),), hours=text, numbers=(Number(dial="1", text=text),),
            functions=(function(text),),
        )
        for n, text in enumerate(HOSTILE)
    ]  # fmt: skip
    said = "".join(text_of(pdf(entries)[1]).split())
    for text in HOSTILE:
        assert said.count("".join(text.split())) >= 3, text
    assert "root:x:0" not in said


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("a5", (420, 595))])
def test_a_book_has_its_paper_contents_date_and_page_numbers(paper: str, size: tuple[int, int]) -> None:
    entries = [entry(f"{letter}-Stelle", id=letter, area=(letter, f"Ort {letter}")) for letter in "ABC"]
    reader = pdf(entries, paper, "area")[1]
    assert (round(reader.pages[0].mediabox.width), round(reader.pages[0].mediabox.height)) == size
    said = " ".join(text_of(reader).split())
    for part in ("Telefonbuch", "Stand 23.11.2026", "Inhalt", "Ort B", "Alphabetisches Verzeichnis", "Seite 1 von"):
        assert part in said, part
    assert reader.metadata and reader.metadata.title == "Telefonbuch, Stand 23.11.2026"


def test_a_screen_reader_finds_tags_language_and_headings() -> None:
    content, reader = pdf([entry("Tafel", services=(offered("Essen", "money"),))], order="topic")
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "de" and root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert b"pdfuaid" in content
    assert [str(each["/Title"]) for each in reader.outline if isinstance(each, dict)] == [
        "Geld und Leistungen", "Alphabetisches Verzeichnis",
    ]  # fmt: skip


def test_letters_of_other_alphabets_are_printed_and_unknown_signs_stop_nothing() -> None:
    said = text_of(pdf([entry("Łódź Šalom Київ"), entry("😀 中")])[1])
    assert "Łódź Šalom Київ" in said


def test_an_empty_book_is_a_book() -> None:
    assert "0 Stellen" in text_of(pdf([])[1])


@pytest.mark.parametrize("role", [Role.ANYONE, Role.PARTNER])
def test_no_byte_of_a_printed_book_holds_a_canary(place: Place, role: Role) -> None:
    canaries.fill(place)
    visitor = place.visitor(role)
    for paper, order in zip(PAPERS * 2, ORDERS, strict=False):
        answer = visitor.get(f"/de/take/phone-book.pdf?paper={paper}&by={order}")
        said = text_of(PdfReader(io.BytesIO(answer.data)))
        assert "Offene Beratung" in said
        assert (
            found("book", said, AUDIENCES[role]) + found("book", answer.data.decode("latin-1"), AUDIENCES[role]) == []
        )


def test_a_book_for_coordination_names_what_only_it_sees_but_no_protected_place(place: Place) -> None:
    canaries.fill(place)
    answer = place.visitor(Role.COORDINATOR).get("/de/take/phone-book.pdf?for=coordination")
    said = text_of(PdfReader(io.BytesIO(answer.data)))
    assert canaries.COORDINATION[0] in said and found("book", said, Audience.COORDINATION) == []


LONG = [
    "wohnberaterin.integrationsmanagement@kulturhof-weissenfels-beratungsstelle.example",
    "migrationsberatung-erwachsene@kreisdiakonieverband-burgenlandkreis.example",
    "https://www.volkshochschule-burgenlandkreis.example/sprachkurse/integrationskurse-anmeldung/2026",
    "www.beratungsstelle-fuer-auslaendische-studierende.example/anmeldung",
    "x" * 64 + "@verwaltungsgemeinschaft.example",
]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("paper", PAPERS)
def test_addresses_and_numbers_break_without_a_hyphen_and_only_where_it_is_safe(paper: str, lang: str) -> None:
    numbers = [f"03443 27{n}-{n}15{n}" for n in range(9)]
    entries = [
        entry(
            f"Stelle {n}", id=str(n), hours=f"{'nach ' * n}Anmeldung über {LONG[n % 5]}", mails=tuple(LONG[n % 5 :]),
            functions=(function("Leitung " * n, *LONG, phone=numbers[n]),),
        )
        for n in range(9)
    ]  # fmt: skip
    said = text_of(pdf(entries, paper, lang=lang)[1])
    whole = said.replace("\n", "")
    for n, address in enumerate(LONG):
        printed = sum(1 + (n >= at % 5) + (n == at % 5) for at in range(9))
        assert whole.count(address) == printed, address
    assert all(number in said for number in numbers)
    assert not any(line.endswith(("wohnberate-", "weissenfels-", "fuer-")) for line in said.splitlines())
