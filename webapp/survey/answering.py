"""From an answer to the store: what changes, and what the survey keeps of it, in one transaction.

Answers take turns: two sides of a link that does not exist yet must not each make their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from graph.analysis.standing import Side, standing
from graph.model.changes import Change, EntryId, OpId
from graph.model.errors import Conflict, Dangling, RecordConflict
from graph.network import Network
from graph.operations import survey
from graph.operations.survey import Answer
from webapp import merged
from webapp.survey import keeping
from webapp.visit import Visit


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
        meant = _meant(here, network, said)
        made = survey.answer(network, meant, until, here.services.entry_id)
        return _Made(made, survey.refused(network, meant, asked.no))

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
    for tries in range(keeping.TRIES):
        if store.applied(op) is not None:
            return ()
        turn = keeping.turn(store)
        network = here.services.live.refresh()
        asked = keeping.of(store, network, merged.now(store, network, actor))
        made = make(network, asked)
        noted = replace(asked, answered_on=here.today.isoformat(), answered_how=how, no=tuple(sorted(made.no)))
        changes = (
            survey.changeset(network, asked.actor, how, op, here.who, here.now, made.changes) if made.changes else None
        )
        try:
            store.commit(changes, put=[turn, keeping.record_of(noted)])
            return made.changes
        except (Conflict, Dangling, RecordConflict):
            if tries == keeping.TRIES - 1:
                raise
    return ()


def _meant(here: Visit, network: Network, said: Answer) -> Answer:
    """An answer whose actors have gone into others since it was asked for: it is about those now."""

    def meant(ids: frozenset[EntryId]) -> frozenset[EntryId]:
        return frozenset(merged.now(here.services.store, network, id) for id in ids) - {actor}

    actor = merged.now(here.services.store, network, said.actor)
    sends, gets = meant(said.sends), meant(said.gets)
    return Answer(
        actor=actor,
        sends=sends,
        gets=gets,
        sends_not=meant(said.sends_not) - sends,
        gets_not=meant(said.gets_not) - gets,
    )
