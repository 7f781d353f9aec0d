"""What an actor says in the link survey becomes confirmed and one-sided referrals. Each side's word is its own."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from graph.analysis.standing import UNTIL, Side, between
from graph.model.changes import Change, ChangeSet, Entry, EntryId, Kind, OpId, Why
from graph.model.errors import Fault, Invalid
from graph.network import Network

Ids = frozenset[EntryId]
_NOBODY: Ids = frozenset()


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One actor's word about its links: ids of other actors.

    What is named in none of the four was not spoken of: it stays as it is. `…_not` holds what was shown as known and
    not ticked.
    """

    actor: EntryId
    sends: Ids = _NOBODY
    gets: Ids = _NOBODY
    sends_not: Ids = _NOBODY
    gets_not: Ids = _NOBODY

    def said(self, side: Side) -> tuple[Ids, Ids]:
        """(yes, no) of the links in which the actor is on this side."""
        return (self.sends, self.sends_not) if side == "sender" else (self.gets, self.gets_not)


def answer(network: Network, said: Answer, until: str, new_id: Callable[[], EntryId]) -> tuple[Change, ...]:
    """The changes that an answer makes: the actor's own word is given until a day or withdrawn, never the other's.

    A tick confirms every link of that pair, also those to one of the receiver's services; where there is none, one is
    made. A longer confirmation is not shortened. Answering twice changes nothing. O(links of the actor + ticks).

    Raises Invalid for an id that is no other actor.
    """
    _check(network, said)
    changes: list[Change] = []
    for side in ("sender", "receiver"):
        yes, no = said.said(side)
        for other in sorted(yes):
            known = _known(network, said.actor, other, side)
            changes += _given(known, side, until) if known else [_new(said.actor, other, side, until, new_id())]
        for other in sorted(no - yes):
            changes += _withdrawn(_known(network, said.actor, other, side), side)
    return tuple(changes)


def refused(network: Network, said: Answer, before: Iterable[str] = ()) -> Ids:
    """The links to which an actor says no after this answer; `before` are those it said no to earlier."""
    confirmed: set[str] = set()
    denied: set[EntryId] = set()
    for side in ("sender", "receiver"):
        yes, no = said.said(side)
        confirmed.update(link.id for other in yes for link in _known(network, said.actor, other, side))
        denied.update(link.id for other in no - yes for link in _known(network, said.actor, other, side))
    return frozenset({EntryId(id) for id in before if id not in confirmed and id in network} | denied)


def confirm(network: Network, link: str, side: Side, until: str) -> tuple[Change, ...]:
    """One side's word for one link, told by telephone. Empty when it stands as long already. Raises Missing."""
    return tuple(_given([network.entry(link)], side, until))


def withdraw(network: Network, link: str, side: Side) -> tuple[Change, ...]:
    """One side no longer stands by a link; the other's word stays. Raises Missing."""
    return tuple(_withdrawn([network.entry(link)], side))


def to_service(network: Network, link: str, service: str) -> tuple[Change, ...]:
    """A link to an actor says to which of its services it leads. Raises Invalid for a service of somebody else."""
    entry, target = network.entry(link), network.entry(service)
    receiver = entry.fields["receiver"]
    if receiver == service:
        return ()
    if target.kind != "service" or target.fields["provider"] != receiver:
        raise Invalid([Fault(field="receiver", code="value.not_an_entry", params={})], link)
    return (Change(kind=entry.kind, id=entry.id, before={"receiver": receiver}, after={"receiver": target.id}),)


def changeset(
    network: Network, actor: str, how: str, op: OpId, who: str, at: datetime, changes: tuple[Change, ...]
) -> ChangeSet:
    """The ChangeSet of an answer. `how`: partner, coordination, link, sheet or phone."""
    why = Why(code="why.survey", params={"actor": str(network.entry(actor).fields["name"])})
    return ChangeSet(op=op, who=who, at=at, why=why, source=f"survey:{how}", changes=changes)


def months_later(today: date, months: int) -> str:
    """The day until which a word given today holds."""
    year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1])).isoformat()


def _known(network: Network, actor: str, other: str, side: Side) -> list[Entry]:
    return between(network, actor, other) if side == "sender" else between(network, other, actor)


def _given(links: list[Entry], side: Side, until: str) -> list[Change]:
    name = UNTIL[side]
    return [_update(link, name, until) for link in links if _end(link.fields.get(name, "")) < until]


def _withdrawn(links: list[Entry], side: Side) -> list[Change]:
    return [_update(link, UNTIL[side], None) for link in links if link.fields.get(UNTIL[side])]


def _end(stated: str) -> str:
    """What sorts behind every day of a month or year that is stated alone: "2027" lasts through December."""
    return stated and f"{stated}~"


def _update(link: Entry, name: str, value: str | None) -> Change:
    return Change(kind=link.kind, id=link.id, before={name: link.fields.get(name)}, after={name: value})


def _new(actor: EntryId, other: EntryId, side: Side, until: str, id: EntryId) -> Change:
    sender, receiver = (actor, other) if side == "sender" else (other, actor)
    fields = {"sender": sender, "receiver": receiver, UNTIL[side]: until}
    return Change(kind=Kind("referral"), id=id, before=None, after=fields)


def _check(network: Network, said: Answer) -> None:
    actors = network.of_kind("actor")
    named = said.sends | said.gets
    if said.actor not in actors or said.actor in named or not named <= actors.keys():
        raise Invalid([Fault(field="receiver", code="value.not_an_entry", params={})], said.actor)
