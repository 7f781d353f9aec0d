"""How a ChangeSet is written down, the same in every engine: header, rows, salted personal payloads, hash chain.

A row keeps of a personal field only the hash of salt and payload; the payload lies apart and can be erased, and the
chain still verifies.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.model.canonical import canonical, digest
from graph.model.changes import Applied, Change, ChangeSet, EntryId, Erasure, Fields, Kind, OpId, Revision, Why
from graph.model.schema import personal_fields

GENESIS = "0" * 64


@dataclass(frozen=True, kw_only=True, slots=True)
class Payload:
    """The erasable part of one personal field of one change: JSON of [before, after]."""

    entry: EntryId
    field: str
    salt: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One change as written down. `body` is the whole new entry as text, where the change creates one."""

    entry: EntryId
    text: str
    payloads: tuple[Payload, ...]
    body: str | None = None


def header_of(changes: ChangeSet) -> str:
    """The first line of a ChangeSet."""
    return canonical(
        {
            "op": changes.op,
            "who": changes.who,
            "at": changes.at.isoformat(),
            "why": [changes.why.code, dict(changes.why.params)],
            "source": changes.source,
        }
    )


def erasure_header(op: OpId, at: datetime, fields: Iterable[tuple[EntryId, str]]) -> str:
    """The line of an erasure: which fields, never what stood in them."""
    return canonical({"op": op, "at": at.isoformat(), "erased": sorted([e, f] for e, f in fields)})


def row_of(change: Change, salt: Callable[[], str]) -> Row:
    """A change as text, its personal fields replaced by hashes of salted payloads."""
    personal = personal_fields(change.kind)
    body: dict[str, Any] = {"k": change.kind, "i": change.id, "b": change.before, "a": change.after}
    touched = personal.intersection(change.before or ()) | personal.intersection(change.after or ())
    if not touched:
        return _created(change) or Row(entry=change.id, text=canonical(body), payloads=())
    payloads = tuple(_payload(change, name, salt()) for name in sorted(touched))
    body["b"] = _without(change.before, touched)
    body["a"] = _without(change.after, touched)
    body["p"] = {p.field: digest(p.salt + p.text) for p in payloads}
    return Row(entry=change.id, text=canonical(body), payloads=payloads)


def _created(change: Change) -> Row | None:
    """The row of a creation, whose fields are encoded once for log and entry; None where this is no such change."""
    if change.before is not None or change.after is None or None in change.after.values():
        return None
    body = canonical(change.after)
    text = f'{{"a":{body},"b":null,"i":{canonical(change.id)},"k":{canonical(change.kind)}}}'
    return Row(entry=change.id, text=text, payloads=(), body=body)


def rows_hash(texts: Iterable[str]) -> str:
    """One hash over all rows of a ChangeSet, in their order."""
    return digest("\n".join(texts))


def chained(previous: str, header: str, rows: str) -> str:
    """The next link of the hash chain."""
    return digest(f"{previous}\n{header}\n{rows}")


def read(revision: int, header: str, rows: Iterable[tuple[str, Mapping[str, str]]]) -> Applied | Erasure:
    """A ChangeSet or erasure back from its text. `rows`: (text, field → payload text) in order."""
    head = json.loads(header)
    at = datetime.fromisoformat(head["at"])
    if "erased" in head:
        fields = tuple((EntryId(e), f) for e, f in head["erased"])
        return Erasure(revision=Revision(revision), at=at, fields=fields)
    changes: list[Change] = []
    erased: set[tuple[EntryId, str]] = set()
    for text, payloads in rows:
        change, gone = _change(json.loads(text), payloads)
        changes.append(change)
        erased.update((change.id, name) for name in gone)
    return Applied(
        revision=Revision(revision),
        changes=ChangeSet(
            op=OpId(head["op"]),
            who=head["who"],
            at=at,
            why=Why(code=head["why"][0], params=head["why"][1]),
            source=head["source"],
            changes=tuple(changes),
        ),
        erased=frozenset(erased),
    )


def payload_fits(stated: str, salt: str, text: str) -> bool:
    """Whether a payload is the one whose hash its row states."""
    return stated == digest(salt + text)


def _payload(change: Change, name: str, salt: str) -> Payload:
    sides = [None if side is None else side.get(name) for side in (change.before, change.after)]
    return Payload(entry=change.id, field=name, salt=salt, text=canonical(sides))


def _without(side: Fields | None, names: Iterable[str]) -> Fields | None:
    if side is None:
        return None
    hidden = set(names)
    return {k: v for k, v in side.items() if k not in hidden}


def _change(body: dict[str, Any], payloads: Mapping[str, str]) -> tuple[Change, list[str]]:
    before, after = body["b"], body["a"]
    gone = []
    for name in body.get("p", {}):
        if name not in payloads:
            gone.append(name)
            continue
        old, new = json.loads(payloads[name])
        # An update names a touched field on both sides; a creation or deletion only what was there.
        if before is not None and (after is not None or old is not None):
            before[name] = old
        if after is not None and (before is not None or new is not None):
            after[name] = new
    return Change(kind=Kind(body["k"]), id=EntryId(body["i"]), before=before, after=after), gone
