"""A section of the council's page, as it is shown and as a report keeps it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

Row = tuple[str, ...]
_NONE = ("", "–")
_NUMBER = re.compile(
    r"(rund |about |weniger als |fewer than |unter |under |[+−±-]\s?)*"
    r"(?!\d{1,2}\.\d{1,2}\.\d{4})\d[\d.,]*(\s(bis|to|/)\s\d[\d.,]*)?(\s?[%€])?"
)
"""A number as a cell says it: rounded, a range, a share; no date."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """One question: its finding in a sentence, notes, a table of text, the method and the day.

    `ready`: False where too little is known; the finding then says what to collect. The first `open` rows are shown,
    the others on demand. `drawing`: a figure for plotly.js, safe between the tags of a data block, or "".
    """

    id: str
    title: str
    finding: str
    day: str
    method: str = ""
    notes: tuple[str, ...] = ()
    head: Row = ()
    rows: tuple[Row, ...] = ()
    open: int = 0
    ready: bool = True
    drawing: str = ""

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows that are shown at once."""
        return self.rows[: self.open] if self.open else self.rows

    @property
    def more(self) -> tuple[Row, ...]:
        """The rows beyond."""
        return self.rows[self.open :] if self.open else ()

    @property
    def numeric(self) -> frozenset[int]:
        """The columns after the first that hold numbers, or dashes for them, and nothing else."""
        told = [[cell for cell in column if cell not in _NONE] for column in zip(*self.rows, strict=False)]
        return frozenset(n for n, cells in enumerate(told) if n and cells and all(map(_NUMBER.fullmatch, cells)))

    @property
    def bars(self) -> tuple[tuple[float, float], ...]:
        """(begin, width) of each row's bar, in per cent of the longest: what paper has of a drawn waterfall."""
        trace = json.loads(self.drawing)["data"][0] if self.drawing else {}
        if trace.get("type") != "waterfall" or len(trace["x"]) != len(self.rows):
            return ()
        level, found = 0.0, []
        for length, measure in zip(trace["x"], trace["measure"], strict=True):
            before, level = (level, level + length) if measure == "relative" else (0.0, length)
            found.append((min(before, level), abs(level - before)))
        whole = max(begin + width for begin, width in found) or 1.0
        return tuple((round(100 * begin / whole, 1), round(100 * width / whole, 1)) for begin, width in found)

    @property
    def plain(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self)


def again(data: Mapping[str, Any]) -> Section:
    """The inverse of `plain`, also after JSON made lists of the tuples."""
    fields = {**data, "notes": tuple(data["notes"]), "head": tuple(data["head"])}
    return Section(**fields | {"rows": tuple(tuple(row) for row in data["rows"])})


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """Key figures as they were on a day (Stand)."""

    day: date
    values: Mapping[str, float | None]
