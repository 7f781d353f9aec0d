"""Which counts of people were published, to whomever: exact, so that what is published next gives none of them away.

Records, the last ones for good, written before anybody sees what they stand for. Nothing of them is ever shown.
"""

from __future__ import annotations

from typing import Final

from graph.analysis.coverage.need import people
from graph.analysis.publishing.counts import Before, Cell, known_to, publication
from graph.analysis.publishing.over_time import Publication
from graph.model.changes import Record
from graph.model.errors import RecordConflict
from graph.network import Network
from graph.store import Store

KIND: Final = "published-counts"
_MOST: Final = 200
"""Tables of before that are reckoned with, the latest: whoever has all of them may know more of still older ones."""


def remembered(store: Store, seen: Network, whole: Network) -> Before:
    """Every table that was published, with the one that this audience will see; it is kept where it is new."""
    while True:
        known = _kept(store)
        before = tuple(map(_publication, known[-_MOST:]))
        made = publication(known_to(seen, whole), before)
        if made in before:
            return before
        number = int(known[-1].id) + 1 if known else 1
        try:
            record = Record(kind=KIND, id=f"{number:06}", body=_body(made))
            store.commit(None, put=[record], drop=known[:-_MOST])
        except RecordConflict:  # another process published meanwhile: look again at what it gives away
            continue
        return (*before, made)


def left_out(shown: Network, seen: Network, whole: Network) -> int:
    """How many counts an audience may know of that are not in what is `shown` to it: whoever they stand for is missing
    in all that is computed from it."""
    known = known_to(seen, whole).memo(people)
    return sum(one.persons >= 1 for one in known) - len(shown.memo(people))


def _kept(store: Store) -> list[Record]:
    """The oldest first."""
    return sorted(store.find(KIND, limit=2 * _MOST), key=lambda record: record.id)


def _body(table: Publication[Cell]) -> dict[str, object]:
    return {
        "counts": sorted([*cell, *part] for cell, part in table.cells),
        "hidden": sorted(map(list, table.hidden)),
        "known": sorted(map(list, table.known)),
    }


def _publication(record: Record) -> Publication[Cell]:
    return Publication(
        cells=frozenset((tuple(cell), (entry, n)) for *cell, entry, n in record.body["counts"]),
        hidden=frozenset(map(tuple, record.body["hidden"])),
        known=frozenset(map(tuple, record.body["known"])),
    )
