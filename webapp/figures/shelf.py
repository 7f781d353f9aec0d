"""The last figures in memory, so that a page reads one small Record and no more."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from graph.model.errors import Unavailable
from graph.store import Store
from webapp.figures import keeping
from webapp.figures.keeping import Head
from webapp.figures.methods import methods


class Figures:
    """The figures of one audience as a run found them. Parts are read when they are asked for, and stay."""

    def __init__(self, store: Store, head: Head) -> None:
        self.head = head
        self._store = store
        self._parts: dict[str, Any] = {}

    @property
    def day(self) -> date:
        """The day they stand for."""
        return self.head.day

    @property
    def moment(self) -> datetime:
        """When they were computed."""
        return self.head.moment

    @property
    def revision(self) -> int:
        """The revision of the network they were computed at."""
        return self.head.revision

    @property
    def assumed(self) -> Mapping[str, Any]:
        """What they assume, as `assumed.Assumed.body` has it."""
        return self.head.assumed

    def part(self, name: str) -> Any:
        """A part as plain data, not to be changed; None where there is none of this name."""
        if name not in self.head.parts:
            return None
        if name not in self._parts:
            found = keeping.part_of(self._store, self.head, name)
            if found is None:
                return None
            self._parts[name] = found
        return self._parts[name]


class Shelf:
    """The last figures by key."""

    def __init__(self) -> None:
        self._kept: dict[str, Figures] = {}
        self._lock = threading.Lock()

    def last(self, store: Store, key: str) -> Figures | None:
        """The last figures of a key; those in memory while the store does not answer. None before the first run
        of this program: those of an older one may lack what is shown."""
        kept = self._kept.get(key)
        try:
            head = keeping.head_of(store, key)
        except Unavailable:
            return kept
        if head is None or head.methods != methods():
            return None
        if kept is None or kept.head.version != head.version:
            with self._lock:
                kept = self._kept[key] = Figures(store, head)
        return kept
