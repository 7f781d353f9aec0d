"""What can't be written down is told before anything is written: no JSON, no Unicode, nested without end."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from graph.engines import log_format
from graph.model.canonical import canonical
from graph.model.changes import Change, ChangeSet, Fields, Record
from graph.model.errors import Fault, Invalid
from graph.model.schema import kinds

_DEEPEST = 64  # reading nested JSON back costs stack, and the reader may stand deeper than the writer
_UNWRITABLE = (TypeError, ValueError, RecursionError)


def rows_of(changes: ChangeSet, salt: Callable[[], str]) -> list[log_format.Row]:
    """The log rows of a ChangeSet, each personal payload with a salt of its own. Raises Invalid."""
    return [_row(change, salt) for change in changes.changes]


def header_of(changes: ChangeSet) -> str:
    """The first line of a ChangeSet. Raises Invalid."""
    try:
        header = log_format.header_of(changes)
        header.encode("utf-8")
    except _UNWRITABLE as exc:
        raise Invalid([_fault("header")], ascii(changes.op)) from exc
    return header


def body_of(record: Record) -> str:
    """A Record's body as text. Raises Invalid."""
    try:
        text = canonical(record.body)
        _check(text, record.body)
    except _UNWRITABLE as exc:
        raise Invalid(_faults([record.body]), ascii(f"{record.kind}/{record.id}")) from exc
    return text


def _row(change: Change, salt: Callable[[], str]) -> log_format.Row:
    if change.kind not in kinds():
        raise Invalid([_fault("kind")], ascii(change.id))
    try:
        row = log_format.row_of(change, salt)
        for text in (row.text, *(p.text for p in row.payloads)):
            _check(text, change.before, change.after)
    except _UNWRITABLE as exc:
        raise Invalid(_faults([change.before or {}, change.after or {}]), ascii(change.id)) from exc
    return row


def _check(text: str, *written: Fields | None) -> None:
    text.encode("utf-8")
    if text.count("[") + text.count("{") <= _DEEPEST:
        return  # so few can't be nested deeper
    for side in written:
        if side and _too_deep(side.values()):
            raise RecursionError


def _too_deep(values: Iterable[object], left: int = _DEEPEST) -> bool:
    for each in values:
        if isinstance(each, dict | list | tuple):
            inner = each.values() if isinstance(each, dict) else each
            if left == 0 or _too_deep(inner, left - 1):
                return True
    return False


def _faults(sides: Iterable[Fields]) -> list[Fault]:
    names = dict.fromkeys(name for side in sides for name, value in side.items() if not _fine(name, value))
    return [_fault(ascii(name) if not _fine(name) else name) for name in names]


def _fine(*values: object) -> bool:
    try:
        _check(canonical(values), {"": values})
    except _UNWRITABLE:
        return False
    return True


def _fault(name: str) -> Fault:
    return Fault(field=name, code="store.unwritable", params={})
