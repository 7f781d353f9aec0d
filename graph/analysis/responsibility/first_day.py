"""What is open at an organisation: what a new colleague should know is not settled yet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from graph.analysis.freshness import freshness
from graph.analysis.readable import is_overdue
from graph.analysis.responsibility.letters import Coverage, coverage
from graph.analysis.responsibility.standing_in import standing_in
from graph.analysis.standing import Side, Standing, standing
from graph.model.changes import Entry, EntryId
from graph.network import Network

What = Literal["stale", "review", "unattended", "law_ended", "funding_ends", "agreement_ends"]

SOON = timedelta(days=120)
"""Funding and agreements that end within this time are told."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Open:
    """One open item about an entry; `day` is the date it hangs on, "" for none."""

    what: What
    entry: EntryId
    day: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenItems:
    """All of an actor: links that wait for its word, letters, and the rest."""

    to_confirm: tuple[Standing, ...]
    letters: tuple[Coverage, ...]
    others: tuple[Open, ...]


def open_items(network: Network, actor: str, today: date, refused: Collection[tuple[EntryId, Side]] = ()) -> OpenItems:
    """What is open at an actor on a day. `refused`: (referral, side) of those who said no. Raises Missing.

    Complexity: O(what points to the actor and its services).
    """
    services = network.linking(actor, "service", "provider")
    contacts = network.linking(actor, "contact", "actor")
    return OpenItems(
        to_confirm=tuple(each for each in _links(network, actor, services, today, refused) if _waits_for(each, actor)),
        letters=tuple(each for each in network.memo(coverage) if each.actor == actor),
        others=(
            *_stale(network, [network.entry(actor), *services], today),
            *_of_contacts(network, contacts, today.isoformat()),
            *_ending(services, "legal_to", "law_ended", today, timedelta()),
            *_ending(services, "funded_until", "funding_ends", today, SOON),
            *_ending(network.linking(actor, "agreement", "parties"), "ends_on", "agreement_ends", today, SOON),
        ),
    )


def _links(
    network: Network, actor: str, services: list[Entry], today: date, refused: Collection[tuple[EntryId, Side]]
) -> Iterator[Standing]:
    into = [
        link for to in (actor, *(each.id for each in services)) for link in network.linking(to, "referral", "receiver")
    ]
    out = network.linking(actor, "referral", "sender")
    yield from (standing(network, id, today, refused) for id in dict.fromkeys(link.id for link in (*out, *into)))


def _waits_for(each: Standing, actor: str) -> bool:
    """The other side stands by it, and this one has said nothing."""
    return each.state == "one_sided" and each.asked is not None and each.actor(each.asked) == actor


def _stale(network: Network, entries: list[Entry], today: date) -> Iterator[Open]:
    for each in entries:
        found = freshness(network, each.id, (), today)
        if found.state != "new":
            yield Open(what="stale", entry=each.id, day=found.day)


def _of_contacts(network: Network, contacts: list[Entry], today: str) -> Iterator[Open]:
    for each in contacts:
        if is_overdue(each.fields, today):
            yield Open(what="review", entry=each.id, day=str(each.fields["review_by"]))
        stand_in = standing_in(network, each.id, today)
        if stand_in.absent and stand_in.present is None:
            yield Open(what="unattended", entry=each.id, day=stand_in.absent[0][1])


def _ending(entries: list[Entry], field: str, what: What, today: date, soon: timedelta) -> Iterator[Open]:
    last = (today + soon).isoformat()
    for each in entries:
        stated = str(each.fields.get(field) or "")
        if stated and (stated < last[: len(stated)] if not soon else stated <= last[: len(stated)]):
            yield Open(what=what, entry=each.id, day=stated)
