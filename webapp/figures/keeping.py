"""Figures as Records: one head an audience that says what they rest on, and their parts in pieces."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from graph.model.changes import Record
from graph.model.fields import Audience
from graph.store import Store
from webapp.figures.methods import methods

KIND, PIECE_KIND = "figures", "figures-piece"
PIECE = 200_000
"""Letters of one Record."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What figures rest on. `parts`: name → number of pieces; `older`: the run before, kept for who is reading it."""

    key: str
    number: str
    revision: int
    day: date
    moment: datetime
    assumed: Mapping[str, Any]
    settings: int
    """Version of the settings they assume."""
    seconds: float = 0.0
    parts: Mapping[str, int] = field(default_factory=dict)
    older: tuple[str, Mapping[str, int]] = ("", {})
    methods: str = field(default_factory=methods)
    """The program that computed them, by `webapp.figures.methods`."""
    version: int = 0


def key_of(audience: Audience, areas: tuple[str, ...] = ()) -> str:
    """Under which name figures are kept: those of a process that serves some areas stand beside those of the whole."""
    if not areas:
        return audience.value
    return f"{audience.value}-{hashlib.sha256(json.dumps(sorted(areas)).encode()).hexdigest()[:12]}"


def head_of(store: Store, key: str) -> Head | None:
    """What the last figures rest on."""
    record = store.get(KIND, key)
    return _head(record) if record else None


def part_of(store: Store, head: Head, name: str) -> Any:
    """One part of these figures; None where they have none of this name, or a newer run but one took them away."""
    pieces = [store.get(PIECE_KIND, _id(head.key, head.number, name, n)) for n in range(head.parts.get(name, 0))]
    if not pieces or None in pieces:
        return None
    return json.loads("".join(piece.body["text"] for piece in pieces if piece))


def keep(store: Store, head: Head, data: Mapping[str, Any]) -> None:
    """Replace the figures of a key, whole or not at all. Raises RecordConflict when another run was faster."""
    texts = {name: json.dumps(part, ensure_ascii=False, separators=(",", ":")) for name, part in data.items()}
    pieces = {name: [text[n : n + PIECE] for n in range(0, len(text), PIECE)] for name, text in texts.items()}
    before = head_of(store, head.key)
    body = {
        "number": head.number,
        "revision": head.revision,
        "day": head.day.isoformat(),
        "moment": head.moment.isoformat(),
        "assumed": dict(head.assumed),
        "settings": head.settings,
        "seconds": head.seconds,
        "methods": head.methods,
        "parts": {name: len(some) for name, some in pieces.items()},
        "older": [before.number, dict(before.parts)] if before else ["", {}],
    }
    made = [
        Record(kind=PIECE_KIND, id=_id(head.key, head.number, name, n), owner=head.key, body={"text": text})
        for name, some in pieces.items()
        for n, text in enumerate(some)
    ]
    made.append(Record(kind=KIND, id=head.key, body=body, version=before.version if before else 0))
    store.commit(None, put=made, drop=list(_outlived(store, before)) if before else [])


def _outlived(store: Store, before: Head) -> Iterator[Record]:
    number, parts = before.older
    for name, count in parts.items():
        for n in range(count):
            piece = store.get(PIECE_KIND, _id(before.key, number, name, n))
            if piece is not None:
                yield piece


def _head(record: Record) -> Head:
    body = record.body
    return Head(
        key=record.id,
        number=body["number"],
        revision=body["revision"],
        day=date.fromisoformat(body["day"]),
        moment=datetime.fromisoformat(body["moment"]),
        assumed=body["assumed"],
        settings=body["settings"],
        seconds=body["seconds"],
        methods=body.get("methods", ""),
        parts=body["parts"],
        older=(body["older"][0], body["older"][1]),
        version=record.version,
    )


def _id(key: str, number: str, name: str, n: int) -> str:
    return f"{key}/{number}/{name}/{n}"
