"""Whether enough is known for an analysis to say anything."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.analysis.finding import Finding
from graph.model.changes import Entry

ENOUGH = 0.6
"""Share of the entries that must carry what an analysis rests on; a county may set another."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Readiness:
    """`known` of `total` entries of a kind carry the field `what` (a name of the vocabulary)."""

    kind: str
    what: str
    known: int
    total: int
    threshold: float = ENOUGH

    @property
    def share(self) -> float:
        """0 to 1; 0 where there is nothing to rest on."""
        return self.known / self.total if self.total else 0.0

    @property
    def enough(self) -> bool:
        """Whether the analysis may give a result instead of saying what to collect."""
        return self.total > 0 and self.share >= self.threshold

    @property
    def finding(self) -> Finding:
        """The basis in one sentence ("12 von 300 Angeboten nennen ihre Kapazität"); where there is nothing, that."""
        return Finding(
            code=f"readiness.{self.kind}.{self.what}{'' if self.total else '.none'}",
            values={"known": self.known, "total": self.total, "needed": round(self.threshold * 100)},
        )


def carried(entries: Iterable[Entry], kind: str, what: str, threshold: float = ENOUGH) -> Readiness:
    """How many of these entries carry a field.

    >>> from graph.model.changes import EntryId, Kind
    >>> some = [Entry(kind=Kind("service"), id=EntryId(str(n)), fields={"capacity": 3} if n else {}) for n in range(4)]
    >>> carried(some, "service", "capacity").share
    0.75
    """
    found = list(entries)
    known = sum(what in entry.fields for entry in found)
    return Readiness(kind=kind, what=what, known=known, total=len(found), threshold=threshold)
