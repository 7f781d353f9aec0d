"""What this process read lately of who is who: asked only while the store is silent, so that reading goes on."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from graph.live import Live
from graph.model.errors import Unavailable

R = TypeVar("R")

KEPT = timedelta(minutes=15)
"""How long somebody reads on as before when the store falls silent; then they read what is public."""

_MANY = 20_000


class Remembered:
    """Sessions, accounts and grants as they were when this process last read them. Safe to use from any thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._kept: dict[Hashable, tuple[datetime, Any]] = {}

    def read(self, key: Hashable, read: Callable[[], R], now: datetime, live: Live) -> R:
        """What `read` answers; when the store can't tell, what it answered within the last minutes.

        A store that is known to be silent is not waited for. Raises Unavailable.
        """
        kept = self._kept.get(key)
        usable = kept is not None and now - kept[0] <= KEPT
        if kept is not None and usable and live.silent:
            return kept[1]  # type: ignore[no-any-return]
        try:
            found = read()
        except Unavailable:
            live.note_silence()
            if kept is not None and usable:
                return kept[1]  # type: ignore[no-any-return]
            raise
        self._keep(key, now, found)
        return found

    def forget(self, key: Hashable) -> None:
        """Let go of what was ended or taken away."""
        with self._guard:
            self._kept.pop(key, None)

    def _keep(self, key: Hashable, now: datetime, found: object) -> None:
        with self._guard:
            self._kept[key] = (now, found)
            if len(self._kept) > _MANY:
                fresh = {k: kept for k, kept in self._kept.items() if now - kept[0] <= KEPT}
                self._kept = fresh if len(fresh) <= _MANY else {}
