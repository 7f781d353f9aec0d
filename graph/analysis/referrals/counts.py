"""How many people a referral link tells per quarter ("2026-Q1: 12"): counts of an organisation, never of persons."""

from __future__ import annotations

import re
from collections.abc import Iterable

_COUNT = re.compile(r"\s*(\d{4})-Q([1-4])\s*:\s*(\d{1,7})\s*")


def per_quarter(stated: Iterable[str]) -> float | None:
    """The mean over the newest four quarters that are told; None where none is.

    >>> per_quarter(["2026-Q1: 12", "2026-Q2: 18", "unlesbar"])
    15.0
    """
    found = sorted((m[1], m[2], int(m[3])) for text in stated if (m := _COUNT.fullmatch(text)))[-4:]
    return sum(number for *_, number in found) / len(found) if found else None
