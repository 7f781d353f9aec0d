"""One line for a sheet: whose it is, a key for each tick, a space for each further section."""

from __future__ import annotations

import random

import pytest

from graph.model.changes import EntryId
from graph.model.errors import KnotenpunktError
from webapp.survey import codes

ROSTER = [EntryId(f"a{n}") for n in range(167)]


def typed(to: set[int], by: set[int], size: int = len(ROSTER)) -> str:
    """The line somebody types who reads the sheet section by section, column by column."""
    line, at, shift = "", 0, False
    for start in range(0, size, codes.A_SECTION):
        rows = range(start, min(start + codes.A_SECTION, size))
        for ticks, keys, held in ((to, codes.KEYS, False), (by, codes.SHIFTED, True)):
            here = "".join(keys[r - start] for r in rows if r in ticks)
            gap = start // codes.A_SECTION - at
            if here:
                onwards = " " * gap if shift and held else "<" * (gap // 2) + " " * (gap % 2)
                line += ("" if shift and not held and gap == 1 else onwards) + here
                at, shift = at + gap, held
    return line


def presses(line: str) -> int:
    """Keys pressed for a line and Enter; Shift once for each run it is held through, with spaces among them."""
    held, count = False, 1
    for at, sign in enumerate(line):
        following = line[at:].lstrip()[:1]
        shift = following in codes.SHIFTED if sign == " " and held else sign in codes.SHIFTED
        count += 1 + (shift and not held)
        held = shift
    return count


def test_every_row_has_a_code_of_its_own() -> None:
    assert len({codes.code(n) for n in range(codes.MOST)}) == codes.MOST
    assert [codes.code(n) for n in (0, 44, 45, 129)] == ["1a", "1#", "2a", "3ß"]
    assert len(codes.KEYS) == len(codes.SHIFTED) == len(set(codes.KEYS + codes.SHIFTED)) / 2


def test_a_sheet_of_167_costs_a_key_for_each_tick_and_at_most_five_more() -> None:
    chance = random.Random(5)
    worst = 0
    for _ in range(900):
        actor, most = chance.randrange(167), chance.choice((1, 4, 12, 60))
        rows = [n for n in range(167) if n != actor]
        to, by = ({*chance.sample(rows, chance.randint(0, most))} for _ in range(2))
        line = typed(to, by)
        read = codes.read(codes.code(actor), line, ROSTER)
        assert read.actor == ROSTER[actor]
        assert (read.sends, read.gets) == ({ROSTER[n] for n in to}, {ROSTER[n] for n in by})
        worst = max(worst, presses(line) - len(to) - len(by))
    assert worst == 5


def test_a_roster_of_400_can_be_typed_at_one_more_for_each_section() -> None:
    roster = [EntryId(f"a{n}") for n in range(400)]
    to, by = set(range(1, 400, 7)), set(range(2, 400, 5))
    read = codes.read("1a", typed(to, by, 400), roster)
    assert (read.sends, read.gets) == ({roster[n] for n in to}, {roster[n] for n in by})
    assert presses(typed(to, by, 400)) - len(to) - len(by) <= 1 + 9


def test_letting_go_of_shift_and_a_space_after_it_both_go_on_by_one_section() -> None:
    assert codes.read("1z", "aAb", ROSTER).sends == codes.read("1z", "aA b", ROSTER).sends == {"a0", "a46"}
    assert codes.read("1z", "A  A", ROSTER).gets == codes.read("1z", "A<A", ROSTER).gets == {"a0", "a90"}


def test_after_a_sheet_the_next_of_those_handed_out_is_awaited() -> None:
    waiting = ["1b", "1#", "2a"]
    assert [codes.following(waiting, after) for after in ("", "1b", "1c", "2a")] == ["1b", "1#", "1#", "1b"]
    assert codes.following([], "1b") == ""


def test_what_means_nothing_is_refused_with_its_place() -> None:
    for sheet, line, code in (
        ("", "", "survey.no_sheet"),
        ("9a", "", "survey.no_sheet"),
        ("4z", "", "survey.no_sheet"),
        ("1a1", "", "survey.no_sheet"),
        ("1a", "€", "survey.no_row"),
        ("1a", "    a", "survey.no_row"),
        ("1a", "   #", "survey.no_row"),
        ("1c", "c", "survey.no_row"),
    ):
        with pytest.raises(KnotenpunktError) as wrong:
            codes.read(sheet, line, ROSTER[:150])
        assert wrong.value.code == code, line


def test_who_is_gone_has_neither_sheet_nor_row() -> None:
    roster = [EntryId(""), *ROSTER[1:]]
    for sheet, line in (("1a", "b"), ("1b", "a")):
        with pytest.raises(KnotenpunktError):
            codes.read(sheet, line, roster)


def test_a_code_is_read_in_capitals_too_and_a_tick_twice_is_one() -> None:
    read = codes.read(" 1C", "aa ", ROSTER)
    assert (read.actor, read.sends) == ("a2", {"a0"})
