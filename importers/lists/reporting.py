"""What became of each row: kept while an import is made, reported at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from graph.model.changes import Change, EntryId
from graph.network import Network
from importers.lists.items import Item
from importers.lists.likeness import Like
from importers.lists.traits import Traits
from importers.lists.transform import RowParts
from importers.proposal import Differs, Outcome, Remark, RowReport, Suggestion


@dataclass(kw_only=True, slots=True)
class Taken:
    """What became of a row so far; the outcome of a row that was taken in shows at the end."""

    parts: RowParts
    traits: Traits
    outcome: Outcome | None = None
    actor: EntryId | None = None
    likes: tuple[Like, ...] = ()
    apart: tuple[EntryId, ...] = ()
    remarks: list[Remark] = field(default_factory=list)
    differs: list[Differs] = field(default_factory=list)


class Rows(Protocol):
    """The rows of a list that others of it may be the same as."""

    def row(self, said: str) -> Taken | None:
        """The row that a suggestion names."""

    def apart(self, said: Iterable[EntryId]) -> tuple[EntryId, ...]:
        """Ids with the actors of rows in the place of rows."""

    def beside(self, row: Taken) -> Mapping[str, Any]:
        """What the row says that this one is probably the same as."""


def report(network: Network, row: Taken, outcomes: Mapping[int, Outcome], rows: Rows) -> RowReport:
    """What became of a row. `outcomes`: by row number, of rows that were taken in."""
    likes = tuple(_suggestion(network, like, rows) for like in row.likes)
    return RowReport(
        number=row.parts.number,
        key=row.parts.key,
        name=str(row.parts.actor.get("name") or ""),
        outcome=row.outcome or outcomes.get(row.parts.number, "unchanged"),
        entry=row.actor or "",
        like=likes[0].id if likes else "",
        like_name=likes[0].name if likes else "",
        likes=likes,
        said={"actor": row.parts.actor, "place": row.parts.place, "service": row.parts.service} if likes else {},
        beside=rows.beside(row),
        differs=tuple(row.differs),
        apart=rows.apart(row.apart),
        remarks=tuple(row.remarks),
    )


def tells(change: Change) -> bool:
    """Whether a change says anything new: a note of where an entry stands in a list does not."""
    return change.before is None or set(change.after or ()) != {"origin"}


def row_remark(code: str, item: Item) -> Remark:
    """A remark that names another row."""
    return Remark(column="", code=code, params={"row": str(item.rows[0]), "name": item.name})


def _suggestion(network: Network, like: Like, rows: Rows) -> Suggestion:
    other, found = rows.row(like.id), like.evidence
    name = str(other.parts.actor["name"] if other else network.entry(like.id).fields["name"])
    return Suggestion(id=like.id, name=name, score=found.score, level=found.level or "possible", why=found.reasons)
