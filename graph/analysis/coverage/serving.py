"""How many people are served when only some stages are asked about, room among them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from graph.analysis.coverage.question import Asked
from graph.analysis.coverage.room import Room, room, unserved_shares

PLENTY = 1e9
"""Room of a service that states none where it is not estimated: it is never the bottleneck."""


def served(question: Asked, stages: Collection[str]) -> float:
    """People for whom these stages hold. Where no service exists at all, that alone is why: no other stage is asked.

    O(people), and one maximum flow where room is asked.
    """
    asked = set(stages) - {"capacity"}
    anything = question.meets(())
    without = 0.0 if "available" in asked else float(question.numbers[~anything].sum())
    if "capacity" not in stages:
        return without + float(question.numbers[question.meets(asked)].sum())
    return without + Choices.of(question, asked).room().served


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """Groups of people who may choose among the same services are one. `of_group`: the choice of each group; of every
    choice that is one `persons` and `services`, by their columns in the question; `places` per column."""

    of_group: list[bytes]
    persons: Mapping[bytes, float]
    services: Mapping[bytes, list[int]]
    places: Mapping[int, float]

    @classmethod
    def of(cls, question: Asked, asked: Collection[str]) -> Choices:
        """What people may choose if all that is asked has to hold. O(people · services)."""
        fits = question.fits(asked)
        usual = PLENTY if question.usual is None else question.usual
        of_group = [row.tobytes() for row in np.packbits(fits, axis=1)]
        rows = {choice: n for n, choice in enumerate(of_group)}
        services = {choice: some for choice, n in rows.items() if (some := np.flatnonzero(fits[n]).tolist())}
        persons = dict.fromkeys(services, 0.0)
        for choice, (_, number) in zip(of_group, question.needs, strict=True):
            if choice in persons:
                persons[choice] += number
        return cls(
            of_group=of_group,
            persons=persons,
            services=services,
            places={n: usual if one.room is None else one.room for n, one in enumerate(question.known)},
        )

    def room(self) -> Room[bytes, int]:
        """Everybody shared out over the places."""
        return room(self.persons, self.places, self._pairs())

    def unserved(self) -> dict[bytes, float]:
        """The choice → the share of its people for whom there is no room."""
        return unserved_shares(self.persons, self.places, self._pairs())

    def _pairs(self) -> list[tuple[bytes, int]]:
        return [(choice, service) for choice, some in self.services.items() for service in some]
