"""Walking the whole history: does every line follow from the one before, every row and payload belong to its line?"""

from __future__ import annotations

import json
from typing import Any

from graph.engines import log_format

_Missing = dict[tuple[str, str], int]
"""(entry, field) → the first revision that lacks its payload without an erasure yet."""


def first_broken(connection: Any) -> int | None:
    """The first revision whose number, hash, rows or payloads do not fit."""
    chain = log_format.GENESIS
    missing: _Missing = {}
    lines = connection.execute("SELECT revision, op, header, rows_hash, chain FROM log ORDER BY revision").fetchall()
    for number, (revision, op, header, rows_hash, stated) in enumerate(lines, start=1):
        chain = log_format.chained(chain, header, rows_hash)
        if (revision, stated) != (number, chain) or json.loads(header)["op"] != op:
            return number
        if not _rows_fit(connection, number, rows_hash, missing):
            return number
        for entry, field in json.loads(header).get("erased", ()):
            missing.pop((entry, field), None)
    return min(missing.values(), default=None)


def _rows_fit(connection: Any, revision: int, rows_hash: str, missing: _Missing) -> bool:
    rows = connection.execute(
        "SELECT position, entry, body FROM log_row WHERE revision = ? ORDER BY position", (revision,)
    ).fetchall()
    if rows_hash != log_format.rows_hash(text for _, _, text in rows):
        return False
    payloads = {
        (position, entry, field): (salt, text)
        for position, entry, field, salt, text in connection.execute(
            "SELECT position, entry, field, salt, payload FROM personal WHERE revision = ?", (revision,)
        )
    }
    for position, entry, text in rows:
        change = json.loads(text)
        if change["i"] != entry:
            return False
        for field, stated in change.get("p", {}).items():
            payload = payloads.pop((position, entry, field), None)
            if payload is None:
                missing.setdefault((entry, field), revision)
            elif not log_format.payload_fits(stated, *payload):
                return False
    return not payloads
