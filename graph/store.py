"""The port: what a store of the network promises, in words of the domain. `tests/contract` holds every engine to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from graph.model.changes import Applied, ChangeSet, Entry, EntryId, Erasure, OpId, Record, Revision, Scope


class Store(Protocol):
    """One network behind one narrow door. Safe to use from several threads and processes.

    Every call may raise `Unavailable`; then nothing was written, or a retry with the same operation id tells.
    """

    def revision(self) -> Revision:
        """The latest revision; 0 for an empty store. Cheap: asked once a request."""
        ...

    def written_at(self) -> datetime | None:
        """When the latest revision was made; None for an empty store. Cheap, however much was written then."""
        ...

    def load(self, scope: Scope) -> tuple[Revision, Iterable[Entry]]:
        """The entries of a scope as one consistent whole, with the revision they stand at.

        Of a part (see `graph.scope`) that is what `within` makes it of, found by index: it costs what the part holds,
        not what the store holds. An engine may give more.
        """
        ...

    def areas(self, called: str) -> list[EntryId]:
        """The areas with this ARS, AGS or name, found by index."""
        ...

    def feed(self, after: Revision) -> Iterator[Applied | Erasure]:
        """What was written after a revision, oldest first."""
        ...

    def commit(self, changes: ChangeSet | None, put: Sequence[Record] = (), drop: Sequence[Record] = ()) -> Revision:
        """Apply a ChangeSet and Records in one transaction, whole or not at all.

        Every touched field must still have its `before`, a created entry must not exist, a deleted one must be as it
        was seen. An operation id that was applied already answers with its revision and writes nothing.
        A record is put or dropped when the stored version is the given one (put: 0 creates). Without changes the
        revision stays.

        Raises: Conflict, Dangling, RecordConflict, Unavailable; Invalid for an unknown kind or a value that is no JSON.
        """
        ...

    def erase(self, fields: Sequence[tuple[EntryId, str]], op: OpId, at: datetime) -> Revision:
        """Take these personal fields out of entries and out of all history, for good.

        Raises: KnotenpunktError for a field that is not personal; Unavailable while a reader of old state keeps its
        bytes from going: then the same operation has to be tried again.
        """
        ...

    def history(self, entry: EntryId | None, before: Revision | None, limit: int) -> list[Applied]:
        """ChangeSets, newest first: of one entry or of all, below a revision. Of one entry only its own changes."""
        ...

    def applied(self, op: OpId) -> Revision | None:
        """The revision an operation made, if it was applied."""
        ...

    def verify(self) -> Revision | None:
        """Check the hash chain of the history: None when whole, else the first revision that does not fit."""
        ...

    def get(self, kind: str, id: str) -> Record | None:
        """One record, also when it is past its expiry (purge takes it away)."""
        ...

    def find(self, kind: str, owner: str | None = None, limit: int = 100) -> list[Record]:
        """Records of a kind, of one owner if given, by id."""
        ...

    def claim(self, kind: str, now: datetime, lease: timedelta) -> Record | None:
        """Take the longest due record of a kind: its due moves to the end of the lease, its version goes up.

        Exactly one of several callers gets it.
        """
        ...

    def add(self, counter: str, n: int, now: datetime, expires: datetime) -> int:
        """Add to a counter and answer its sum. A counter past its expiry starts anew at n."""
        ...

    def purge(self, now: datetime) -> int:
        """Delete records and counters past their expiry; answers how many."""
        ...

    def dump(self) -> Iterator[bytes]:
        """Everything behind the port as canonical lines: the same content gives the same lines on every engine."""
        ...

    def restore(self, lines: Iterable[bytes]) -> None:
        """Fill an empty store from a dump, whole or not at all.

        Raises KnotenpunktError when it is not empty or a line is damaged, missing or out of place.
        """
        ...

    def close(self) -> None:
        """Give back what the store holds. Further calls fail."""
        ...
