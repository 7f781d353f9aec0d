"""A topic's question before it is answered: who needs it, what there is, and which stages may be asked about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from statistics import median

import numpy as np

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.basis import RESTS_ON, of_room, readiness
from graph.analysis.coverage.cascade import STAGES
from graph.analysis.coverage.meeting import BITS, LEFT_OUT, Meeting, meeting
from graph.analysis.coverage.need import People, needing
from graph.analysis.coverage.states import EVERYONE, topic_row
from graph.analysis.coverage.supply import Supply, asks_language, supply
from graph.analysis.readiness import Readiness
from graph.model.changes import EntryId
from graph.network import Network

ASKED = frozenset(STAGES) - {"capacity"}
"""What is asked of one group of people and one service; room is a matter of all of them together."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Asked:
    """`needs`: who needs it, and how many of them; `known`: every service of the topic; `holds`: (needs × known) the
    bits of the stages that hold between them. `shut`: what too little is known of to be asked.

    `closed`: what that is; `unknown`: units where neither a service is known nor that there is none. `usual`: how many
    places a service counts as having that states none; None: it is never full.
    """

    topic: EntryId
    needs: Sequence[tuple[People, float]]
    known: Sequence[Supply]
    meeting: Meeting
    holds: np.ndarray
    room: Readiness
    shut: frozenset[str] = frozenset()
    closed: tuple[Readiness, ...] = ()
    unknown: frozenset[EntryId] = frozenset()
    usual: float | None = None

    @property
    def stages(self) -> tuple[str, ...]:
        """Those that may be asked about, in their order."""
        return tuple(stage for stage in STAGES if stage not in self.shut)

    @property
    def persons(self) -> float:
        """Everyone who needs it."""
        return sum(persons for _, persons in self.needs)

    @cached_property
    def numbers(self) -> np.ndarray:
        """How many people each group has."""
        return np.array([persons for _, persons in self.needs], dtype=np.float64)

    @cached_property
    def _met(self) -> np.ndarray:
        """Per group the combinations of stages under which it meets a service, as bits by their number."""
        found: np.ndarray = np.bitwise_or.reduce(_ONE[self.holds], axis=1, initial=0)
        return found

    def meets(self, asked: Iterable[str]) -> np.ndarray:
        """Which groups have a service for which all that is asked holds; asked nothing: any that counts."""
        found: np.ndarray = (self._met & _WITH[_bits(asked)]) != 0
        return found

    def fits(self, asked: Iterable[str]) -> np.ndarray:
        """(needs × known) whether all that is asked holds."""
        bits = _bits(asked)
        found: np.ndarray = (self.holds & (bits | LEFT_OUT)) == bits
        return found

    def among(self, groups: np.ndarray) -> Asked:
        """The same question for some groups alone, by number or by yes and no."""
        rows = np.arange(len(self.needs))[groups]
        return replace(self, needs=[self.needs[n] for n in rows.tolist()], holds=self.holds[rows])

    def under(self, assumed: Assumptions) -> Asked:
        """The same question with another threshold, with or without interpreters, neighbours or estimated places."""
        holds = self.meeting.holds([p for p, _ in self.needs], assumed, self.shut)
        return replace(self, holds=holds, usual=_usual(self.known, assumed))

    def without(self, services: Collection[EntryId]) -> Asked:
        """The same question where some services do not count."""
        gone = np.array([one.service in services for one in self.known], dtype=bool)
        return replace(self, holds=np.where(gone, np.uint8(LEFT_OUT), self.holds))


def question_of(
    network: Network, topic: EntryId, on: date, assumed: Assumptions, like: Asked | None = None
) -> Asked | None:
    """The question of a topic; None where nobody is known to need it. O(people · services of the topic).

    `like`: the same question to another state of the Network. What may be asked there is asked here: two states are
    compared by what is known and usual in the first.
    """
    needs = [(people, persons) for people, persons in network.memo(needing, topic) if persons > 0]
    if not needs:
        return None
    every = [people for people, _ in needs]
    known = [one for one in network.memo(supply, on) if topic in one.topics]
    free = frozenset[str]() if asks_language(network, topic) else frozenset({"languages"})
    told = (
        like.closed
        if like and like.known
        else tuple(r for r in readiness(network, on, known, assumed) if not r.enough and r.what not in free)
    )
    shut = free | {RESTS_ON[r.what] for r in told}
    met = meeting(network, every, known, assumed)
    return Asked(
        topic=topic,
        needs=needs,
        known=known,
        meeting=met,
        holds=met.holds(every, assumed, shut),
        room=of_room(known, assumed),
        shut=shut,
        closed=told,
        unknown=_unknown(network, topic, on, every),
        usual=like.usual if like and like.known else _usual(known, assumed),
    )


def _usual(known: Sequence[Supply], assumed: Assumptions) -> float | None:
    """The median of the places that services state: one large house does not make all others large."""
    stated = [one.room for one in known if one.room is not None]
    return median(stated) if stated and assumed.estimated else None


def _unknown(network: Network, topic: EntryId, on: date, every: Iterable[People]) -> frozenset[EntryId]:
    """Their units of which nobody has said that there is no service."""
    cells = network.memo(topic_row, topic, on, EVERYONE)
    return frozenset(people.unit for people in every if cells[people.unit].state != "none")


def _bits(asked: Iterable[str]) -> int:
    return sum(BITS[stage] for stage in asked)


_ONE = np.array([1 << held if held < LEFT_OUT else 0 for held in range(2 * LEFT_OUT)], dtype=np.uint16)
"""What holds → the bit of this combination; none where a service does not count."""
_WITH = [sum(1 << held for held in range(LEFT_OUT) if held & bits == bits) for bits in range(LEFT_OUT)]
"""Bits of stages → the bits of all combinations that have them."""
