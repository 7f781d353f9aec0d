"""One line for a sheet: whose it is, a key for each tick, a space for each further section."""

from __future__ import annotations

import random

import pytest

from graph.model.changes import EntryId
from graph.model.errors import KnotenpunktError
from webapp.survey import codes

ROSTER = [EntryId(f"a{n}") for n in range(130)]


def typed(actor: int, to: set[int], by: set[int]) -> str:
    """The line somebody types who reads the sheet from top to bottom."""
    sections = []
    for start in range(0, len(ROSTER), codes.A_SECTION):
        rows = range(start, min(start + codes.A_SECTION, len(ROSTER)))
        keys = [codes.KEYS[r - start] * (r in to) + codes.SHIFTED[r - start] * (r in by) for r in rows]
        sections.append("".join(keys))
    return codes.code(actor) + " ".join(sections).rstrip()


def test_every_row_has_a_code_of_its_own() -> None:
    assert len({codes.code(n) for n in range(codes.MOST)}) == codes.MOST
    assert [codes.code(n) for n in (0, 44, 45, 129)] == ["1a", "1#", "2a", "3ß"]
    assert len(codes.KEYS) == len(codes.SHIFTED) == len(set(codes.KEYS + codes.SHIFTED)) / 2


def test_a_sheet_of_130_costs_a_key_for_each_tick_and_at_most_five_more() -> None:
    chance = random.Random(5)
    for _ in range(300):
        actor = chance.randrange(130)
        rows = [n for n in range(130) if n != actor]
        to, by = ({*chance.sample(rows, chance.randint(0, 40))} for _ in range(2))
        line = typed(actor, to, by)
        read = codes.read(line, ROSTER)
        assert read.actor == ROSTER[actor]
        assert (read.sends, read.gets) == ({ROSTER[n] for n in to}, {ROSTER[n] for n in by})
        enter = 1
        assert len(line) + enter <= len(to) + len(by) + 5


def test_what_means_nothing_is_refused_with_its_place() -> None:
    for line, code in (
        ("", "survey.no_sheet"),
        ("9a", "survey.no_sheet"),
        ("3zz", "survey.no_sheet"),
        ("1a€", "survey.no_row"),
        ("1a   a", "survey.no_row"),
        ("1a  z", "survey.no_row"),
        ("1cc", "survey.no_row"),
    ):
        roster = ROSTER if line != "3zz" else ROSTER[:91]
        with pytest.raises(KnotenpunktError) as wrong:
            codes.read(line, roster[:100] if line == "1a  z" else roster)
        assert wrong.value.code == code, line


def test_who_is_gone_has_neither_sheet_nor_row() -> None:
    roster = [EntryId(""), *ROSTER[1:]]
    for line in ("1ab", "1ba"):
        with pytest.raises(KnotenpunktError):
            codes.read(line, roster)


def test_a_code_is_read_in_capitals_too_and_a_tick_twice_is_one() -> None:
    read = codes.read("  1Caa ", ROSTER)
    assert (read.actor, read.sends) == ("a2", {"a0"})
