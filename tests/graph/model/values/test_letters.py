"""Letters of surnames: read from prose, written one way, and each name held by exactly the ranges it stands in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model.clean import clean
from graph.model.sentences import say
from graph.model.values.letters import clean_letters, folded, gaps, holds, letter_spans, shared, show_spans

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NAMES = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=6).filter(lambda name: name.strip("az"))


@pytest.mark.parametrize(
    ("raw", "written"),
    [
        ("A–K", "A–K"),
        ("A bis K, sch, st", "A–K, Sch, St"),
        ("L-Z außer Sch", "L–Z außer Sch"),
        ("L - Z (ohne Sch und St)", "L–Z außer Sch, St"),
        ("Sa-Sz", "Sa–Sz"),
        ("Sa-z", "Sa–Sz"),
        ("Buchstaben: von A bis einschließlich K", "A–K"),
        ("A/B/C", "A, B, C"),
        ("A B C", "A, B, C"),
        ("XYZ", "X–Z"),
        ("SCH und ST.", "Sch, St"),
        ("Nachnamen Ä–Ö", "Ä–Ö"),
        ("alle", "A–Z"),
    ],
)
def test_letters_in_prose_are_written_one_way(raw: str, written: str) -> None:
    assert clean_letters(raw) == (written, [])
    assert clean_letters(written) == (written, [])


@pytest.mark.parametrize("raw", ["Müller", "1-3", "A–K–Z", "außer Sch", "-", "Иванов"])
def test_what_names_no_letters_is_told_with_an_example(raw: str) -> None:
    found = clean("contact", {"letters": raw})
    assert found.fields == {"letters": None}
    assert "A–K" in say(found.faults[0].code, "de", **found.faults[0].params)


def test_a_range_that_runs_backwards_is_told() -> None:
    assert [fault.code for fault in clean("contact", {"letters": "K–A"}).faults] == ["value.letters_turned"]


@given(st.sampled_from(ALPHABET), st.sampled_from(ALPHABET), NAMES)
def test_each_first_letter_is_in_exactly_the_range_it_stands_in(one: str, other: str, name: str) -> None:
    first, last = sorted((one, other))
    spans = letter_spans(f"{first}–{last}") or ()
    assert holds(spans, name) == ("all" if first <= name[0].upper() <= last else "none")


@given(st.lists(st.tuples(st.sampled_from(ALPHABET), st.sampled_from(ALPHABET)), min_size=1, max_size=4), NAMES)
def test_ranges_and_their_gaps_share_the_alphabet_without_rest(pairs: list[tuple[str, str]], name: str) -> None:
    spans = letter_spans(", ".join(f"{min(pair)}–{max(pair)}" for pair in pairs)) or ()
    assert {holds(spans, name), holds(gaps(spans), name)} == {"all", "none"}
    assert shared(spans, gaps(spans)) == ()


@given(st.sampled_from(["S", "Sch", "St", "Sa–Sl", "A–K", "K–Sch", "M"]), NAMES)
def test_an_exception_takes_out_exactly_what_it_holds(less: str, name: str) -> None:
    excepted, whole = letter_spans(less) or (), letter_spans(f"A–Z außer {less}") or ()
    assert {holds(excepted, name), holds(whole, name)} in ({"all", "none"}, {"part"})


@given(NAMES)
def test_shown_gaps_can_be_read_again(name: str) -> None:
    left = gaps(letter_spans(name[:4]) or ())
    assert letter_spans(show_spans(left)) == left or not left


@pytest.mark.parametrize(
    ("letters", "name", "held"),
    [
        ("A–K", "Özdemir", "none"),
        ("L–Z", "Özdemir", "all"),
        ("A–K", "Ärmel", "all"),
        ("Sa–Sl", "S", "part"),
        ("S außer Sch", "Schmidt", "none"),
        ("Ss", "ß", "all"),
        ("A–Z", "", "all"),
        ("A–K", "", "part"),
        ("V", "von der Heide", "all"),
    ],
)
def test_umlauts_stand_as_din_sorts_them_and_a_beginning_may_be_held_in_part(
    letters: str, name: str, held: str
) -> None:
    assert holds(letter_spans(letters) or (), name) == held


def test_a_name_in_other_letters_has_nothing_to_compare() -> None:
    assert folded("Шевченко") == ""
