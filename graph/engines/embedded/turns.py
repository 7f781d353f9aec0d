"""Whose turn it is to write to a file, among the threads of this process and all other processes."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from graph.model.errors import Unavailable

try:
    import fcntl
except ImportError:  # Windows: its wheel of pysqlite3 is new enough
    fcntl = None  # type: ignore[assignment]

__all__ = ["Turns", "pause"]

_CLOSE_SECONDS = 1.0


class Turns:
    """Turns at one file. Threads queue here, so that only one of a process waits for other processes.

    Processes meet at a lock on a file beside it, `*.writer`, which the kernel takes back from one that was killed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + ".writer")
        self._thread = threading.Lock()
        self._file: IO[bytes] | None = None  # kept open: locking it then is one system call

    @contextmanager
    def turn(self, alone: bool, until: float) -> Iterator[None]:
        """Hold a turn inside the block: while no other process has one, or beside others that aren't `alone` either.

        Raises Unavailable when there is none before `until`, a moment of `time.monotonic`.
        """
        if not self._thread.acquire(timeout=max(0.0, until - time.monotonic())):
            raise Unavailable(detail="busy")
        try:
            with self._among_processes(alone, until):
                yield
        finally:
            self._thread.release()

    def close(self) -> None:
        """Close the lock's file, unless a thread still writes: it keeps its turn until it is done."""
        if self._thread.acquire(timeout=_CLOSE_SECONDS):
            if self._file is not None:
                self._file.close()
                self._file = None
            self._thread.release()

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    @contextmanager
    def _among_processes(self, alone: bool, until: float) -> Iterator[None]:
        if fcntl is None:
            yield
            return
        try:
            file = self._file = self._file or self._path.open("ab")
            _lock(file, fcntl.LOCK_EX if alone else fcntl.LOCK_SH, until)
        except OSError as exc:
            raise Unavailable(detail=str(exc)) from exc
        try:
            yield
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)


def pause(waited: float) -> None:
    """Sleep until asking once more. Who has waited longer asks more often, lest those who just came starve them."""
    time.sleep(0.01 if waited < 0.2 else 0.004 if waited < 1 else 0.001)


def _lock(file: IO[bytes], mode: int, until: float) -> None:
    started = time.monotonic()
    while True:
        try:
            fcntl.flock(file, mode | fcntl.LOCK_NB)
            return
        except BlockingIOError as exc:
            now = time.monotonic()
            if now > until:
                raise Unavailable(detail="busy") from exc
        pause(now - started)
