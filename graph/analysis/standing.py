"""How a referral stands: who of the two sides stands by it, who does not, and who has not been heard."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.model.changes import Entry, EntryId
from graph.network import Network

Side = Literal["sender", "receiver"]
Word = Literal["stands", "ended", "silent", "refused"]
"""stands: confirmed until today or longer; ended: confirmed until a day that is past; silent: never heard."""
State = Literal["confirmed", "one_sided", "disputed", "unwanted", "unheard"]
"""disputed: one side stands by it, the other said no; unwanted: nobody stands by it and somebody said no."""

UNTIL: dict[Side, str] = {"sender": "sender_confirmed_until", "receiver": "receiver_confirmed_until"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """One referral. `receiver` is an actor: that of the service where it leads to one."""

    id: EntryId
    sender: EntryId
    receiver: EntryId
    service: EntryId | None
    words: tuple[Word, Word]
    """Of sender and receiver."""
    until: tuple[str, str] = ("", "")
    """Until when each of them stated it; "" for never."""

    @property
    def state(self) -> State:
        """What is to be done with it."""
        stand = self.words.count("stands")
        if stand == 2:
            return "confirmed"
        if "refused" in self.words:
            return "disputed" if stand else "unwanted"
        return "one_sided" if stand else "unheard"

    @property
    def asked(self) -> Side | None:
        """The side that has not confirmed what the other says; None where it is not one alone."""
        if self.words.count("stands") != 1:
            return None
        return "receiver" if self.words[0] == "stands" else "sender"

    def actor(self, side: Side) -> EntryId:
        """Who is on a side."""
        return self.sender if side == "sender" else self.receiver


def standings(network: Network, today: date, refused: Collection[tuple[EntryId, Side]] = ()) -> list[Standing]:
    """Every referral that this audience sees, by id. `refused`: (referral, side) of those who said no.

    Complexity: O(referrals).

    >>> standings(Network(), date(2026, 11, 23))
    []
    """
    links = network.of_kind("referral").values()
    return [_standing(network, link, today.isoformat(), refused) for link in sorted(links, key=lambda e: e.id)]


def standing(network: Network, id: str, today: date, refused: Collection[tuple[EntryId, Side]] = ()) -> Standing:
    """One referral. Raises Missing."""
    return _standing(network, network.entry(id), today.isoformat(), refused)


def between(network: Network, sender: str, receiver: str) -> list[Entry]:
    """The referrals of one actor to another or to one of its services, by id."""
    found = network.linking(sender, "referral", "sender")
    return sorted((e for e in found if actor_of(network, e.fields["receiver"]) == receiver), key=lambda e: e.id)


def actor_of(network: Network, id: str) -> EntryId:
    """The actor at the end of a link: itself, or who provides the service."""
    entry = network.entry(id)
    return EntryId(entry.fields["provider"]) if entry.kind == "service" else entry.id


def _standing(network: Network, link: Entry, today: str, refused: Collection[tuple[EntryId, Side]]) -> Standing:
    receiver = link.fields["receiver"]
    actor = actor_of(network, receiver)
    return Standing(
        id=link.id,
        sender=link.fields["sender"],
        receiver=actor,
        service=None if receiver == actor else receiver,
        words=(_word(link, "sender", today, refused), _word(link, "receiver", today, refused)),
        until=(link.fields.get(UNTIL["sender"], ""), link.fields.get(UNTIL["receiver"], "")),
    )


def _word(link: Entry, side: Side, today: str, refused: Collection[tuple[EntryId, Side]]) -> Word:
    until = link.fields.get(UNTIL[side], "")
    if until >= today[: len(until)] and until:
        return "stands"
    if (link.id, side) in refused:
        return "refused"
    return "ended" if until else "silent"
