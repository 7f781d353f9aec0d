"""One way to write a value as bytes: for hashes, comparison, the change log and dumps."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from graph.model.changes import Entry


def canonical(value: Any) -> str:
    """JSON with sorted keys, no spaces, no escapes for letters.

    >>> canonical({"b": 1, "a": "ü"})
    '{"a":"ü","b":1}'
    """
    return _encode(value)


def digest(text: str) -> str:
    """SHA-256 of a text, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def entries_hash(entries: Iterable[Entry]) -> str:
    """Hash of what the network says now, independent of order and history. Undo restores it."""
    whole = hashlib.sha256()
    for line in sorted(canonical([e.id, e.kind, e.fields]) for e in entries):
        whole.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return whole.hexdigest()


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode
