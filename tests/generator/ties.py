"""What joins actors: referrals, most of them within the county, and groups."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from graph.model.changes import Entry, EntryId, Kind

_NEAR = 60
_A_GROUP_FOR = 25
_OUT = (30, 25, 20, 12, 7, 4, 2)
"""How often an actor names 0, 1, 2 … others: 1.6 on average, whatever the network's size."""


def ties(actors: Sequence[Entry], services: Sequence[Entry], random: Random) -> Iterator[Entry]:
    """Referrals and groups between these actors; `services` in the order of their providers."""
    offered: dict[EntryId, EntryId] = {}
    for service in services:
        offered.setdefault(service.fields["provider"], service.id)
    hubs = [a for a in actors if a.fields.get("entry_point")]
    for n, sender in enumerate(actors):
        chosen: set[EntryId] = {sender.id}
        for _ in range(random.choices(range(len(_OUT)), _OUT)[0]):
            receiver = _receiver(n, actors, hubs, random)
            if receiver.id not in chosen:
                chosen.add(receiver.id)
                target = offered[receiver.id] if random.random() < 0.3 else receiver.id
                yield _entry("referral", _referral(sender.id, target, random), random)
    for n in range(len(actors) // _A_GROUP_FOR):
        yield _entry("group", _group(n, actors, random), random)


def _receiver(n: int, actors: Sequence[Entry], hubs: Sequence[Entry], random: Random) -> Entry:
    """A neighbour in the list, an entry point near by, or anyone: degrees stay the same in a larger network."""
    chance = random.random()
    if chance < 0.7:
        return actors[(n + random.randint(1, _NEAR)) % len(actors)]
    if chance < 0.95 and hubs:
        at = n * len(hubs) // len(actors)
        return hubs[(at + int(random.expovariate(0.4))) % len(hubs)]
    return random.choice(actors)


def _referral(sender: EntryId, receiver: EntryId, random: Random) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "sender": sender,
        "receiver": receiver,
        "kind": random.choice(("informs", "refers", "refers", "accompanies", "hands_over")),
        "formality": random.choice(("informal", "informal", "agreed", "contract")),
    }
    if random.random() < 0.5:
        fields["sender_confirmed_until"] = f"2027-{random.randint(1, 9):02}-01"
    if random.random() < 0.3:
        fields["receiver_confirmed_until"] = f"2027-{random.randint(1, 9):02}-01"
    if random.random() < 0.2:
        fields["counts"] = [f"2026-Q{quarter}: {random.randint(1, 40)}" for quarter in (1, 2, 3)]
    if random.random() < 0.15:
        fields |= {"waiting_weeks": random.randint(1, 16), "waiting_on": f"2026-{random.randint(1, 10):02}-15"}
    return fields


def _group(n: int, actors: Sequence[Entry], random: Random) -> dict[str, Any]:
    start = n * _A_GROUP_FOR
    near = [actors[(start + step) % len(actors)] for step in range(2 * _A_GROUP_FOR)]
    members = list(dict.fromkeys(a.id for a in random.sample(near, random.randint(4, 16))))
    topic = random.choice(("Sprache", "Arbeit", "Gesundheit", "Wohnen", "Ehrenamt", "Familie"))
    return {"name": f"Arbeitsgruppe {topic} {n + 1}", "members": members, "chair": members[0]}


def _entry(kind: str, fields: dict[str, Any], random: Random) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(f"{random.getrandbits(64):016x}"), fields=fields)
