"""Uploaded files while they wait: at most a day, then they and what was read from them go."""

from __future__ import annotations

import contextlib
import errno
import time
from pathlib import Path
from typing import TYPE_CHECKING

from graph.model.errors import Unavailable
from webapp.imports.record import KIND

if TYPE_CHECKING:  # a child that imports this needs no web framework
    from webapp.services import Services

_GRACE_SECONDS = 600
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})


def keep(services: Services, id: str, content: bytes) -> None:
    """Put an upload where only this program's account reads it. Raises Unavailable."""
    folder = services.config.incoming
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / id
    try:
        path.touch(mode=0o600)
        path.write_bytes(content)
    except OSError as error:
        forget(folder, id)
        raise Unavailable("store.full" if error.errno in _FULL else "store.unavailable", detail=str(error)) from error


def forget(folder: Path, id: str) -> None:
    """Delete an upload, if it is still there."""
    with contextlib.suppress(FileNotFoundError):
        (folder / id).unlink()


def tidy(services: Services) -> None:
    """Delete uploads whose import is over or past its day."""
    folder = services.config.incoming
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        old = time.time() - path.stat().st_mtime > _GRACE_SECONDS
        if old and services.store.get(KIND, path.name) is None:
            forget(folder, path.name)
