"""What an import would do, before anything is written: the changes, and what became of every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass, field
from typing import Any, Literal

from graph.model.changes import Change, EntryId, Kind

Outcome = Literal["new", "changed", "unchanged", "duplicate", "rejected"]
OUTCOMES: tuple[Outcome, ...] = ("new", "changed", "unchanged", "duplicate", "rejected")


@dataclass(frozen=True, kw_only=True, slots=True)
class Remark:
    """Something about one cell: `column` is its heading, `code` a sentence of the vocabulary."""

    column: str
    code: str
    params: AnyMapping[str, str] = field(default_factory=dict)


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
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Unclear:
    """An address whose area the user is asked for: candidates are area ids; empty: outside any known area."""

    address: str
    rows: tuple[int, ...]
    candidates: tuple[str, ...]
    outside: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """The whole of it. `persons` counts contacts with personal data; all start visible to coordination only."""

    file: str
    revision: int
    changes: tuple[Change, ...]
    rows: tuple[RowReport, ...]
    unclear: tuple[Unclear, ...] = ()
    persons: int = 0
    persons_left_out: int = 0
    missing: int = 0
    """Entries of an earlier reading of this list that are not in it now. Nothing is deleted."""
    gone: tuple[str, ...] = ()
    """Their ids."""

    def counts(self) -> dict[str, int]:
        """How many rows came to which outcome."""
        counted = Counter(r.outcome for r in self.rows)
        return {outcome: counted.get(outcome, 0) for outcome in OUTCOMES}


def as_json(proposal: Proposal) -> dict[str, Any]:
    """The proposal as plain values."""
    return {
        "file": proposal.file,
        "revision": proposal.revision,
        "changes": [[c.kind, c.id, c.before, c.after] for c in proposal.changes],
        "rows": [
            [r.number, r.key, r.name, r.outcome, r.entry, r.like, r.like_name,
             [[m.column, m.code, dict(m.params)] for m in r.remarks]]
            for r in proposal.rows
        ],
        "unclear": [[u.address, list(u.rows), list(u.candidates), u.outside] for u in proposal.unclear],
        "persons": proposal.persons,
        "persons_left_out": proposal.persons_left_out,
        "missing": proposal.missing,
        "gone": list(proposal.gone),
    }  # fmt: skip


def from_json(found: AnyMapping[str, Any]) -> Proposal:
    """The inverse of `as_json`."""
    return Proposal(
        file=found["file"],
        revision=found["revision"],
        changes=tuple(Change(kind=Kind(k), id=EntryId(i), before=b, after=a) for k, i, b, a in found["changes"]),
        rows=tuple(_row(*values) for values in found["rows"]),
        unclear=tuple(
            Unclear(address=a, rows=tuple(r), candidates=tuple(c), outside=o) for a, r, c, o in found["unclear"]
        ),
        persons=found["persons"],
        persons_left_out=found["persons_left_out"],
        missing=found["missing"],
        gone=tuple(found.get("gone", ())),
    )


def _row(
    number: int, key: str, name: str, outcome: Outcome, entry: str, like: str, like_name: str, remarks: list[Any]
) -> RowReport:
    told = tuple(Remark(column=c, code=m, params=p) for c, m, p in remarks)
    return RowReport(
        number=number, key=key, name=name, outcome=outcome, entry=entry, like=like, like_name=like_name, remarks=told
    )
