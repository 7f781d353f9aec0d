"""What is written: ChangeSets to the network, Records beside it, and the scope a process serves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NewType

EntryId = NewType("EntryId", str)
OpId = NewType("OpId", str)
Revision = NewType("Revision", int)
Kind = NewType("Kind", str)

Fields = Mapping[str, Any]
"""Field name → JSON value (str, int, float, bool, list, dict). A missing key means: not known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry of the network as it stands."""

    kind: Kind
    id: EntryId
    fields: Fields


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """What one ChangeSet does to one entry: only the touched fields, each with its value before and after.

    `before` None creates the entry (`after` is the whole of it); `after` None deletes it (`before` is the whole of it).
    In an update a field that was not known before, or is not known afterwards, stands as None.
    """

    kind: Kind
    id: EntryId
    before: Fields | None
    after: Fields | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Why:
    """The reason of a ChangeSet: a code of the vocabulary and its parameters, said in the reader's language."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeSet:
    """One write to the network, applied whole or not at all.

    `op` makes a retry safe: the same operation is answered, never repeated. `source` is "form", "import:<job>",
    "proposal:<id>", "undo:<revision>", "seed" or "command".
    """

    op: OpId
    who: str
    at: datetime
    why: Why
    source: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Applied:
    """A ChangeSet as the store keeps it: with the revision it made."""

    revision: Revision
    changes: ChangeSet
    erased: frozenset[tuple[EntryId, str]] = frozenset()
    """(entry, field) whose payload was erased: their values stand as None in `changes`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Erasure:
    """Personal payloads taken out of store and history; other processes forget them too."""

    revision: Revision
    at: datetime
    fields: tuple[tuple[EntryId, str], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Record:
    """Operational state: accounts, grants, sessions, jobs, mappings, settings. No history.

    `version` is compared and set: 0 creates, else it must be the stored one. `due` and `expires` are UTC.
    """

    kind: str
    id: str
    body: Mapping[str, Any]
    version: int = 0
    owner: str = ""
    due: datetime | None = None
    expires: datetime | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Scope:
    """The part of the network a process serves. `areas` None means everything."""

    areas: frozenset[EntryId] | None = None
    ids: frozenset[EntryId] = frozenset()


EVERYTHING = Scope()
