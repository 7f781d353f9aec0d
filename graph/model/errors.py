"""The one tree of errors. Each carries a code of the vocabulary and parameters; pages and commands say it in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model.changes import EntryId, Kind
from graph.model.sentences import say


class KnotenpunktError(Exception):
    """Something a person has to be told. `code` and `params` name the sentence."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        return say(self.code, "en", **self.params)


class Unavailable(KnotenpunktError):
    """The store can't be reached or doesn't answer in time. Nothing was written, or the operation id tells."""

    def __init__(self, code: str = "store.unavailable", **params: object) -> None:
        super().__init__(code, **params)


class Missing(KnotenpunktError):
    """An entry or record that was asked for does not exist."""

    def __init__(self, kind: str, id: str) -> None:
        super().__init__("store.missing", kind=kind, id=id)


@dataclass(frozen=True, kw_only=True, slots=True)
class Clash:
    """One field whose stored value is not what the writer saw. `field` None: the entry as a whole."""

    kind: Kind
    id: EntryId
    field: str | None
    expected: object
    found: object


class Conflict(KnotenpunktError):
    """Someone else changed what this write touches. Nothing was written."""

    def __init__(self, clashes: Sequence[Clash]) -> None:
        super().__init__("store.conflict", count=len(clashes))
        self.clashes = tuple(clashes)


class RecordConflict(KnotenpunktError):
    """A record changed between reading and writing. Nothing was written."""

    def __init__(self, kind: str, id: str) -> None:
        super().__init__("store.record_conflict", kind=kind, id=id)
        self.kind = kind
        self.id = id


class Dangling(KnotenpunktError):
    """A link would point to an entry that does not exist. Nothing was written."""

    def __init__(self, entry: EntryId, field: str, target: EntryId) -> None:
        super().__init__("store.dangling", entry=entry, field=field, target=target)
        self.entry = entry
        self.field = field
        self.target = target


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What is wrong with one field: a code of the vocabulary with parameters."""

    field: str
    code: str
    params: Mapping[str, str]


class Invalid(KnotenpunktError):
    """Fields that can't be taken. Nothing was written."""

    def __init__(self, faults: Sequence[Fault], entry: str = "") -> None:
        super().__init__("store.invalid", count=len(faults), entry=entry)
        self.faults = tuple(faults)


class Denied(KnotenpunktError):
    """The account may not do this."""

    def __init__(self, permission: str) -> None:
        super().__init__("access.denied", permission=permission)
