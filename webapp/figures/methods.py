"""By which methods figures were computed: those of an older program may lack what pages of this one show."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[2]
_SOURCES: Final = ("graph/analysis", "webapp/tasks")


@cache
def methods() -> str:
    """A digest of everything that computes them; another one after each upgrade that touched it."""
    digest = hashlib.sha256()
    for folder in _SOURCES:
        for path in sorted((_ROOT / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
