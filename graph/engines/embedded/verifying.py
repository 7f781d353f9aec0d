"""The lines of the log as they stand in the file, to be verified."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.engines.verifying import Line, Payloads


def lines(connection: Any) -> Iterator[Line]:
    """All lines, oldest first."""
    found = connection.execute("SELECT revision, op, header, rows_hash, chain FROM log ORDER BY revision").fetchall()
    for number, (revision, op, header, rows_hash, chain) in enumerate(found, start=1):
        rows = connection.execute(
            "SELECT position, entry, body FROM log_row WHERE revision = ? ORDER BY position", (number,)
        ).fetchall()
        yield Line(
            revision=revision, op=op, header=header, rows_hash=rows_hash, chain=chain,
            rows=rows, payloads=_payloads(connection, number),
        )  # fmt: skip


def _payloads(connection: Any, revision: int) -> Payloads:
    return {
        (position, entry, field): (salt, text)
        for position, entry, field, salt, text in connection.execute(
            "SELECT position, entry, field, salt, payload FROM personal WHERE revision = ?", (revision,)
        )
    }
