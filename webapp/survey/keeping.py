"""What the survey keeps beside the network: the order of the printed roster, and per actor what was asked and answered.

Nothing here says which person asked or answered; the history of the network does for whoever signs in.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from graph.analysis.standing import Side, actor_of
from graph.model.changes import EntryId, Record
from graph.model.collation import sort_key
from graph.model.errors import KnotenpunktError, RecordConflict
from graph.network import Network
from graph.store import Store
from webapp import merged
from webapp.survey.codes import MOST

KIND = "survey"
_ROSTER = "survey-roster"
_SETTING = "setting"
_TURN = "survey-turn"
_MANY = 100_000
TRIES = 25
"""So often a write is tried while others answer at the same moment."""
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


def of(store: Store, network: Network, actor: str) -> Asked:
    """What is known of an actor, with what was known of those that went into it."""
    ids = [actor, *merged.gone_into(store, network, actor)]
    found = [_asked(record) for id in ids if (record := store.get(KIND, id)) is not None]
    links = {id: str(merged.now(store, network, id)) for each in found for id in each.no}
    return _joined(EntryId(actor), found, links)


def everyone(store: Store, network: Network) -> dict[EntryId, Asked]:
    """What is known of every actor that was asked or has answered. Read again when one of both has changed."""
    return network.memo(_everyone, store, turn(store).version)


def all_refusals(store: Store, network: Network) -> frozenset[tuple[EntryId, Side]]:
    """`refusals` of everyone, kept as long."""
    return network.memo(_all_refusals, store, turn(store).version)


def turn(store: Store) -> Record:
    """What every write of the survey puts too: its version tells when something else is known, and so they queue."""
    stored = store.get(_TURN, _TURN)
    return Record(kind=_TURN, id=_TURN, body={}, version=stored.version if stored else 0)


def record_of(asked: Asked) -> Record:
    """As it is kept."""
    names = ("asked_on", "asked_how", "answered_on", "answered_how")
    body: dict[str, Any] = {name: value for name in names if (value := getattr(asked, name))}
    return Record(
        kind=KIND, id=asked.actor, owner=asked.actor, version=asked.version, body=body | {"no": list(asked.no)}
    )


def note_asked(store: Store, network: Network, actors: Iterable[str], how: str, today: date) -> None:
    """These actors were handed a link or a sheet. Where somebody answers at the same moment it is tried again.

    Raises KnotenpunktError when somebody did so every time.
    """
    ids = list(actors)
    for _ in range(TRIES):
        order = turn(store)
        noted = [replace(of(store, network, id), asked_on=today.isoformat(), asked_how=how) for id in ids]
        with contextlib.suppress(RecordConflict):
            store.commit(None, put=[order, *map(record_of, noted)])
            return
    raise KnotenpunktError("survey.not_noted")


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
    new = [id for id in network.memo_of("actor", by_name) if id not in there]
    return _keep_roster(store, [*known, *new]) if new and len(known) < MOST else known


def renumber(store: Store, network: Network) -> list[EntryId]:
    """A new order by name: sheets printed before mean something else then. Raises RecordConflict."""
    return _keep_roster(store, network.memo_of("actor", by_name))


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


def _everyone(network: Network, store: Store, _: int) -> dict[EntryId, Asked]:
    known = merged.led(store)
    found: dict[EntryId, list[Asked]] = {}
    for record in store.find(KIND, limit=_MANY):
        found.setdefault(merged.now(store, network, record.id, known), []).append(_asked(record))
    links = {id: str(merged.now(store, network, id, known)) for all in found.values() for a in all for id in a.no}
    return {actor: _joined(actor, asked, links) for actor, asked in found.items()}


def _all_refusals(network: Network, store: Store, _: int) -> frozenset[tuple[EntryId, Side]]:
    return refusals(network, everyone(store, network).values())


def _joined(actor: EntryId, found: list[Asked], links: Mapping[str, str]) -> Asked:
    """One of several. Its version is that of the actor's own record."""
    asked_on, asked_how = max(((each.asked_on, each.asked_how) for each in found), default=("", ""))
    answered_on, answered_how = max(((each.answered_on, each.answered_how) for each in found), default=("", ""))
    return Asked(
        actor=actor,
        asked_on=asked_on,
        asked_how=asked_how,
        answered_on=answered_on,
        answered_how=answered_how,
        no=tuple(sorted({links[id] for each in found for id in each.no})),
        version=next((each.version for each in found if each.actor == actor), 0),
    )


def _asked(record: Record) -> Asked:
    body = record.body
    names = ("asked_on", "asked_how", "answered_on", "answered_how")
    stated = {name: str(body.get(name, "")) for name in names}
    return Asked(actor=EntryId(record.id), no=tuple(body.get("no", ())), version=record.version, **stated)
