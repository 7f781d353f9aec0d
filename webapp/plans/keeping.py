"""Plans as Records. Nothing here touches the network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from graph.model.changes import Record
from graph.model.errors import Fault, Invalid, KnotenpunktError, Missing, RecordConflict
from graph.operations.moves import Move
from graph.store import Store

KIND, RESULT, REMOVED = "plan", "plan-result", "plan-removed"
LONGEST_TITLE, MOST_MOVES, MOST_PLANS = 120, 60, 500
KEPT = timedelta(days=365)
"""So long a result is kept."""
BROUGHT_BACK = timedelta(days=30)
"""So long a plan that was deleted can be brought back."""
_TRIES = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """`changed`: the day and time of the last change, ISO; `version` counts the changes."""

    id: str
    title: str
    owner: str
    changed: str
    moves: tuple[Move, ...] = ()
    version: int = 0


def every(store: Store) -> list[Plan]:
    """All plans, the last changed first."""
    return sorted(map(_plan, store.find(KIND, limit=MOST_PLANS)), key=lambda p: (p.changed, p.id), reverse=True)


def get(store: Store, id: str) -> Plan:
    """The plan of this id. Raises Missing."""
    record = store.get(KIND, id)
    if record is None:
        raise Missing(KIND, id)
    return _plan(record)


def create(store: Store, plan: Plan) -> Plan:
    """Keep a new plan. Raises Invalid without a title."""
    made = replace(plan, title=_title(plan.title))
    store.commit(None, put=[_record(made)])
    return replace(made, version=1)


def rename(store: Store, id: str, title: str, version: int, now: str) -> None:
    """Give another title. Raises Invalid, Missing; RecordConflict when the plan changed since `version`."""
    store.commit(None, put=[_record(replace(get(store, id), title=_title(title), version=version, changed=now))])


def add(store: Store, id: str, moves: list[Move], now: str) -> None:
    """Put moves at the end; those that are there already (sent twice) stay as they are. Raises Missing, Invalid."""

    def more(plan: Plan) -> tuple[Move, ...]:
        known = {move.id for move in plan.moves}
        return (*plan.moves, *(move for move in moves if move.id not in known))

    _change(store, id, more, now)


def take_out(store: Store, id: str, move: str, now: str) -> None:
    """Remove a move. Raises Missing."""
    _change(store, id, lambda plan: tuple(each for each in plan.moves if each.id != move), now)


def remove(store: Store, id: str, now: datetime) -> None:
    """Delete a plan with its result; for a while it can be brought back."""
    found = [record for kind in (KIND, RESULT, REMOVED) if (record := store.get(kind, id))]
    plans = [record for record in found if record.kind == KIND]
    kept = [replace(plan, kind=REMOVED, version=0, due=None, expires=now + BROUGHT_BACK) for plan in plans]
    if kept:
        store.commit(None, put=kept, drop=found)


def removed(store: Store, now: datetime) -> list[Plan]:
    """Deleted plans that can be brought back, the last changed first."""
    found = [
        _plan(record) for record in store.find(REMOVED, limit=MOST_PLANS) if record.expires and record.expires > now
    ]
    return sorted(found, key=lambda p: (p.changed, p.id), reverse=True)


def bring_back(store: Store, id: str) -> None:
    """Undo that a plan was deleted. Raises Missing where it was not, or is back already."""
    record = store.get(REMOVED, id)
    if record is None or store.get(KIND, id) is not None:
        raise Missing(KIND, id)
    store.commit(None, put=[replace(record, kind=KIND, version=0, expires=None)], drop=[record])


def result(store: Store, id: str) -> dict[str, Any] | None:
    """What the last computation found; None before the first."""
    record = store.get(RESULT, id)
    return dict(record.body) if record else None


def keep_result(store: Store, plan: Plan, body: dict[str, Any], now: datetime) -> None:
    """Replace what was found, unless it was computed later than `now`, when this computation began.

    Raises Missing where the plan is gone, KnotenpunktError where it has changed since, RecordConflict where others are
    quicker again and again. What outlives its plan by a hair expires.
    """
    for tries in range(_TRIES):
        if get(store, plan.id).version != plan.version:
            raise KnotenpunktError("plan.changed_meanwhile")
        before = store.get(RESULT, plan.id)
        if before and datetime.fromisoformat(before.body["moment"]) > now:
            return
        version = before.version if before else 0
        record = Record(kind=RESULT, id=plan.id, owner=plan.owner, body=body, version=version, expires=now + KEPT)
        try:
            store.commit(None, put=[record])
            return
        except RecordConflict:
            if tries == _TRIES - 1:
                raise


def _change(store: Store, id: str, moves: Callable[[Plan], tuple[Move, ...]], now: str) -> None:
    """Adding and removing never collide in meaning, so whoever was overtaken tries again."""
    for tries in range(_TRIES):
        plan = get(store, id)
        changed = replace(plan, moves=moves(plan), changed=now)
        if len(changed.moves) > MOST_MOVES:
            raise Invalid([Fault(field="what", code="plan.too_long", params={"most": str(MOST_MOVES)})])
        if changed.moves == plan.moves:
            return
        try:
            store.commit(None, put=[_record(changed)])
            return
        except RecordConflict:
            if tries == _TRIES - 1:
                raise


def _title(text: str) -> str:
    title = " ".join(text.split())[:LONGEST_TITLE]
    if not title:
        raise Invalid([Fault(field="title", code="value.required", params={})])
    return title


def _plan(record: Record) -> Plan:
    body = record.body
    return Plan(
        id=record.id,
        title=body["title"],
        owner=record.owner,
        changed=body["changed"],
        moves=tuple(Move(**move) for move in body["moves"]),
        version=record.version,
    )


def _record(plan: Plan) -> Record:
    body = {"title": plan.title, "changed": plan.changed, "moves": [move.body for move in plan.moves]}
    return Record(kind=KIND, id=plan.id, owner=plan.owner, version=plan.version, body=body)
