"""From an answer to the store: what changes, and what the survey keeps of it, in one transaction.

Answers take turns: two sides of a link that does not exist yet must not each make their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.analysis.standing import Side, standing
from graph.model.changes import Change, EntryId, OpId, Record
from graph.model.errors import Conflict, Dangling, RecordConflict
from graph.network import Network
from graph.operations import survey
from graph.operations.survey import Answer
from webapp.survey import keeping
from webapp.visit import Visit

_TURN = "survey-turn"
_TRIES = 25


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What an answer did: ticks that stand, links that are new among them, words taken back."""

    ticks: int
    new: int
    withdrawn: int
    changed: bool


class _Made(NamedTuple):
    changes: tuple[Change, ...]
    no: frozenset[EntryId]


def submit(here: Visit, said: Answer, how: str, op: OpId) -> Done:
    """Store an answer. `how`: partner, coordination, link or sheet. Raises Invalid, Missing, Unavailable."""
    until = survey.months_later(here.today, keeping.months(here.services.store))

    def make(network: Network, asked: keeping.Asked) -> _Made:
        made = survey.answer(network, said, until, here.services.entry_id)
        return _Made(made, survey.refused(network, said, asked.no))

    changes = _store(here, said.actor, how, op, make)
    return Done(
        ticks=len(said.sends) + len(said.gets),
        new=sum(change.before is None for change in changes),
        withdrawn=sum(None in (change.after or {}).values() for change in changes),
        changed=bool(changes),
    )


def speak(here: Visit, link: str, side: Side, yes: bool, how: str, op: OpId) -> None:
    """One side's yes or no to one link. Raises Missing."""
    actor = standing(here.whole, link, here.today).actor(side)
    until = survey.months_later(here.today, keeping.months(here.services.store))

    def make(network: Network, asked: keeping.Asked) -> _Made:
        no = {EntryId(id) for id in asked.no if id in network and id != link}
        if yes:
            return _Made(survey.confirm(network, link, side, until), frozenset(no))
        return _Made(survey.withdraw(network, link, side), frozenset(no | {EntryId(link)}))

    _store(here, actor, how, op, make)


def _store(
    here: Visit, actor: EntryId, how: str, op: OpId, make: Callable[[Network, keeping.Asked], _Made]
) -> tuple[Change, ...]:
    store = here.services.store
    for tries in range(_TRIES):
        if store.applied(op) is not None:
            return ()
        turn = _turn(here)
        network = here.services.live.refresh()
        asked = keeping.of(store, actor)
        made = make(network, asked)
        noted = replace(asked, answered_on=here.today.isoformat(), answered_how=how, no=tuple(sorted(made.no)))
        changes = survey.changeset(network, actor, how, op, here.who, here.now, made.changes) if made.changes else None
        try:
            store.commit(changes, put=[turn, keeping.record_of(noted)])
            return made.changes
        except (Conflict, Dangling, RecordConflict):
            if tries == _TRIES - 1:
                raise
    return ()


def _turn(here: Visit) -> Record:
    stored = here.services.store.get(_TURN, _TURN)
    return Record(kind=_TURN, id=_TURN, body={}, version=stored.version if stored else 0)
