"""What a Change does to fields, the same for every engine and for a Network in memory."""

from __future__ import annotations

from graph.model.canonical import canonical
from graph.model.changes import Change, ChangeSet, Fields
from graph.model.errors import Clash


def clashes(stored: Fields | None, change: Change) -> list[Clash]:
    """Where the stored entry is not what the writer of the change saw. Empty: the change applies.

    An update compares only the fields it touches; a creation wants no entry; a deletion compares the entry as a whole.
    """
    if change.before is None:
        return [] if stored is None else [_clash(change, None, None, stored)]
    if stored is None:
        return [_clash(change, None, change.before, None)]
    if change.after is None:
        return [] if _same(_known(stored), _known(change.before)) else [_clash(change, None, change.before, stored)]
    return [
        _clash(change, name, change.before.get(name), stored.get(name))
        for name in touched(change)
        if not _same(stored.get(name), change.before.get(name))
    ]


def result(stored: Fields | None, change: Change) -> Fields | None:
    """The fields after a change that applies; None when it deletes."""
    if change.after is None:
        return None
    if change.before is None:
        return _known(change.after)
    return _known({**(stored or {}), **dict.fromkeys(change.before), **change.after})


def touched(change: Change) -> list[str]:
    """Names of the fields a change touches. One that stands on one side only is not known on the other."""
    return list({**(change.before or {}), **(change.after or {})})


def difference(change: Change) -> bool:
    """Whether a change changes anything at all."""
    return not _same(change.before, change.after)


def invert(change: Change) -> Change:
    """The change that takes this one back."""
    return Change(kind=change.kind, id=change.id, before=change.after, after=change.before)


def inverted(changes: ChangeSet) -> tuple[Change, ...]:
    """All changes taken back, last first."""
    return tuple(invert(c) for c in reversed(changes.changes))


def _known(fields: Fields) -> Fields:
    return {k: v for k, v in fields.items() if v is not None}


def _same(a: object, b: object) -> bool:
    if a == b and type(a) is type(b) and isinstance(a, str | None):
        return True
    return canonical(a) == canonical(b)


def _clash(change: Change, field: str | None, expected: object, found: object) -> Clash:
    return Clash(kind=change.kind, id=change.id, field=field, expected=expected, found=found)
