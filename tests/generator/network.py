"""The whole of a generated network."""

from __future__ import annotations

import gc
from random import Random

from graph.model.changes import Entry, EntryId, Kind
from graph.model.topics import starting_topics
from tests.generator.actors import SOURCE, Maker
from tests.generator.land import land
from tests.generator.ties import ties


def generate(actors: int, seed: int = 1, *, joined: bool = True) -> list[Entry]:
    """All entries of a network of so many actors, the same for the same seed; links lead to earlier or later entries.

    Degrees, texts and field lengths are those of the real list (118 rows, 31 municipalities), whatever the size; what
    the list lacks (coordinates, languages, contacts, descriptions) is there for some. `joined`: with referrals and
    groups, which no list brings.
    """
    gc.disable()  # nothing made here becomes garbage, and looking for it takes a quarter of the time
    try:
        return _generate(actors, Random(seed), joined)
    finally:
        gc.enable()


def _generate(actors: int, random: Random, joined: bool) -> list[Entry]:
    towns, areas = land(actors, random)
    topics = _topics(random)
    ids = {topic.fields["code"]: topic.id for topic in topics}
    maker = Maker(random, towns, ids)
    made = [entry for n in range(actors) for entry in maker.actor(n)]
    source = Entry(kind=Kind("source"), id=SOURCE, fields={"name": "Liste der Anlaufstellen", "licence": "CC BY 4.0"})
    entries = [source, *areas, *topics, *made]
    if joined:
        names = [e for e in made if e.kind == "actor"]
        entries.extend(ties(names, [e for e in made if e.kind == "service"], random))
    return entries


def _topics(random: Random) -> list[Entry]:
    ids = {topic.code: EntryId(f"{random.getrandbits(64):016x}") for topic in starting_topics()}
    return [
        Entry(
            kind=Kind("topic"),
            id=ids[topic.code],
            fields={
                "name": topic.name,
                "name_en": topic.name_en,
                "heading": topic.heading,
                "synonyms": list(topic.synonyms),
                "code": topic.code,
                **({"parent": ids[topic.parent]} if topic.parent else {}),
            },
        )
        for topic in starting_topics()
    ]
