"""Actors with their services, places and contacts, as an import of the real list leaves them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import Any

from graph.model.changes import Entry, EntryId, Kind
from importers.origin import created
from tests.generator.land import Town, inside
from tests.generator.reach import host, reach, slug, some
from tests.generator.words import AGENCIES, CARRIERS, FUNCTIONS, GIVEN, LANGUAGES, PATTERNS, STREETS, SURNAMES

SOURCE = EntryId("5eed0000000000f1")

_OFFICES = ("Gemeindeverwaltung", "Stadtverwaltung", "Gemeinde", "Stadt", "Bürgermeisteramt")
_GROUPS = ("families", "children", "youth", "women", "elderly", "volunteers")
_STATUSES = ("asylum_procedure", "protection", "temporary_protection", "toleration")


class Maker:
    """Makes actors one by one. `topics` is code → id of the topic entries."""

    def __init__(self, random: Random, towns: Sequence[Town], topics: dict[str, EntryId]) -> None:
        self._random = random
        self._towns = towns
        self._topics = topics
        self._all_topics = list(topics.values())
        self._used: set[str] = set()
        self._places: dict[tuple[object, ...], EntryId] = {}

    def actor(self, n: int) -> Iterator[Entry]:
        """The n-th actor with everything that belongs to it, itself first. Town halls are the first, one a town."""
        random = self._random
        first = n < len(self._towns)
        town = self._towns[n] if first else random.choice(self._towns)
        topic, name, offered, sector = self._town_hall(town) if first else self._named(town)
        key = f"{offered[0]} | {name}".casefold()
        place, known = self._place(town, key)
        fields: dict[str, Any] = {"name": name, "sector": sector, "areas": [town.id], "places": [place.id]}
        fields |= reach(random, town, name)
        if first or random.random() < 0.05:
            fields["entry_point"] = True
        if random.random() < 0.1:
            fields["confirmed_on"] = f"2026-{random.randint(1, 10):02}-{random.randint(1, 28):02}"
        actor = self._entry("actor", fields, [key])
        yield actor
        if not known:
            yield place
        services = [self._service(actor, each, topic, town, key) for each in offered]
        yield from services
        yield from self._contacts(actor, services[0], key)

    def _town_hall(self, town: Town) -> tuple[str, str, list[str], str]:
        name = f"{self._random.choice(_OFFICES)} {town.name}"
        return "town-hall", name, [f"Rathaus in {town.name}"], "administration"

    def _named(self, town: Town) -> tuple[str, str, list[str], str]:
        """(topic, name, services, sector) of an actor that no other is called like."""
        random = self._random
        name, tries = "", 0
        while not name or name in self._used:
            topic, pattern, services, sector = random.choice(PATTERNS)
            name = min((_filled(pattern, town, random) for _ in range(3)), key=len)
            if tries > 3:  # a large town: the street tells them apart
                name += f", {random.choice(STREETS)} {random.randint(1, 120)}"
            tries += 1
        self._used.add(name)
        number = random.choices((1, 2, 3, 6), (94, 4, 1.5, 0.5))[0]
        offered = random.sample(services, min(number, len(services)))
        while len(offered) < number:
            offered.append(f"{random.choice(PATTERNS)[2][0]} ({len(offered) + 1})")
        return topic, name, [each.format(t=town.name) for each in offered], sector

    def _place(self, town: Town, key: str) -> tuple[Entry, bool]:
        """(a place, whether it was there before): 118 rows of the real list have 99 addresses, 38 without postcode."""
        random = self._random
        locality = town.localities[0] if random.random() < 0.8 else random.choice(town.localities)
        postcode, name = locality.split(" ", 1)
        fields: dict[str, Any] = {"locality": name, "area": town.id}
        if random.random() < 0.8:
            fields |= {
                "postcode": postcode,
                "street": random.choice(STREETS),
                "house_number": str(random.randint(1, 90)),
            }
        address = tuple(fields.values())
        if address in self._places:
            return Entry(kind=Kind("place"), id=self._places[address], fields=fields), True
        if "street" in fields:
            fields |= inside(town, random)
        place = self._entry("place", fields, [key])
        self._places[address] = place.id
        return place, False

    def _service(self, actor: Entry, name: str, topic: str, town: Town, key: str) -> Entry:
        random = self._random
        topics = {self._topics[topic]: None}
        if random.random() < 0.15:
            topics[random.choice(self._all_topics)] = None
        fields: dict[str, Any] = {"name": name, "provider": actor.id, "topics": list(topics), "areas": [town.id]}
        if random.random() < 0.2:
            fields["target_groups"] = random.sample(_GROUPS, 2)
        if random.random() < 0.1:
            fields["statuses"] = random.sample(_STATUSES, 2)
        if random.random() < 0.15:
            fields["languages"] = sorted(random.sample(LANGUAGES, random.randint(1, 5)))
        if random.random() < 0.1:
            fields |= {"cost": "kostenlos", "capacity": random.randint(5, 200), "capacity_unit": "persons"}
            fields |= {"capacity_on": "2026-10-01"}
        if random.random() < 0.1:
            fields["by_appointment"] = True
        fields["extra"] = {"Bereich": "Behörden und Beratungsstellen", "Rubrik": name[:30]}
        return self._entry("service", fields, [key])

    def _contacts(self, actor: Entry, service: Entry, key: str) -> Iterator[Entry]:
        """A function with a number for everyone, or a person whom coordination alone sees."""
        random = self._random
        for n in range(some(random, (70, 25, 5))):
            fields: dict[str, Any] = {"function": random.choice(FUNCTIONS), "actor": actor.id}
            if random.random() < 0.5:
                given, surname = random.choice(GIVEN), random.choice(SURNAMES)
                mail = f"{slug(given)}.{slug(surname)}@{host(actor.fields['name'])}"
                fields |= {"person": f"{given} {surname}", "mails": [mail], "audience": "coordination"}
                fields |= {"basis": "published", "source": "Liste der Anlaufstellen", "review_by": "2027-11-03"}
            else:
                fields |= {"phones": [f"+497151{random.randint(200000, 999999)}"], "services": [service.id]}
            yield self._entry("contact", fields, [f"{key} | {n}"])

    def _entry(self, kind: str, fields: dict[str, Any], keys: list[str]) -> Entry:
        id = EntryId(f"{self._random.getrandbits(64):016x}")
        return Entry(kind=Kind(kind), id=id, fields=created(kind, id, fields, SOURCE, keys).after or {})


def _filled(pattern: str, town: Town, random: Random) -> str:
    words = {"c": random.choice(CARRIERS), "a": random.choice(AGENCIES), "n": 1846 + random.randrange(120)}
    return pattern.format(t=town.name.split()[0], **words)
