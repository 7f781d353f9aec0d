"""A process that commits ChangeSets of 10,000 entries, one after the other without a pause: an import and its undo.

    python -m tests.concurrency.bulk URL

Says "done SECONDS" after each.
"""

from __future__ import annotations

import sys
import time

from graph.connect import open_store
from graph.model.applying import inverted
from graph.model.changes import ChangeSet, OpId
from tests.contract.making import changeset, created

ENTRIES = 10_000


def main() -> None:
    """Write without end."""
    store = open_store(sys.argv[1])
    changes = _large()
    for number in range(1 << 30):
        started = time.monotonic()
        store.commit(_named(changes, number))
        print("done", time.monotonic() - started, flush=True)
        changes = _named(changes, number, inverted(changes))


def _large() -> ChangeSet:
    return changeset(
        *(
            created(
                f"bulk-{n}",
                name=f"Beratungsstelle {n}",
                about="Berät zu Aufenthalt, Arbeit und Wohnen. " * 5,
                phones=[f"+4971818{n:05}"],
                mails=[f"stelle{n}@example.org"],
            )
            for n in range(ENTRIES)
        )
    )


def _named(changes: ChangeSet, number: int, done: tuple = ()) -> ChangeSet:  # type: ignore[type-arg]
    return ChangeSet(
        op=OpId(f"bulk-{number}"), who="w", at=changes.at, why=changes.why, source="import:1",
        changes=done or changes.changes,
    )  # fmt: skip


if __name__ == "__main__":
    main()
