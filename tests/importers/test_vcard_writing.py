"""Cards are read back as they were written, whatever stands in them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from importers.vcard.reading import read_cards
from importers.vcard.writing import Address, Vcard, escape, fold, write

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=120)


def card(**fields: Any) -> Vcard:
    return Vcard(**{"uid": "1", "name": "Beratung", "organisation": "Beratung"} | fields)


def test_a_card_says_what_kind_it_is_and_how_it_is_reached() -> None:
    text = write(
        [
            card(
                phones=("+493441123;ext=4",), mobiles=("+4917139200",), mails=("a@example.org",),
                urls=("https://example.org/",), addresses=(Address(street="Markt 1", postcode="06712", town="Zeitz"),),
                categories=("Wohnen", "Kita, Schule, Studium"), note="Eins\nZwei", revised=date(2026, 11, 23),
            )
        ]
    )  # fmt: skip
    assert text.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n") and text.endswith("END:VCARD\r\n")
    for line in (
        "KIND:org", "TEL;TYPE=WORK,VOICE:+493441123\\,4", "TEL;TYPE=CELL,VOICE:+4917139200",
        "EMAIL;TYPE=INTERNET:a@example.org", "ADR;TYPE=WORK:;;Markt 1;Zeitz;;06712;",
        "CATEGORIES:Wohnen,Kita\\, Schule\\, Studium", "NOTE:Eins\\nZwei", "REV:2026-11-23",
    ):  # fmt: skip
        assert f"\r\n{line}\r\n" in text, line


def test_a_function_is_a_person_of_its_organisation() -> None:
    text = write([card(name="Erika Muster", unit="Leitung", is_person=True)])
    assert "ORG:Beratung;Leitung\r\n" in text and "TITLE:Leitung\r\n" in text and "KIND:org" not in text


def test_no_line_is_longer_than_75_bytes_and_no_letter_is_parted() -> None:
    lines = fold("NOTE:" + "Straße 😀 " * 40).split("\r\n")
    assert len(lines) > 3 and all(len(line.encode()) <= 75 for line in lines)
    assert all(line.startswith(" ") for line in lines[1:])


def test_a_text_begins_no_line_of_its_own() -> None:
    text = write([card(name="X\r\nEND:VCARD\r\nTEL:110\u2028TEL:112\x85TEL:113\x0bTEL:114\x00")])
    assert text.count("END:VCARD\r\n") == 1
    assert not any(line.startswith("TEL") for line in text.split("\r\n"))


@given(TEXT, TEXT, st.lists(TEXT, max_size=3))
def test_every_text_comes_back(name: str, note: str, lines: list[str]) -> None:
    joined = "\n".join([note, *lines])
    (read,) = read_cards(write([card(name=name, note=joined)]))
    assert [p.text for p in read.properties if p.name == "FN"] == [escape_free(name)]
    assert [p.text for p in read.properties if p.name == "NOTE"] == [escape_free(joined)]


@given(TEXT, TEXT)
def test_parts_stay_apart(street: str, town: str) -> None:
    (read,) = read_cards(write([card(addresses=(Address(street=street, town=town),))]))
    (found,) = [p for p in read.properties if p.name == "ADR"]
    assert found.parts()[2:4] == [escape_free(street).strip(), escape_free(town).strip()]


def escape_free(text: str) -> str:
    """The text as a card can say it: signs that nobody can see are spaces."""
    return "".join(sign if sign == "\n" or sign.isprintable() or sign.isspace() else " " for sign in text)


def test_what_separates_is_escaped() -> None:
    assert escape("a\\b;c,d\ne") == "a\\\\b\\;c\\,d\\ne"
