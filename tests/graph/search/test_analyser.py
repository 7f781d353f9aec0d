from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.search.analyser import analyse
from graph.search.compounds import parts_of


def meet(*texts: str) -> bool:
    """Whether the texts share their first form."""
    return len({next(iter(analyse(text))).forms[0] for text in texts}) == 1


@pytest.mark.parametrize(
    "same",
    [
        ("Müller", "Mueller", "Muller", "MÜLLER", "Mu\u0308ller"),
        ("Straße", "Strasse"),
        ("Sprachkurs", "Sprachkurse", "Sprach-Kurs", "sprachkursen"),
        ("Sprachcafé", "Sprach-Cafe", "Sprach\u00adcafé"),
        ("Berater", "Beraterinnen", "Berater:innen", "BeraterInnen", "Berater*in", "Berater/-innen", "Berater(innen)"),
        ("Beauftragte", "Beauftragte*r", "Beauftragter", "Beauftragte/r"),
        ("Arzt", "Ärztin", "Aerzte"),
        ("Haus", "Häuser"),
        ("Volkshochschule", "Volkshochschulen"),
        ("§ 24", "§24", "Paragraf 24", "paragraph 24"),
    ],
)
def test_spellings_of_one_word_meet(same: tuple[str, ...]) -> None:
    assert meet(*same)


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("sprachkurs", ("sprache", "kurs")),
        ("wohngeldantrag", ("wohnen", "geld", "antrag")),
        ("auslanderbehorde", ("auslander", "behorde")),
        ("jugendmigrationsdienst", ("jugend", "migration", "dienst")),
        ("kindergartenplatze", ("kindergarten", "platz")),
        ("schuldnerberatungen", ("schuld", "beratung")),
        ("tigrinyakurse", ("tigrinya", "kurs")),
        ("kindergarten", ()),
        ("fluchtling", ()),
        ("volkshochschulen", ()),
        ("vorrat", ()),
    ],
)
def test_compounds_are_taken_apart_where_their_parts_are_known(compound: str, parts: tuple[str, ...]) -> None:
    assert parts_of(compound) == parts


def test_a_document_is_found_by_each_part_of_a_hyphenated_word() -> None:
    (word,) = analyse("Rems-Murr-Kreis")
    assert {"murr", "kreis"} <= set(word.tokens)


def test_words_that_say_nothing_are_left_out() -> None:
    assert [word.written for word in analyse("Wo finde ich die Tafel in a town?")] == ["Tafel", "town"]


def test_folding_keeps_letters_of_other_scripts() -> None:
    assert [word.surface for word in analyse("Українська & العربية")] == ["украінська", "العربية"]


@given(st.text())
def test_tokens_hold_letters_and_digits_only(text: str) -> None:
    tokens = [token for word in analyse(text) for token in (*word.tokens, *(t for form in word.forms for t in form))]
    assert all(token.isalnum() for token in tokens)
