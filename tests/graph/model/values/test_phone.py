from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.values.phone import clean_phones, is_mobile, show_phone


def codes(raw: str) -> list[str]:
    return [problem.code for problem in clean_phones(raw)[1]]


@pytest.mark.parametrize(
    ("raw", "numbers"),
    [
        ("071723090", ["+4971723090"]),
        ("07151 1690725", ["+4971511690725"]),
        ("+49 711 761646-40", ["+4971176164640"]),
        ("07195189-39", ["+49719518939"]),
        ("0718188 77 17", ["+497181887717"]),
        ("'071723090", ["+4971723090"]),
        ("Tel.: 03445/12 34-0", ["+49344512340"]),
        ("03445 / 1234 oder 0171 1234567", ["+4934451234", "+491711234567"]),
        ("0 34 45 - 12 34", ["+4934451234"]),
        ("0049 711 7616460", ["+497117616460"]),
        ("(03445) 1234", ["+4934451234"]),
        ("08004555500", ["+498004555500"]),
        ("+49 (0)711 7616460", ["+497117616460"]),
        ("071951890, 0719518939", ["+4971951890", "+49719518939"]),
        ("07151 501-1657 / 07151 501-1658", ["+4971515011657", "+4971515011658"]),
        ("07151 501-1657\n07151 501-1658 und 115", ["+4971515011657", "+4971515011658", "115"]),
        ("116 117", ["116117"]),
        ("112", ["112"]),
        ("07195 189 Durchwahl 39", ["+497195189;ext=39"]),
        ("Tel./Fax 07151 172434", ["+497151172434"]),
        ("+43 1 58858", ["+43158858"]),
    ],
)
def test_numbers_are_read_in_every_usual_way_of_writing(raw: str, numbers: list[str]) -> None:
    assert clean_phones(raw) == (numbers, [])


def test_a_fax_is_dropped_and_said() -> None:
    numbers, problems = clean_phones("Zentrale: 07151 501-0, Fax: 07151 501-1234")
    assert numbers == ["+4971515010"]
    assert [problem.code for problem in problems] == ["value.fax"]


def test_a_label_parts_numbers_without_a_separator() -> None:
    assert clean_phones("Tel. 07151 172434 Fax 07151 172435")[0] == ["+497151172434"]


def test_an_alternative_ending_is_not_guessed() -> None:
    numbers, problems = clean_phones("07151/501-1657/1658")
    assert numbers == ["+4971515011657"]
    assert problems[0].params == {"text": "1658"}


def test_a_number_without_area_code_is_read_only_with_a_default() -> None:
    assert codes("172434") == ["value.phone_not_understood"]
    assert clean_phones("172434", "07151") == (["+497151172434"], [])


def test_what_stands_beside_a_number_is_reported() -> None:
    assert clean_phones("07151 172434 (nur vormittags)")[0] == ["+497151172434"]
    assert codes("07151 172434 (nur vormittags)") == ["value.phone_note"]


def test_mobile_numbers_are_known() -> None:
    assert is_mobile("+491711234567")
    assert not is_mobile("+4971723090")
    assert not is_mobile("112")


def test_german_numbers_are_shown_without_the_country() -> None:
    assert show_phone("+4971515010", "de") == "07151 5010"
    assert show_phone("+497195189;ext=39", "de") == "07195 189, Durchwahl 39"
    assert show_phone("+497195189;ext=39", "en") == "07195 189, ext. 39"
    assert show_phone("+43158858", "de") == "+43 1 58858"
    assert show_phone("116117", "de") == "116117"


@given(st.text(max_size=60) | st.text("0123456789+-/() ;,ext=.Fax\n", max_size=50))
def test_any_text_is_answered_and_cleaning_twice_changes_nothing(raw: str) -> None:
    numbers, _ = clean_phones(raw)
    assert clean_phones(", ".join(numbers)) == (numbers, [])
