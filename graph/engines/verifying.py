"""Walking the whole history: does every line follow from the one before, every row and payload belong to its line?"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.engines import log_format

_Missing = dict[tuple[str, str], int]
"""(entry, field) → the first revision that lacks its payload without an erasure yet."""

Payloads = Mapping[tuple[int, str, str], tuple[str, str]]
"""(position, entry, field) → (salt, text)"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of the log with what hangs on it. `rows`: (position, entry, text) in order."""

    revision: int
    op: str
    header: str
    rows_hash: str
    chain: str
    rows: Sequence[tuple[int, str, str]]
    payloads: Payloads


def first_broken(lines: Iterable[Line]) -> int | None:
    """The first revision whose number, hash, rows or payloads do not fit. `lines`: all of them, oldest first."""
    chain = log_format.GENESIS
    missing: _Missing = {}
    for number, line in enumerate(lines, start=1):
        chain = log_format.chained(chain, line.header, line.rows_hash)
        if (line.revision, line.chain) != (number, chain):
            return number
        header = json.loads(line.header)
        if header["op"] != line.op:
            return number
        if not _rows_fit(line, missing):
            return number
        for entry, field in header.get("erased", ()):
            missing.pop((entry, field), None)
    return min(missing.values(), default=None)


def _rows_fit(line: Line, missing: _Missing) -> bool:
    if line.rows_hash != log_format.rows_hash(text for _, _, text in line.rows):
        return False
    payloads = dict(line.payloads)
    for position, entry, text in line.rows:
        change = json.loads(text)
        if change["i"] != entry:
            return False
        for field, stated in change.get("p", {}).items():
            payload = payloads.pop((position, entry, field), None)
            if payload is None:
                missing.setdefault((entry, field), line.revision)
            elif not log_format.payload_fits(stated, *payload):
                return False
    return not payloads
