"""A process that writes to a store and says what was acknowledged, until it is killed.

    python -m tests.concurrency.writer URL NAME NUMBER [OPERATION]

It starts with an operation whose answer may have been lost, if one is given, and goes on counting from the number.
Before each commit the operation is said ("try OP"), after it the answer ("done OP REVISION SECONDS").
"""

from __future__ import annotations

import json
import os
import sys
import time

from graph.connect import open_store
from graph.model.changes import Change, ChangeSet, EntryId, Fields, Kind, OpId, Record, Why
from graph.model.errors import Unavailable
from graph.store import Store
from tests.contract.making import NOW


def entries_of(op: str) -> dict[str, tuple[str, Fields]]:
    """The entries that an operation "NAME-NUMBER" leaves: an actor that tells it, a new contact, a new service."""
    name, _ = op.split("-")
    return {
        name: ("actor", {"name": name, "about": op}),
        f"{op}-contact": ("contact", {"function": "f", "actor": name, "person": f"Person {op}"}),
        f"{op}-service": ("service", {"name": op, "provider": name, "about": "x" * 2000}),
    }


def changes_of(op: str) -> ChangeSet:
    """What the operation writes; its actor must still tell the operation before."""
    name, number = op.split("-")
    made = [_change(id, kind, None, fields) for id, (kind, fields) in entries_of(op).items()]
    if number != "0":
        made[0] = _change(name, "actor", {"about": f"{name}-{int(number) - 1}"}, {"about": op})
    return ChangeSet(op=OpId(op), who="w", at=NOW, why=Why(code="why.edit"), source="form", changes=tuple(made))


def record_of(op: str) -> Record:
    """The record that is put with the operation."""
    return Record(kind="mail", id=op, body={"op": op})


def main() -> None:
    """Write without end."""
    url, name, number, *again = sys.argv[1:]
    store = open_store(url)
    for op in again:
        _write(store, op)
    for count in range(int(number), 1 << 30):
        _write(store, f"{name}-{count}")


def _write(store: Store, op: str) -> None:
    _say("try", op)
    started = time.monotonic()
    while True:
        asked = time.monotonic()
        try:
            revision = store.commit(changes_of(op), put=[record_of(op)])
            break
        except Unavailable:
            _say("busy", op, 0, time.monotonic() - asked)
            time.sleep(0.05)
    _say("done", op, revision, time.monotonic() - started)


def _say(*words: object) -> None:
    os.write(1, (json.dumps(words) + "\n").encode())  # one write: a line is never cut by a kill


def _change(id: str, kind: str, before: Fields | None, after: Fields) -> Change:
    return Change(kind=Kind(kind), id=EntryId(id), before=before, after=after)


if __name__ == "__main__":
    main()
