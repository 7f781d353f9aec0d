"""Sheets of paper and the line a coordinator types for each: one key for each tick, also on a roster of 135.

Every row of the roster has a code of two signs: its section and a key of the keyboard. A sheet is typed as one line:
the code of whose sheet it is, then for each tick in the left column the row's key, in the right column the same key
with Shift, and a space to go on to the next section. So a sheet costs one key press for each tick, and more: two for
whose it is, at most two for going on (three sections of 45 rows), one to store it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.model.changes import EntryId
from graph.model.errors import KnotenpunktError

KEYS = "abcdefghijklmnopqrstuvwxyz1234567890äöüß,.-+#"
"""The keys of a German keyboard that write a sign by themselves, in the order of the rows."""
SHIFTED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!\"§$%&/()=ÄÖÜ?;:_*'"
"""What the same keys write with Shift."""
SECTIONS = "123456789abcdefghijklmnopqrstuvwxyz"

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


def read(text: str, roster: Sequence[EntryId]) -> Line:
    """A typed line. `roster` holds the ids in the order of their codes, "" for who is gone.

    Raises KnotenpunktError, which says the sign that means nothing here and where it stands.
    """
    typed = text.strip()[:LONGEST_LINE]
    position = _position(typed[:2].lower())
    if position is None or position >= len(roster) or not roster[position]:
        raise KnotenpunktError("survey.no_sheet", sheet=typed[:2])
    ticks: tuple[set[EntryId], set[EntryId]] = (set(), set())
    section = 0
    for at, sign in enumerate(typed[2:], 3):
        if sign == " ":
            section += 1
            continue
        column, key = (0, KEYS.find(sign)) if sign in KEYS else (1, SHIFTED.find(sign))
        row = section * A_SECTION + key
        if key < 0 or row >= len(roster) or row == position or not roster[row]:
            raise KnotenpunktError("survey.no_row", sign=sign, at=str(at), section=str(section + 1))
        ticks[column].add(roster[row])
    return Line(actor=roster[position], sends=frozenset(ticks[0]), gets=frozenset(ticks[1]))


def _position(typed: str) -> int | None:
    if len(typed) != 2 or typed[0] not in SECTIONS or typed[1] not in KEYS:
        return None
    return SECTIONS.index(typed[0]) * A_SECTION + KEYS.index(typed[1])
