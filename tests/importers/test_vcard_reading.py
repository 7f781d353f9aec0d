"""Address books of old phones, Outlook and macOS, and what nobody thinks of."""

from __future__ import annotations

import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.files.read import read
from importers.files.table import ReadError, Sheet
from importers.vcard.reading import read_cards, split, unescaped


def card(*lines: str, version: str = "3.0") -> str:
    """The text of one card."""
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def sheet(*cards: str) -> Sheet:
    """The list that cards are."""
    return read("".join(cards).encode(), "kontakte.vcf").sheets[0]


def row(*lines: str, version: str = "3.0") -> dict[str, str]:
    """The one row of a card, by heading."""
    made = sheet(card(*lines, version=version))
    return {h: c for h, c in zip(made.headings, made.rows[0].cells, strict=True) if c}


def test_a_card_of_an_old_phone_with_quoted_printable_and_soft_breaks() -> None:
    found = row(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg;;Dr.",
        "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Landratsamt;Ausl=C3=A4nder=",
        "beh=C3=B6rde",
        "TEL;WORK;VOICE:03441 226-12",
        "TEL;CELL:0171 3920012",
        version="2.1",
    )
    assert found == {
        "Firma": "Landratsamt", "Abteilung": "Ausländerbehörde", "Titel": "Dr.", "Vorname": "Jörg",
        "Nachname": "Müller", "Telefon geschäftlich": "03441 226-12", "Mobil": "0171 3920012",
    }  # fmt: skip


def test_quoted_printable_in_windows_letters() -> None:
    assert row("FN;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:B=FCrgerb=FCro", version="2.1") == {
        "Firma": "Bürgerbüro"
    }


def test_folded_lines_groups_and_escapes() -> None:
    found = row("item1.ORG:Kaya\\; Söhne\\, Ze", " itz", "NOTE:erste Zeile\\nzweite\\\\", "item1.X-ABLabel:Büro")
    assert found == {"Firma": "Kaya; Söhne, Zeitz", "Notizen": "erste Zeile\nzweite\\"}


def test_links_and_kinds_of_the_newest_version() -> None:
    found = row(
        "KIND:org", "FN:Tafel Zeitz", "TEL;VALUE=uri;TYPE=\"work,voice\":tel:+49-3441-123456", "GEO:geo:51.05,12.13",
        "ADR;TYPE=work:;2. OG;Markt 1;Zeitz;;06712;Deutschland", "CATEGORIES:Essen,Kleider", version="4.0",
    )  # fmt: skip
    assert found["Firma"] == "Tafel Zeitz"
    assert (found["Telefon geschäftlich"], found["Breitengrad"], found["Längengrad"]) == (
        "+49-3441-123456",
        "51.05",
        "12.13",
    )
    assert (
        found["Wegbeschreibung"],
        found["Straße geschäftlich"],
        found["Postleitzahl geschäftlich"],
        found["Ort geschäftlich"],
    ) == (
        "2. OG",
        "Markt 1",
        "06712",
        "Zeitz",
    )
    assert found["Kategorien"] == "Essen, Kleider"


def test_a_home_stays_apart_from_the_office() -> None:
    found = row(
        "N:Kaya;Özlem;;;", "ORG:Treff", "TEL;TYPE=HOME:03441 1", "EMAIL;TYPE=home:o@gmx.de",
        "ADR;TYPE=home:;;Waldweg 3;Zeitz;;06712;", "TEL;TYPE=WORK,FAX:03441 2",
    )  # fmt: skip
    assert found["Anschrift privat"] == "Waldweg 3, 06712 Zeitz"
    assert (found["Telefon privat"], found["E-Mail privat"], found["Fax"]) == ("03441 1", "o@gmx.de", "03441 2")
    assert not {"Telefon geschäftlich", "E-Mail", "Straße geschäftlich"} & found.keys()


def test_pictures_are_skipped_and_a_card_inside_a_card_too() -> None:
    found = row("FN:Amt", "PHOTO;ENCODING=b:AAAA", f" {'A' * 2_000_000}", "BEGIN:VCARD", "FN:Bote", "END:VCARD")
    assert found == {"Firma": "Amt"}


def test_a_file_that_ends_within_a_card_is_told() -> None:
    table = read(card("FN:Amt").replace("END:VCARD", "").encode(), "kontakte.vcf")
    assert [p.code for p in table.problems] == ["read.card_cut"]


def test_a_group_of_cards_is_nobody() -> None:
    with pytest.raises(ReadError):
        sheet(card("KIND:group", "FN:Alle", version="4.0"))


@settings(max_examples=40)
@given(st.text(max_size=400))
def test_any_text_between_begin_and_end_is_read_or_refused(text: str) -> None:
    for found in read_cards(f"BEGIN:VCARD\n{text}\nEND:VCARD\n"):
        assert all(p.text is not None and p.parts() for p in found.properties)


@settings(max_examples=40)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20), min_size=1, max_size=5))
def test_components_survive_escaping(parts: list[str]) -> None:
    escaped = ";".join(p.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for p in parts)
    assert [unescaped(part) for part in split(escaped, ";")] == parts


@settings(max_examples=40)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_quoted_printable_survives(text: str) -> None:
    value = quopri.encodestring(text.replace("\\", "\\\\").encode()).decode().replace("\n", "\r\n")
    (found,) = read_cards(f"BEGIN:VCARD\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:{value}\r\nEND:VCARD\r\n")
    assert [p.text for p in found.properties] == [text]
