"""Which language at which service closes most: exact, one service and one language at a time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.question import ASKED, Asked
from graph.analysis.finding import rounded
from graph.analysis.planning.lacking import lacking
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
    found = Languages()
    for topic in sorted(network.of_kind("topic")):
        if lacks := lacking(network, topic, on, assumed):
            found.add(lacks)
    return found.best(number)


class Languages:
    """Gathers, topic by topic, whom a language more would fit."""

    def __init__(self, ending: Collection[EntryId] = ()) -> None:
        self._ending = ending
        self._units: dict[tuple[EntryId, str], dict[EntryId, float]] = {}
        self._topics: dict[tuple[EntryId, str], dict[EntryId, None]] = {}

    def add(self, lacks: Asked) -> None:
        """The people whom one topic does not reach: at which services the language alone is missing."""
        suits = lacks.meeting.suits[lacks.meeting.rows([people for people, _ in lacks.needs])]
        missing = suits & ~lacks.fits({"fitting"}) & lacks.fits(ASKED - {"fitting"})
        for row, column in np.argwhere(missing).tolist():
            people, persons = lacks.needs[row]
            key = lacks.known[column].service, people.language
            there = self._units.setdefault(key, {})
            there[people.unit] = there.get(people.unit, 0.0) + persons
            self._topics.setdefault(key, {})[lacks.topic] = None

    def best(self, number: int) -> tuple[NextLanguage, ...]:
        """Those with most people; of such as are said to help as many the one that does not end soon."""
        found = [
            NextLanguage(
                service=s, language=code, persons=sum(u.values()), topics=tuple(self._topics[s, code]), units=u
            )
            for (s, code), u in self._units.items()
        ]
        return tuple(sorted(found, key=self._rank)[:number])

    def _rank(self, one: NextLanguage) -> tuple[int, bool, float, str, str]:
        return -rounded(one.persons), one.service in self._ending, -one.persons, one.service, one.language
