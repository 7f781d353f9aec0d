"""Networks with people who need something, and the plan that is tried on them."""

from __future__ import annotations

from functools import cache
from random import Random

from graph.model.changes import Entry, EntryId, Kind
from graph.network import Network
from graph.operations.moves import Move
from tests.generator import generate

STATUSES = ("", "toleration", "temporary_protection", "eu")
LANGUAGES = ("uk", "ar", "de")


@cache
def county(actors: int) -> Network:
    """A generated network with entry points, people in every area, and shares of need of every third topic."""
    random = Random(7)
    entries = [_entry_point(e) if e.kind == "actor" and random.random() < 0.05 else e for e in generate(actors)]
    areas = [e.id for e in entries if e.kind == "area" and e.fields.get("level") == "municipality"]
    topics = sorted(e.id for e in entries if e.kind == "topic")
    for n, area in enumerate(areas):
        for status in STATUSES:
            fields = {"area": area, "persons": random.randint(5, 300), "language": random.choice(LANGUAGES)}
            entries.append(_entry("demand", f"d{n}{status}", **fields, **({"status": status} if status else {})))
    entries += [_entry("share", f"h{topic}", topic=topic, percent=40.0) for topic in topics[::3]]
    return Network(entries)


def plan(network: Network) -> list[Move]:
    """A link, a language and more places: what a coordinator tries in an afternoon."""
    random = Random(3)
    actors, services = sorted(network.of_kind("actor")), sorted(network.of_kind("service"))
    roomy = next(s for s in services if "capacity" in network.entry(s).fields)
    return [
        Move(id="a", what="link", values={"sender": random.choice(actors), "receiver": random.choice(actors)}),
        Move(id="b", what="language", values={"service": random.choice(services), "languages": ["uk"]}),
        Move(id="c", what="capacity", values={"service": roomy, "by": "25"}),
    ]


def _entry_point(actor: Entry) -> Entry:
    return Entry(kind=actor.kind, id=actor.id, fields={**actor.fields, "entry_point": True})


def _entry(kind: str, id: str, **fields: object) -> Entry:
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)
