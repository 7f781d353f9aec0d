"""Numbers and yes or no, as German tables hold them."""

from __future__ import annotations

import re
from decimal import Decimal

from graph.model.values.problem import Problem, problem
from graph.model.values.text import one_line

_GERMAN = re.compile(r"[+-]?(?:\d{1,3}(?:[. \']\d{3})+|\d+)(?:,\d+)?")
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?")
_UNIT = re.compile(r"\s*(?:€|eur|euro|%|stück|personen|plätze)$", re.I)
_YES = frozenset("ja j yes y x wahr true 1 ✓ ✔ ☑ vorhanden".split())
_NO = frozenset("nein n no falsch false 0 - ☐ kein keine".split())


def clean_number(raw: str) -> tuple[float | None, list[Problem]]:
    """Return "1.200,50" as 1200.5; a dot before exactly three digits parts thousands."""
    text = _UNIT.sub("", one_line(raw))[:60]
    if not text:
        return None, []
    if _GERMAN.fullmatch(text) and re.fullmatch(r"[+-]?[0-9., \']+", text):
        return float(Decimal(re.sub(r"[. ']", "", text).replace(",", "."))), []
    if _PLAIN.fullmatch(text) and text.isascii():
        return float(Decimal(text)), []
    return None, [problem("number_not_understood", text=text)]


def clean_int(raw: str) -> tuple[int | None, list[Problem]]:
    """Return a whole number; "12,5" is reported and not rounded."""
    number, problems = clean_number(raw)
    if number is None or number.is_integer():
        return None if number is None else int(number), problems
    return None, [problem("number_not_whole", text=one_line(raw))]


def clean_bool(raw: str) -> tuple[bool | None, list[Problem]]:
    """Return ja, x, true as True, nein, false as False; empty is not known."""
    text = one_line(raw).lower().rstrip(".")
    if not text:
        return None, []
    if text in _YES or text in _NO:
        return text in _YES, []
    return None, [problem("bool_not_understood", text=text)]
