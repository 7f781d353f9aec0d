"""Mail addresses to copy into the field for blind copies: each once, in portions that mail servers take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from webapp.outputs.listing import Listed

SEPARATORS: Final = {"semicolon": "; ", "comma": ", "}
"""Outlook wants semicolons, most others commas."""
PORTIONS: Final = (50, 100, 0)
"""How many at most in one mail; 0: all."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Addresses:
    """`portions` of addresses, each ready to paste; how many there are, and how many actors have none."""

    portions: tuple[str, ...]
    count: int
    without: int


def addresses(entries: Sequence[Listed], separator: str, portion: int) -> Addresses:
    """The addresses of some actors, by the actors' names. Upper and lower case make no other address."""
    found: dict[str, str] = {}
    without = 0
    for entry in entries:
        own = [*entry.mails, *(mail for function in entry.functions for mail in function.mails)]
        without += not own
        for mail in own:
            found.setdefault(mail.casefold(), mail)
    mails, step = list(found.values()), portion or max(len(found), 1)
    joined = (SEPARATORS[separator].join(mails[at : at + step]) for at in range(0, len(mails), step))
    return Addresses(portions=tuple(joined), count=len(mails), without=without)
