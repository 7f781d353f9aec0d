"""The referral links as a directed graph of actors. What all analyses of ways, maps and search walk on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.model.changes import Entry, EntryId
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class Arc:
    """`sender` refers people to `receiver`, an actor; `service` where the link names one of the receiver's services.

    `sides` is how many of both confirm it on the day asked for: 0, 1 or 2. An unconfirmed link is still a link.
    """

    id: EntryId
    sender: EntryId
    receiver: EntryId
    service: EntryId | None = None
    sides: int = 0
    sender_confirms: bool = False
    receiver_confirms: bool = False
    statuses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Arcs:
    """All valid links of a Network on a day, by sender and by receiver. Never changed."""

    out: Mapping[EntryId, tuple[Arc, ...]]
    into: Mapping[EntryId, tuple[Arc, ...]]

    def all(self) -> Iterable[Arc]:
        """Every arc, by sender."""
        return (arc for arcs in self.out.values() for arc in arcs)

    def receivers(self, actor: EntryId) -> set[EntryId]:
        """Whom an actor refers to."""
        return {arc.receiver for arc in self.out.get(actor, ())}


def arcs(network: Network, on: date, status: str = "") -> Arcs:
    """The referral links that hold on a day, for people of a status (code; "" = links of every status).

    A link to a service arrives at its provider. Left out are links to services whose legal basis or funding has ended
    or not begun on that day, and links that an actor would have to itself. Links drawn from a shared topic, area or
    group are none: only entries of the kind referral are. Ask by `network.memo(arcs, on, status)`.

    Complexity: O(links).

    >>> from graph.model.changes import Kind
    >>> def e(kind: str, id: str, **fields: object) -> Entry:
    ...     return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)
    >>> town = [e("actor", "hall", name="Hall"), e("actor", "school", name="School")]
    >>> course = e("service", "course", name="Course", provider="school", funded_until="2026-12-31")
    >>> link = e("referral", "1", sender="hall", receiver="course", sender_confirmed_until="2026-12-01")
    >>> (arc,) = arcs(Network([*town, course, link]), date(2026, 11, 23)).all()
    >>> arc.receiver, arc.service, arc.sides
    ('school', 'course', 1)
    """
    found = [arc for entry in network.of_kind("referral").values() if (arc := _arc(network, entry, on, status))]
    out: dict[EntryId, list[Arc]] = {}
    into: dict[EntryId, list[Arc]] = {}
    for arc in sorted(found, key=lambda a: a.id):
        out.setdefault(arc.sender, []).append(arc)
        into.setdefault(arc.receiver, []).append(arc)
    return Arcs(out={id: tuple(some) for id, some in out.items()}, into={id: tuple(some) for id, some in into.items()})


def offered(service: Entry, on: date) -> bool:
    """Whether a service exists on a day, as far as its legal basis and its funding say. O(1).

    >>> from graph.model.changes import Kind
    >>> course = Entry(kind=Kind("service"), id=EntryId("s"), fields={"funded_until": "2026-12-31"})
    >>> offered(course, date(2026, 12, 31)), offered(course, date(2027, 1, 1))
    (True, False)
    """
    fields, day = service.fields, on.isoformat()
    begun = fields.get("legal_from", day) <= day
    return bool(begun and day <= fields.get("legal_to", day) and day <= fields.get("funded_until", day))


def adjacency(found: Arcs) -> dict[EntryId, set[EntryId]]:
    """Sender → receivers, without what a link says. O(links).

    >>> one = Arc(id=EntryId("1"), sender=EntryId("a"), receiver=EntryId("b"))
    >>> adjacency(Arcs(out={EntryId("a"): (one,)}, into={}))
    {'a': {'b'}}
    """
    return {sender: {arc.receiver for arc in some} for sender, some in found.out.items()}


def sides_between(found: Arcs) -> dict[tuple[EntryId, EntryId], int]:
    """(sender, receiver) → how many sides confirm, of several links between the two the most confirmed one. O(links).

    >>> a, b = EntryId("a"), EntryId("b")
    >>> two = tuple(Arc(id=EntryId(f"{sides}"), sender=a, receiver=b, sides=sides) for sides in (1, 2))
    >>> sides_between(Arcs(out={a: two}, into={b: two}))
    {('a', 'b'): 2}
    """
    sides: dict[tuple[EntryId, EntryId], int] = {}
    for arc in found.all():
        pair = arc.sender, arc.receiver
        sides[pair] = max(arc.sides, sides.get(pair, 0))
    return sides


def _arc(network: Network, entry: Entry, on: date, status: str) -> Arc | None:
    fields = entry.fields
    if status and fields.get("statuses") and status not in fields["statuses"]:
        return None
    target = network.entry(fields["receiver"])
    if target.kind == "service" and not offered(target, on):
        return None
    receiver = target.fields["provider"] if target.kind == "service" else target.id
    if receiver == fields["sender"]:
        return None
    day = on.isoformat()
    own, other = fields.get("sender_confirmed_until", "") >= day, fields.get("receiver_confirmed_until", "") >= day
    return Arc(
        id=entry.id,
        sender=fields["sender"],
        receiver=receiver,
        service=target.id if target.kind == "service" else None,
        sides=own + other,
        sender_confirms=own,
        receiver_confirms=other,
        statuses=tuple(fields.get("statuses", ())),
    )
