"""Small random networks with people, places, languages, links and capacities, for exhaustive search."""

from __future__ import annotations

from random import Random
from typing import Any

from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network

LANGUAGES = ("de", "uk", "ar")


def network(seed: int, actors: int = 6, units: int = 4, topics: int = 3) -> Network:
    """A network of a county without a neighbour; its units are squares of 20 km in a row."""
    random = Random(seed)
    entries = [_entry("area", f"u{n}", name=f"U{n}", level="municipality", outline=_square(n)) for n in range(units)]
    entries += [_entry("topic", f"t{n}", name=f"T{n}", heading="german") for n in range(topics)]
    entries += [_entry("actor", f"a{n}", name=f"A{n}", entry_point=n < 2) for n in range(actors)]
    entries += [_service(random, n, actors, units, topics) for n in range(actors + 2)]
    entries += [
        _entry("place", f"p{n}", name=f"P{n}", area=f"u{n}", latitude=51.0, longitude=12.1 + 0.29 * n)
        for n in range(units)
    ]
    entries += [
        _entry("referral", f"r{n}", sender=f"a{one}", receiver=f"a{other}")
        for n, (one, other) in enumerate(random.sample(range(actors), 2) for _ in range(actors))
    ]
    entries += [
        _entry(
            "demand", f"d{n}", area=f"u{n % units}", language=random.choice(LANGUAGES), persons=random.randint(5, 90)
        )
        for n in range(2 * units)
    ]
    entries += [
        _entry("share", f"h{n}", topic=f"t{n}", percent=float(random.choice([20, 50, 100]))) for n in range(topics)
    ]
    return Network(entries)


def _service(random: Random, n: int, actors: int, units: int, topics: int) -> Entry:
    fields: dict[str, Any] = {
        "name": f"S{n}",
        "provider": f"a{random.randrange(actors)}",
        "topics": [f"t{random.randrange(topics)}"],
        "areas": [f"u{each}" for each in random.sample(range(units), random.randint(1, 2))],
        "places": [f"p{random.randrange(units)}"],
    }
    if n % 3:
        fields["languages"] = random.sample(LANGUAGES, random.randint(1, 2))
    if n % 2 == 0:
        fields["capacity_unit"] = "persons"
        fields["capacity"] = random.randint(5, 60)
    return _entry("service", f"s{n}", **fields)


def _square(n: int) -> str:
    west, east = 12.0 + 0.29 * n, 12.28 + 0.29 * n
    ring = [[west, 50.9], [east, 50.9], [east, 51.1], [west, 51.1], [west, 50.9]]
    return '{"type": "Polygon", "coordinates": [' + str(ring) + "]}"


def _entry(kind: str, id: str, **fields: Any) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)
