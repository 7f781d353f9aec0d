"""What the survey keeps beside the network: the order of the printed roster, and per actor what was asked and answered.

Nothing here says which person asked or answered; the history of the network does for whoever signs in.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph.analysis.standing import Side, actor_of
from graph.model.changes import EntryId, Record
from graph.model.collation import sort_key
from graph.model.errors import RecordConflict
from graph.network import Network
from graph.store import Store
from webapp.survey.codes import MOST

KIND = "survey"
_ROSTER = "survey-roster"
_SETTING = "setting"
_MANY = 100_000
_TRIES = 5
MONTHS = (6, 12, 24)
"""For how long a word may hold; the second unless it is set."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is known of one actor in the survey. Days are ISO, "" for never. `no`: links it said no to."""

    actor: EntryId
    asked_on: str = ""
    asked_how: str = ""
    answered_on: str = ""
    answered_how: str = ""
    no: tuple[str, ...] = ()
    version: int = 0

    @property
    def awaited(self) -> bool:
        """Asked, and not answered since."""
        return self.answered_on < self.asked_on


def of(store: Store, actor: str) -> Asked:
    """What is known of an actor."""
    record = store.get(KIND, actor)
    return _asked(record) if record else Asked(actor=EntryId(actor))


def everyone(store: Store) -> dict[EntryId, Asked]:
    """What is known of every actor that was asked or has answered."""
    return {EntryId(record.id): _asked(record) for record in store.find(KIND, limit=_MANY)}


def record_of(asked: Asked) -> Record:
    """As it is kept."""
    names = ("asked_on", "asked_how", "answered_on", "answered_how")
    body: dict[str, Any] = {name: value for name in names if (value := getattr(asked, name))}
    return Record(
        kind=KIND, id=asked.actor, owner=asked.actor, version=asked.version, body=body | {"no": list(asked.no)}
    )


def note_asked(store: Store, actors: Iterable[str], how: str, today: date) -> None:
    """These actors were handed a link or a sheet. Where somebody answers at the same moment it is tried again."""
    ids = list(actors)
    for _ in range(_TRIES):
        noted = [replace(of(store, id), asked_on=today.isoformat(), asked_how=how) for id in ids]
        with contextlib.suppress(RecordConflict):
            store.commit(None, put=[record_of(each) for each in noted])
            return


def refusals(network: Network, known: Iterable[Asked]) -> frozenset[tuple[EntryId, Side]]:
    """(referral, side) of everyone who said no, as `graph.analysis.standing` takes it.

    Who is no longer at an end of the link (merged into another, or the link leads elsewhere) has no say in it.
    """
    found: set[tuple[EntryId, Side]] = set()
    for asked in known:
        for id in asked.no:
            link = network.find(id)
            if link is not None and link.kind == "referral":
                ends: dict[Side, EntryId] = {
                    "sender": link.fields["sender"],
                    "receiver": actor_of(network, link.fields["receiver"]),
                }
                found.update((link.id, side) for side, actor in ends.items() if actor == asked.actor)
    return frozenset(found)


def roster(store: Store) -> list[EntryId]:
    """The actors in the order of their codes. Who is gone keeps the place, so that sheets on paper stay right."""
    record = store.get(_ROSTER, _ROSTER)
    return [EntryId(id) for id in record.body["ids"]] if record else []


def extended_roster(store: Store, network: Network) -> list[EntryId]:
    """The roster with actors who have come since, by name at its end. Raises RecordConflict."""
    known = roster(store)
    there = set(known)
    new = [id for id in by_name(network) if id not in there]
    return _keep_roster(store, [*known, *new]) if new and len(known) < MOST else known


def renumber(store: Store, network: Network) -> list[EntryId]:
    """A new order by name: sheets printed before mean something else then. Raises RecordConflict."""
    return _keep_roster(store, by_name(network))


def by_name(network: Network) -> list[EntryId]:
    """The actors that a Network shows, by name."""
    actors = network.of_kind("actor").values()
    return [e.id for e in sorted(actors, key=lambda e: (sort_key(e.fields["name"]), e.id))]


def months(store: Store) -> int:
    """For how many months a word holds."""
    record = store.get(_SETTING, KIND)
    stated = record.body.get("months") if record else None
    return stated if stated in MONTHS else MONTHS[1]


def set_months(store: Store, wanted: int) -> None:
    """Change that. Words given before keep their day. Raises RecordConflict."""
    old = store.get(_SETTING, KIND)
    store.commit(None, put=[Record(kind=_SETTING, id=KIND, body={"months": wanted}, version=old.version if old else 0)])


def _keep_roster(store: Store, ids: list[EntryId]) -> list[EntryId]:
    old = store.get(_ROSTER, _ROSTER)
    kept = ids[:MOST]
    store.commit(
        None, put=[Record(kind=_ROSTER, id=_ROSTER, body={"ids": list(kept)}, version=old.version if old else 0)]
    )
    return kept


def _asked(record: Record) -> Asked:
    body = record.body
    names = ("asked_on", "asked_how", "answered_on", "answered_how")
    stated = {name: str(body.get(name, "")) for name in names}
    return Asked(actor=EntryId(record.id), no=tuple(body.get("no", ())), version=record.version, **stated)
