"""What is lost when services end: places without any, people reached no more, languages and groups without one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.question import Asked, question_of
from graph.analysis.coverage.reaching import reached_by
from graph.analysis.coverage.states import matrix
from graph.analysis.coverage.supply import Supply, asks_language, supply
from graph.model.changes import EntryId
from graph.network import Network

What = Literal["language", "status", "group"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fewer:
    """For a language, status or target group no service of a topic is left in these units, though others are. `code` ""
    of a status or group: those left are for some only."""

    topic: EntryId
    what: What
    code: str
    units: tuple[EntryId, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fallen:
    """People a topic reaches before and after. A model's numbers; `room`: whether places are counted in them."""

    topic: EntryId
    before: float
    after: float
    room: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Loss:
    """`cells`: (topic, unit) without any service then; `people` of the topics of which it is known who needs them;
    `others`: services of the same topics that end on the same day, whose loss is in these numbers, too. `counted`:
    whether the services say for what and where they are; else nothing can be said. `met`: whether anybody of whom it is
    known that they need it can be reached through it; else that nobody is reached less tells nothing."""

    cells: tuple[tuple[EntryId, EntryId], ...] = ()
    fewer: tuple[Fewer, ...] = ()
    people: tuple[Fallen, ...] = ()
    others: int = 0
    counted: bool = False
    met: bool = False


class Losing:
    """Asks what is lost on a day by services that end, given when each of them does."""

    def __init__(self, network: Network, on: date, assumed: Assumptions, ends: Mapping[EntryId, str]) -> None:
        self._network, self._on, self._assumed, self._ends = network, on, assumed, ends
        self._known = {one.service: one for one in network.memo(supply, on)}
        self._asked: dict[EntryId, Asked | None] = {}
        self._people: dict[tuple[EntryId, str], Fallen | None] = {}
        self._cells: dict[EntryId, list[tuple[EntryId, EntryId]]] = {}
        for place, cell in network.memo(matrix, on).items():
            for service in cell.services if cell.state == "offered" else ():
                self._cells.setdefault(service, []).append(place)

    def by(self, service: EntryId) -> Loss:
        """What goes with a service on the day it ends, against what there is the day before.

        Whatever ends on the same day or before covers for nothing. Complexity: O(cells of the service · services), and
        two maximum flows for each of its topics.
        """
        one = self._known.get(service)
        if one is None or service not in self._ends:
            return Loss()
        day, topics = self._ends[service], [EntryId(t) for t in self._network.entry(service).fields.get("topics", ())]
        left = {place: self._left(place, day) for place in self._cells.get(service, ())}
        gone = [s for s, end in self._ends.items() if end == day and s != service and s in self._known]
        fallen = [self._fallen(topic, day) for topic in topics]
        return Loss(
            cells=tuple(place for place, some in left.items() if not some),
            fewer=tuple(self._fewer(one, {p: some for p, some in left.items() if some and p[0] in topics})),
            people=tuple(each for each in fallen if each),
            counted=bool(left),
            met=any(asked and _meets(asked, service) for asked in map(self._asked.get, topics)),
            others=sum(not self._known[s].topics.isdisjoint(topics) for s in gone),
        )

    def _left(self, place: tuple[EntryId, EntryId], day: str) -> list[Supply]:
        services = self._network.memo(matrix, self._on)[place].services
        return [self._known[s] for s in services if self._ends.get(s, "9999") > day]

    def _fewer(self, one: Supply, left: Mapping[tuple[EntryId, EntryId], list[Supply]]) -> Iterable[Fewer]:
        found: dict[tuple[EntryId, What, str], list[EntryId]] = {}
        for (topic, unit), some in left.items():
            for what, code in _missing(one, some, asks_language(self._network, topic)):
                found.setdefault((topic, what, code), []).append(unit)
        for (topic, what, code), units in found.items():
            yield Fewer(topic=topic, what=what, code=code, units=tuple(units))

    def _fallen(self, topic: EntryId, day: str) -> Fallen | None:
        if topic not in self._asked:
            self._asked[topic] = question_of(self._network, topic, self._on, self._assumed)
        asked = self._asked[topic]
        if asked is not None and (topic, day) not in self._people:
            before, after = (
                reached_by(asked.without({s for s, end in self._ends.items() if end < day or same and end == day}))
                for same in (False, True)
            )
            room = "capacity" in asked.stages
            self._people[topic, day] = Fallen(topic=topic, before=before, after=after, room=room)
        return self._people.get((topic, day))


def _meets(asked: Asked, service: EntryId) -> bool:
    """Whether people can be reached through a service that has not stated to have no places."""
    fits = asked.fits(set(asked.stages) - {"capacity"})
    return any(one.service == service and one.room != 0 and fits[:, n].any() for n, one in enumerate(asked.known))


def _missing(one: Supply, left: Iterable[Supply], language: bool) -> Iterable[tuple[What, str]]:
    """What a service is for and none of those left. Of a service that states no languages nobody knows."""
    some = list(left)
    for code in sorted(one.spoken | one.interpreted) if language else ():
        if all(other.speaks(code) is False for other in some):
            yield "language", code
    for code in sorted(one.statuses) or ("",):
        if all(other.statuses and code not in other.statuses for other in some):
            yield "status", code
    for code in sorted(one.groups) or ("",):
        if all(other.groups and code not in other.groups for other in some):
            yield "group", code
