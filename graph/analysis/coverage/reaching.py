"""How many of those who need something are reached, topic by topic, and what stands in the way of the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import product

from graph.analysis.coverage.areas import counting_for, county_of, spot
from graph.analysis.coverage.cascade import STAGES, Cascade, split
from graph.analysis.coverage.need import People, needing
from graph.analysis.coverage.room import Room, room, unserved_shares
from graph.analysis.coverage.states import topic_row
from graph.analysis.coverage.supply import Supply, asks_language, supply
from graph.analysis.coverage.travel import Means, Spot, Travel, minutes
from graph.analysis.readiness import ENOUGH, Readiness
from graph.analysis.referrals.arcs import arcs
from graph.analysis.referrals.passing import Keeping
from graph.model.changes import EntryId
from graph.network import Network

PLENTY = 1e9
"""Room of a service that states none: it is never the bottleneck, so that no gap is claimed by not knowing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Assumptions:
    """What a result rests on beside the entries, all of it shown and editable.

    `threshold` in minutes; `interpreters`, `beyond`: whether interpreters and services from other counties count;
    `keeping`: how many arrive after a hand-over.
    """

    threshold: float = 45.0
    means: Means = "bus"
    travel: Travel = field(default_factory=Travel)
    interpreters: bool = True
    beyond: bool = True
    ready: float = ENOUGH
    keeping: Keeping = field(default_factory=Keeping)


@dataclass(frozen=True, kw_only=True, slots=True)
class Option:
    """One service for one group of people, with the stages that hold between them. Not knowing counts as holding."""

    supply: Supply
    holds: frozenset[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """People of one unit, status and language who are not reached, and the first stage that fails for all of them.

    `cause` "unknown": no service is available as far as anybody knows, but nobody has said that there is none.
    `persons` is a model result: show it rounded.
    """

    topic: EntryId
    people: People
    persons: float
    cause: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Reaching:
    """A topic's cascade and gaps. A stage of which too little is known is `closed` and left out of the stages.

    `silent`: services of the topic that state no languages. `unknown`: people who live where neither a service is known
    nor that there is none; the cascade has them among those for whom none is available, sentences and charts apart.
    `unknown_cause`: their part of that stage's share of the gap.
    """

    topic: EntryId
    cascade: Cascade
    gaps: tuple[Gap, ...]
    room: Readiness
    silent: tuple[EntryId, ...]
    closed: tuple[Readiness, ...] = ()
    unknown: float = 0.0
    unknown_cause: float = 0.0


Choices = Sequence[tuple[People, float, list[Option]]]
"""Who needs it, how many of them, and every service as they meet it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A topic's question before it is answered: who needs it, what there is, and which stages may be asked about."""

    topic: EntryId
    choices: Choices
    known: Sequence[Supply]
    stages: tuple[str, ...]
    room: Readiness
    closed: tuple[Readiness, ...] = ()
    unknown: frozenset[EntryId] = frozenset()

    @property
    def persons(self) -> float:
        """Everyone who needs it."""
        return sum(persons for _, persons, _ in self.choices)


def reaching(network: Network, topic: EntryId, on: date, assumed: Assumptions) -> Reaching | None:
    """How far a topic reaches those who need it; None where nobody is known to (no count, or no stated share).

    Complexity: O(people · services of the topic) and 16 maximum flows over groups that have the same choice.
    """
    found = question_of(network, topic, on, assumed)
    return answer_to(found) if found else None


def answer_to(found: Asked) -> Reaching:
    """How far a topic reaches, to a question that was asked. O(16 maximum flows)."""
    total, choices = found.persons, found.choices
    gaps = _gaps(found, choices)
    cascade = split(total, lambda some: total - _served(choices, some), found.stages)
    return Reaching(
        topic=found.topic,
        cascade=cascade,
        gaps=gaps,
        room=found.room,
        silent=tuple(one.service for one in found.known if not one.spoken | one.interpreted),
        closed=found.closed,
        unknown=sum(gap.persons for gap in gaps if gap.cause == "unknown"),
        unknown_cause=min(_weight_of_unknown(found), cascade.causes["available"]),
    )


def _weight_of_unknown(found: Asked) -> float:
    """What not knowing weighs among the other causes for those of whom nothing is known; room is not asked of them."""
    units = found.unknown
    some = [c for c in found.choices if c[0].unit in units and not any("available" in o.holds for o in c[2])]
    total = sum(persons for _, persons, _ in some)
    stages = [stage for stage in found.stages if stage != "capacity"]
    return split(total, lambda asked: total - _served(some, asked), stages).causes["available"] if some else 0.0


def question_of(
    network: Network, topic: EntryId, on: date, assumed: Assumptions, like: Asked | None = None
) -> Asked | None:
    """The question of a topic; None where nobody is known to need it. O(people · services of the topic).

    `like`: the same question to a Network with the same people and areas: what its services are to them is not asked
    again, but for those that differ. Its stages hold here, too: two states are compared by what is known of the first.
    """
    needs = [(people, persons) for people, persons in needing(network, topic) if persons > 0]
    if not needs:
        return None
    known = [one for one in network.memo(supply, on) if topic in one.topics]
    free = frozenset[str]() if asks_language(network, topic) else frozenset({"languages"})
    told = (
        like.closed
        if like and like.known
        else tuple(r for r in readiness(network, on, known, assumed) if not r.enough and r.what not in free)
    )
    shut = free | {_RESTS_ON[r.what] for r in told}
    near: Near = {}
    before = {people: {o.supply.service: o for o in some} for people, _, some in like.choices} if like else {}
    return Asked(
        topic=topic,
        choices=[(p, n, options(network, p, known, assumed, near, before.get(p, {}), shut)) for p, n in needs],
        known=known,
        stages=tuple(stage for stage in STAGES if stage not in shut),
        room=_carried(known, "capacity", lambda one: one.room is not None, assumed),
        closed=told,
        unknown=_unknown(network, topic, on, {p.unit for p, _ in needs}),
    )


def readiness(network: Network, on: date, known: Sequence[Supply], assumed: Assumptions) -> tuple[Readiness, ...]:
    """How much is known of what each stage rests on, over the services of a topic: the stages stay closed below it."""
    timed = bool(assumed.travel.table)  # a table may know a place that no map does
    return (
        _carried(known, "points", lambda one: one.located or one.from_afar or (timed and one.placed), assumed),
        _carried(known, "languages", lambda one: bool(one.spoken | one.interpreted), assumed),
        _carried(known, "capacity", lambda one: one.room is not None, assumed),
        replace(network.memo(_links, on), threshold=assumed.ready),
    )


def _carried(known: Sequence[Supply], what: str, told: Callable[[Supply], bool], assumed: Assumptions) -> Readiness:
    return Readiness(kind="service", what=what, known=sum(map(told, known)), total=len(known), threshold=assumed.ready)


_RESTS_ON = {
    "points": "reachable",
    "languages": "languages",
    "capacity": "capacity",
    "links": "linked",
    "entry_point": "linked",
}
"""What is known or not → the stage that rests on it. Languages are half a stage: whether the status fits is known."""


def _links(network: Network, on: date) -> Readiness:
    """How many of those who offer something or are entry points name a link or are named in one."""
    actors = network.of_kind("actor").values()
    starts = {actor.id for actor in actors if actor.fields.get("entry_point")}
    if not starts:
        return Readiness(kind="actor", what="entry_point", known=0, total=len(actors))
    asked = starts | {one.provider for one in network.memo(supply, on)}
    named = {id for arc in network.memo(arcs, on).all() for id in (arc.sender, arc.receiver)}
    return Readiness(kind="actor", what="links", known=len(asked & named), total=len(asked))


def _unknown(network: Network, topic: EntryId, on: date, units: Iterable[EntryId]) -> frozenset[EntryId]:
    """The units where neither a service is known nor that there is none."""
    cells = topic_row(network, topic, on, among=tuple(sorted(units)))
    return frozenset(unit for unit, cell in cells.items() if cell.state != "none")


def reached_by(question: Asked) -> float:
    """How many people a topic reaches through all stages. One maximum flow; `reaching` says why not more."""
    return _served(question.choices, frozenset(question.stages))


@dataclass(frozen=True, kw_only=True, slots=True)
class Bottleneck:
    """`people` of these groups can only go to the `full` services, which have `places` for them (method 5)."""

    groups: tuple[tuple[People, float], ...]
    people: float
    places: float
    full: tuple[EntryId, ...]


def bottleneck(question: Asked) -> Bottleneck | None:
    """The proof that places are short, nearest to the people; None where room suffices or too few state theirs."""
    if "capacity" not in question.stages:
        return None
    stages = frozenset(question.stages) - {"capacity"}
    grouped = {services: n for services, n in _grouped(question.choices, stages).items() if services}
    found = _room(question.choices, grouped)
    short = frozenset(found.short)
    full = sorted({service for services in short for service in services} & set(found.full))
    if not full:
        return None
    groups = tuple((p, n) for p, n, some in question.choices if _fitting(some, stages) in short)
    return Bottleneck(
        groups=groups,
        people=sum(n for _, n in groups),
        places=sum(room for id in full if (room := found.by_service[id]) < PLENTY),
        full=tuple(full),
    )


Near = dict[tuple[EntryId, EntryId], bool]
"""(unit, service) → whether it can be reached from there in time: asked once for all people of a unit."""


def options(
    network: Network,
    people: People,
    known: Sequence[Supply],
    assumed: Assumptions,
    near: Near | None = None,
    before: Mapping[EntryId, Option] | None = None,
    shut: frozenset[str] = frozenset(),
) -> list[Option]:
    """Every service of a topic as these people meet it; those as `before` are taken from there. O(services).

    `shut`: what too little is known of to be asked; it counts as holding.
    """
    counting, here = counting_for(network, people.unit), spot(network, people.unit)
    county = county_of(network, people.unit)
    counted = [one for one in known if assumed.beyond or one.county in ("", county)]
    near, before = {} if near is None else near, before or {}
    found = []
    for one in counted:
        same = before.get(one.service)
        if same is None or same.supply != one:
            if (people.unit, one.service) not in near:
                near[people.unit, one.service] = _near(here, one, assumed)
            same = Option(supply=one, holds=_holds(people, one, counting, near, assumed, shut))
        found.append(same)
    return found


def _holds(
    people: People, one: Supply, counting: frozenset[str], near: Near, assumed: Assumptions, shut: frozenset[str]
) -> frozenset[str]:
    speaks = (
        not people.language or "languages" in shut or one.speaks(people.language, assumed.interpreters) is not False
    )
    return _HELD[
        not counting.isdisjoint(one.areas),
        one.from_afar or "reachable" in shut or near[people.unit, one.service],
        speaks and one.fits(people.status, people.group),
        one.linked or "linked" in shut,
    ]


_ASKED = ("available", "reachable", "fitting", "linked")
_HELD = {
    held: frozenset(stage for stage, holds in zip(_ASKED, held, strict=True) if holds)
    for held in product((False, True), repeat=len(_ASKED))
}
"""Which of them hold → as a set: made once, there are millions of pairs."""


def _near(here: Spot, one: Supply, assumed: Assumptions) -> bool:
    ways = [minutes(here, there, assumed.means, assumed.travel) for there in one.spots]
    known = [way for way in ways if way is not None]
    return not known or min(known) <= assumed.threshold


def _served(choices: Choices, stages: frozenset[str]) -> float:
    """People for whom these stages hold. Where no service exists at all, that alone is why: no other stage is asked."""
    asked = stages - {"capacity"}
    without = 0.0 if "available" in asked else sum(n for _, n, some in choices if not some)
    if "capacity" not in stages:
        fits = (n for _, n, some in choices if some and (not asked or any(asked <= h for h in {o.holds for o in some})))
        return without + sum(fits)
    some_choice = [choice for choice in choices if choice[2]]
    return without + _room(some_choice, _grouped(some_choice, asked)).served


def _grouped(choices: Choices, asked: frozenset[str]) -> dict[frozenset[EntryId], float]:
    """The services that fulfil what is asked → the people who have just this choice."""
    grouped: dict[frozenset[EntryId], float] = {}
    for _, persons, some in choices:
        services = _fitting(some, asked)
        grouped[services] = grouped.get(services, 0.0) + persons
    return grouped


def _fitting(some: Sequence[Option], asked: frozenset[str]) -> frozenset[EntryId]:
    return frozenset(option.supply.service for option in some if asked <= option.holds)


def _room(choices: Choices, grouped: Mapping[frozenset[EntryId], float]) -> Room[frozenset[EntryId], EntryId]:
    return room(grouped, _places(choices), [(services, id) for services in grouped for id in services])


def _gaps(question: Asked, choices: Choices) -> tuple[Gap, ...]:
    """Largest first. Who lacks room only is told by the share of their group that finds none."""
    topic, stages = question.topic, question.stages
    asked = frozenset(stages) - {"capacity"}
    found = []
    grouped = _grouped(choices, asked)
    left = _left(choices, grouped) if "capacity" in stages else {}
    for people, persons, some in choices:
        services = _fitting(some, asked)
        if not services:
            cause = _cause(some, stages)
            cause = "unknown" if cause == "available" and people.unit in question.unknown else cause
            found.append(Gap(topic=topic, people=people, persons=persons, cause=cause))
        elif left.get(services):
            found.append(Gap(topic=topic, people=people, persons=persons * left[services], cause="capacity"))
    return tuple(sorted(found, key=lambda gap: (-gap.persons, gap.people.unit, gap.people.status, gap.people.language)))


def _left(choices: Choices, grouped: Mapping[frozenset[EntryId], float]) -> dict[frozenset[EntryId], float]:
    """The choice → the share of its people for whom there is no room; who has no choice at all is told elsewhere."""
    some = {services: n for services, n in grouped.items() if services}
    return unserved_shares(some, _places(choices), [(services, id) for services in some for id in services])


def _places(choices: Choices) -> dict[EntryId, float]:
    known = {option.supply.service: option.supply.room for _, _, some in choices for option in some}
    return {id: PLENTY if places is None else places for id, places in known.items()}


def _cause(some: Sequence[Option], stages: Sequence[str]) -> str:
    """The first stage, in their order, up to which no service holds."""
    asked: set[str] = set()
    for stage in stages:
        if stage == "capacity":
            continue
        asked.add(stage)
        if not any(asked <= option.holds for option in some):
            return stage
    return stages[-1]
