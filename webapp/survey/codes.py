"""Sheets of paper and the line typed for each: one key for each tick and at most five more, up to 180 rows.

Every row of the roster has a code of two signs: its section and a key of the keyboard. A section is typed column by
column: the keys of the ticks on the left, then, with Shift held down, those on the right. Letting go of Shift goes on
to the next section; where nothing is ticked on the right, a space does, and "<" goes on by two. So a section costs one
key press besides its ticks, Shift included, and storing the sheet one: five for four sections of 45 rows, and one more
for every further section. Which sheet it is costs nothing, since the page awaits the next one that was handed out.

Without Shift it can't be done: 46 keys write a sign by themselves, and a roster of 167 has 334 boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model.changes import EntryId
from graph.model.errors import KnotenpunktError

KEYS = "abcdefghijklmnopqrstuvwxyz1234567890äöüß,.-+#"
"""The keys of a German keyboard that write a sign by themselves, in the order of the rows."""
SHIFTED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!\"§$%&/()=ÄÖÜ?;:_*'"
"""What the same keys write with Shift."""
SECTIONS = "123456789abcdefghijklmnopqrstuvwxyz"

ONWARDS = {" ": 1, "<": 2}
"""Keys that go on by so many sections. After a key with Shift the letting go is one of them already."""

A_SECTION = len(KEYS)
MOST = A_SECTION * len(SECTIONS)
"""Rows that have a code."""
LONGEST_LINE = 2000


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """What was typed of one sheet."""

    actor: EntryId
    sends: frozenset[EntryId]
    gets: frozenset[EntryId]


def code(position: int) -> str:
    """The code of a row: "1a" for the first, "2k" for row 45 + 11."""
    return SECTIONS[position // A_SECTION] + KEYS[position % A_SECTION]


def following(waiting: Sequence[str], after: str) -> str:
    """The code of the sheet to await after another one: the next in their order, else the first; "" for none."""
    before = _position(after)
    later = (code for code in waiting if before is not None and (_position(code) or 0) > before)
    return next(later, waiting[0] if waiting else "")


def read(sheet: str, text: str, roster: Sequence[EntryId]) -> Line:
    """A sheet by its code and the keys of its ticks. `roster` holds the ids in the order of their codes, "" for who is
    gone; an actor that another went into stands there twice.

    Raises KnotenpunktError, which says the sign that means nothing here and where it stands.
    """
    position = _position(sheet.strip().lower())
    if position is None or position >= len(roster) or not roster[position]:
        raise KnotenpunktError("survey.no_sheet", sheet=sheet.strip()[:10])
    ticks: tuple[set[EntryId], set[EntryId]] = (set(), set())
    for at, sign, section, column in _signs(text.rstrip()[:LONGEST_LINE]):
        key = (KEYS, SHIFTED)[column].find(sign)
        row = section * A_SECTION + key
        if key < 0 or row >= len(roster) or row == position or not roster[row]:
            raise KnotenpunktError("survey.no_row", sign=sign, at=str(at), section=str(section + 1))
        ticks[column].add(roster[row])
    actor = roster[position]
    return Line(actor=actor, sends=frozenset(ticks[0]) - {actor}, gets=frozenset(ticks[1]) - {actor})


def _signs(text: str) -> Iterator[tuple[int, str, int, int]]:
    """(place from 1 on, sign, section, column) of every sign that ticks something."""
    section = column = 0
    for at, sign in enumerate(text, 1):
        if sign in ONWARDS:
            section, column = section + ONWARDS[sign], 0
            continue
        left = sign not in SHIFTED
        if left and column:  # Shift was let go
            section += 1
        column = 0 if left else 1
        yield at, sign, section, column


def _position(typed: str) -> int | None:
    if len(typed) != 2 or typed[0] not in SECTIONS or typed[1] not in KEYS:
        return None
    return SECTIONS.index(typed[0]) * A_SECTION + KEYS.index(typed[1])
