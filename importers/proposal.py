"""What an import would do, before anything is written: the changes, and what became of every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from typing import Any, Literal

from graph.model.changes import Change

Outcome = Literal["new", "changed", "unchanged", "duplicate", "rejected"]
OUTCOMES: tuple[Outcome, ...] = ("new", "changed", "unchanged", "duplicate", "rejected")


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """Something about one cell: `column` is its heading, `code` a sentence of the vocabulary."""

    column: str
    code: str
    params: AnyMapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Suggestion:
    """A stored actor that a row may mean, or another row: its `id` is "row:KEY" then.

    `score` from 0 to 100, `level` sure, likely or possible.
    """

    id: str
    name: str
    score: int
    level: str
    why: tuple[str, ...]
    """Codes of sentences, what weighs most first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Differs:
    """A stored entry and what the list says otherwise of it: field → value."""

    kind: str
    id: str
    said: AnyMapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class RowReport:
    """What became of one row. `number` is the row as a spreadsheet program shows it."""

    number: int
    key: str
    name: str
    outcome: Outcome
    entry: str = ""
    """Id of the actor it is about."""
    like: str = ""
    """Of a duplicate: id of the actor it is probably the same as."""
    like_name: str = ""
    likes: tuple[Suggestion, ...] = ()
    """Of a duplicate: all that it may be, the likeliest first."""
    said: AnyMapping[str, AnyMapping[str, Any]] = field(default_factory=dict)
    """Of a duplicate: what the row says of actor, place and service."""
    beside: AnyMapping[str, Any] = field(default_factory=dict)
    """Of a duplicate of another row: that row's number, whether its values stand, and what it says."""
    differs: tuple[Differs, ...] = ()
    apart: tuple[str, ...] = ()
    """Ids of stored actors that a person said this one is not."""
    remarks: tuple[Remark, ...] = ()
    sheet: str = ""
    """Of a workbook: the sheet it stands on."""
    cells: tuple[tuple[str, str], ...] = ()
    """Of a workbook: heading and text of its filled cells."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unclear:
    """An address whose area the user is asked for: candidates are area ids; empty: outside any known area."""

    address: str
    rows: tuple[int, ...]
    candidates: tuple[str, ...]
    outside: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """The whole of it. `persons` counts contacts with personal data that coordination alone will see."""

    file: str
    revision: int
    changes: tuple[Change, ...]
    rows: tuple[RowReport, ...]
    unclear: tuple[Unclear, ...] = ()
    persons: int = 0
    persons_seen: int = 0
    """Those that others will see too, because the file says so."""
    persons_left_out: int = 0
    missing: int = 0
    """Entries of an earlier reading of this list that are not in it now. Nothing is deleted."""
    gone: tuple[str, ...] = ()
    """Their ids."""
    review: tuple[str, ...] = ()
    """Those of them that a person wants to look at later."""

    def counts(self) -> dict[str, int]:
        """How many rows came to which outcome."""
        counted = Counter(r.outcome for r in self.rows)
        return {outcome: counted.get(outcome, 0) for outcome in OUTCOMES}
