"""How many of those who need something are reached, topic by topic, and what stands in the way of the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.cascade import Cascade, split
from graph.analysis.coverage.need import People
from graph.analysis.coverage.question import Asked, question_of
from graph.analysis.coverage.serving import Choices, served
from graph.analysis.readiness import Readiness
from graph.model.changes import EntryId
from graph.network import Network


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
    `unknown_cause`: their part of that stage's share of the gap. `usual`: how many places each service counts as having
    that states none; None where such a service is never full.
    """

    topic: EntryId
    cascade: Cascade
    gaps: tuple[Gap, ...]
    room: Readiness
    silent: tuple[EntryId, ...]
    closed: tuple[Readiness, ...] = ()
    unknown: float = 0.0
    unknown_cause: float = 0.0
    usual: float | None = None


def reaching(network: Network, topic: EntryId, on: date, assumed: Assumptions) -> Reaching | None:
    """How far a topic reaches those who need it; None where nobody is known to (no count, or no stated share).

    Complexity: O(people · services of the topic) and 16 maximum flows over groups that have the same choice.
    """
    found = question_of(network, topic, on, assumed)
    return answer_to(found) if found else None


def answer_to(found: Asked) -> Reaching:
    """How far a topic reaches, to a question that was asked. O(16 maximum flows) where room is asked."""
    gaps, cascade = _gaps(found), _cascade(found, found.stages)
    return Reaching(
        topic=found.topic,
        cascade=cascade,
        gaps=gaps,
        room=found.room,
        silent=tuple(one.service for one in found.known if not one.spoken | one.interpreted),
        closed=found.closed,
        unknown=sum(gap.persons for gap in gaps if gap.cause == "unknown"),
        unknown_cause=min(_weight_of_unknown(found), cascade.causes["available"]),
        usual=found.usual,
    )


def reached_by(question: Asked) -> float:
    """How many people a topic reaches through all stages. One maximum flow; `reaching` says why not more."""
    return served(question, question.stages)


def _cascade(found: Asked, stages: tuple[str, ...]) -> Cascade:
    total = found.persons
    return split(total, lambda some: total - served(found, some), stages)


def _weight_of_unknown(found: Asked) -> float:
    """What not knowing weighs among the other causes for those of whom nothing is known; room is not asked of them."""
    nowhere = np.array([people.unit in found.unknown for people, _ in found.needs]) & ~found.meets({"available"})
    stages = tuple(stage for stage in found.stages if stage != "capacity")
    return _cascade(found.among(nowhere), stages).causes["available"] if nowhere.any() else 0.0


def _gaps(found: Asked) -> tuple[Gap, ...]:
    """Largest first. Who lacks room only is told by the share of their group that finds none."""
    causes = _causes(found)
    gaps = [
        Gap(topic=found.topic, people=people, persons=persons, cause=cause)
        for (people, persons), cause in zip(found.needs, causes, strict=True)
        if cause
    ]
    if "capacity" in found.stages:
        choices = Choices.of(found, set(found.stages) - {"capacity"})
        left = choices.unserved()
        gaps += [
            Gap(topic=found.topic, people=people, persons=persons * left[choice], cause="capacity")
            for choice, (people, persons) in zip(choices.of_group, found.needs, strict=True)
            if left.get(choice)
        ]
    return tuple(sorted(gaps, key=_largest_first))


def _largest_first(gap: Gap) -> tuple[float, str, str, str, str]:
    people = gap.people
    return -gap.persons, people.unit, people.status, people.language, people.group


def _causes(found: Asked) -> list[str]:
    """Per group the first stage, in their order, up to which no service holds; "" where all do. Room is left aside."""
    stages = [stage for stage in found.stages if stage != "capacity"]
    failed = [~found.meets(stages[: n + 1]) for n in range(len(stages))]
    first = np.select(failed, np.arange(len(stages)), len(stages)).tolist()
    causes = [*stages, ""]
    return [
        "unknown" if causes[n] == "available" and people.unit in found.unknown else causes[n]
        for n, (people, _) in zip(first, found.needs, strict=True)
    ]
