"""Which language at which service closes most: exact, one service and one language at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.analysis.coverage.reaching import Assumptions
from graph.analysis.planning.lacking import ASKED, lacking
from graph.model.changes import EntryId
from graph.network import Network


@dataclass(frozen=True, kw_only=True, slots=True)
class NextLanguage:
    """A language (code) that a service does not state yet. `persons` more for whom it then fits, over all its topics.

    Whoever needs two of its topics counts twice. `units`: where they live → how many.
    """

    service: EntryId
    language: str
    persons: float
    topics: tuple[EntryId, ...]
    units: Mapping[EntryId, float] = field(hash=False)


def next_languages(network: Network, on: date, assumed: Assumptions, number: int = 5) -> tuple[NextLanguage, ...]:
    """The languages that fit most people more, the runners-up behind; spoken by staff, so that it always counts.

    Only services that state their languages: of the others nobody knows. Room is left aside.
    What it means to a council: one colleague who speaks Arabic at this office reaches so many people more.

    Complexity: O(topics · people · services of the topic).
    """
    units: dict[tuple[EntryId, str], dict[EntryId, float]] = {}
    topics: dict[tuple[EntryId, str], dict[EntryId, None]] = {}
    for topic in sorted(network.of_kind("topic")):
        for lack in lacking(network, topic, on, assumed):
            people = lack.people
            for option in lack.options if people.language else ():
                one = option.supply
                spoken = one.speaks(people.language, assumed.interpreters)
                if spoken is False and option.holds == ASKED - {"fitting"} and one.fits(people.status, people.group):
                    key = one.service, people.language
                    there = units.setdefault(key, {})
                    there[people.unit] = there.get(people.unit, 0.0) + lack.persons
                    topics.setdefault(key, {})[topic] = None
    found = [
        NextLanguage(service=s, language=code, persons=sum(u.values()), topics=tuple(topics[s, code]), units=u)
        for (s, code), u in units.items()
    ]
    return tuple(sorted(found, key=lambda n: (-n.persons, n.service, n.language))[:number])
