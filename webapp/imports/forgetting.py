"""Letting go of what an import keeps beside its changes: the file, the cells read from it, its previews."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from graph.model.changes import Record
from graph.model.errors import RecordConflict
from graph.store import Store
from webapp.imports import chunks, files, record
from webapp.imports.record import Import

_MOST_WAITING = 10_000
_DIGITS_THAT_TELL = 7
_WORD = re.compile(r"\w+")


def preview(store: Store, wanted: Import) -> None:
    """Drop the present preview of an import."""
    _drop(store, _preview(store, wanted))


def everything_read(store: Store, wanted: Import) -> None:
    """Drop what was read from the file, and the preview. The import itself stays."""
    content = store.get(record.CONTENT, wanted.id)
    _drop(store, [*([content] if content else []), *_preview(store, wanted)])


def waiting(store: Store, incoming: Path, wanted: Import) -> None:
    """Drop an import that was not written, with all it keeps."""
    files.forget(incoming, wanted.id)
    everything_read(store, wanted)
    stored = store.get(record.KIND, wanted.id)
    if stored is not None:
        _drop(store, [stored])


def mentioning(store: Store, incoming: Path, details: Collection[str]) -> None:
    """Drop every import not yet written with a cell that has one of these personal details. O(cells waiting)."""
    looked_for = [_tokens(each) for each in details if _tokens(each)]
    for content in store.find(record.CONTENT, limit=_MOST_WAITING):
        if any(_says(text, each) for text in _texts(content.body) for each in looked_for):
            wanted = record.find(store, content.id)
            if wanted is not None:
                waiting(store, incoming, wanted)


def _preview(store: Store, wanted: Import) -> list[Record]:
    number = wanted.proposal.get("number")
    return list(_numbered(store, wanted.id, number)) if number else []


def _numbered(store: Store, id: str, number: str) -> Iterator[Record]:
    changes = store.get(record.CHANGES, chunks.changes_id(id, number))
    if changes is not None:
        yield changes
    for name in chunks.LISTS:
        for page in count():
            rows = store.get(record.ROWS, chunks.rows_id(id, number, name, page))
            if rows is None:
                break
            yield rows


def _drop(store: Store, records: Iterable[Record]) -> None:
    dropped = list(records)
    with contextlib.suppress(RecordConflict):  # somebody else let go of them at the same moment
        if dropped:
            store.commit(None, drop=dropped)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


def _tokens(detail: str) -> frozenset[str]:
    """What a cell must hold to say the same: the end of a number, else all words."""
    digits = "".join(filter(str.isdecimal, detail))
    if detail.startswith("+") and len(digits) >= _DIGITS_THAT_TELL:
        return frozenset({digits[-_DIGITS_THAT_TELL:]})
    return frozenset(_WORD.findall(detail.casefold()))


def _says(text: str, tokens: frozenset[str]) -> bool:
    folded = text.casefold()
    digits = "".join(filter(str.isdecimal, folded))
    return all(token in folded or token in digits for token in tokens)
