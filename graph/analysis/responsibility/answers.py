"""Who handles it: contacts and organisations for letters of a surname, an area, a topic and a status, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from graph.analysis.home import home_id
from graph.analysis.responsibility.duties import EVERY_LETTER, Duty, duties
from graph.model.changes import EntryId
from graph.model.collation import sort_key
from graph.model.values.letters import folded, holds
from graph.network import Network

Aspect = Literal["letters", "area", "topic", "status"]
How = Literal["contact", "service", "actor", "home", "part", "unread", "every", "unknown"]
"""contact, service, actor: stated by it; home: its seat lies there; part: only for some of what is asked; unread: the
letters can't be read; every: nothing stated, which means all; unknown: nothing stated, which says nothing."""

_POINTS: dict[How, int] = {
    "contact": 4, "service": 3, "part": 2, "home": 1, "actor": 1, "every": 1, "unread": 1, "unknown": 0,
}  # fmt: skip
_SAID = frozenset({"contact", "service", "part"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """What is asked; "" leaves an aspect open. `letters` are the first ones of a surname, `topic` an id, else a
    `heading` stands for all topics under it."""

    letters: str = ""
    area: str = ""
    topic: str = ""
    heading: str = ""
    status: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked."""
        return not (self.letters or self.area or self.topic or self.heading or self.status)


class Reason(NamedTuple):
    """Why somebody is named: the aspect, how it fits, and the id, code or letters it fits by ("" for none)."""

    aspect: Aspect
    how: How
    value: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Responsible:
    """One answer. Without `contact` it is the organisation itself, through `service`.

    `no_letters`: others here share surnames among them, and nobody is named for the letters asked for.
    """

    actor: EntryId
    contact: EntryId | None
    service: EntryId | None
    reasons: tuple[Reason, ...]
    points: int
    no_letters: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether all that was asked is stated, by the contact or the service, or holds for everyone."""
        return all(reason.how in ("contact", "service", "every") for reason in self.reasons)


def responsible(network: Network, question: Question) -> tuple[Responsible, ...]:
    """Everyone who is responsible, the best stated first. Keep it by `network.memo`.

    What contradicts is left out: other letters, other areas, other statuses. A contact or service that states nothing
    of letters or statuses is there for all; of areas, that says nothing, and comes last. What is asked for has to be
    stated by somebody: a question for letters alone names who shares them out.

    Complexity: O(contacts + services).

    >>> responsible(Network(), Question(letters="M"))
    ()
    """
    if question.is_empty:
        return ()
    asked = _Asked(network, question)
    every = network.memo(duties)
    found = [answer for duty in every if (answer := asked.answer(duty)) is not None]
    best = _best_of_each(found)
    return tuple(sorted(_without_doubles(asked, best, every), key=lambda each: _order(network, each)))


class _Asked:
    """A question with what it means in this network."""

    def __init__(self, network: Network, question: Question) -> None:
        self.network, self.question = network, question
        self.letters = folded(question.letters)
        above = _lineage(network, question.area) if question.area else ()
        self.above = {id: steps for steps, id in enumerate(above)}
        self.beneath = _beneath(network, question.area) if question.area else frozenset()
        self.topics = _topics(network, question)

    def answer(self, duty: Duty) -> Responsible | None:
        """The answer this duty gives, None where it contradicts."""
        reasons = [
            found
            for wanted, aspect in (
                (self.question.topic or self.question.heading, self._topic),
                (self.question.area, self._area),
                (self.letters, self._letters),
                (self.question.status, self._status),
            )
            if wanted
            for found in [aspect(duty)]
        ]
        stated = [reason for reason in reasons if reason is not None]
        if len(stated) < len(reasons) or not self._is_stated(stated):
            return None
        points = sum(_POINTS[reason.how] for reason in stated)
        return Responsible(
            actor=duty.actor, contact=duty.contact, service=duty.service, reasons=tuple(stated), points=points
        )

    def _is_stated(self, reasons: Iterable[Reason]) -> bool:
        """Where no topic is asked, at least one thing must be said: everybody is there for all letters by default."""
        return bool(self.topics) or any(reason.how in _SAID for reason in reasons)

    def _topic(self, duty: Duty) -> Reason | None:
        for stated in duty.topics:
            fitting = stated.values & self.topics
            if fitting and stated.by:
                return Reason("topic", stated.by, min(fitting, key=lambda id: (id != self.question.topic, id)))
        return None

    def _area(self, duty: Duty) -> Reason | None:
        stated = duty.areas
        if not stated.by:
            home = home_id(self.network, duty.actor)
            near = home in self.above or home in self.beneath
            return Reason("area", "home", home) if near else Reason("area", "unknown")
        covering = stated.values & self.above.keys()
        if covering:
            return Reason("area", stated.by, min(covering, key=self.above.__getitem__))
        partly = stated.values & self.beneath
        return Reason("area", "part", min(partly)) if partly else None

    def _letters(self, duty: Duty) -> Reason | None:
        if duty.spans is None:
            return Reason("letters", "unread", duty.letters)
        if duty.spans == EVERY_LETTER:
            return Reason("letters", "every")
        held = holds(duty.spans, self.letters)
        if held == "none":
            return None
        return Reason("letters", "contact" if held == "all" else "part", duty.letters)

    def _status(self, duty: Duty) -> Reason | None:
        stated = duty.statuses
        if not stated.by:
            return Reason("status", "every")
        return Reason("status", stated.by, self.question.status) if self.question.status in stated.values else None


def _best_of_each(found: Iterable[Responsible]) -> list[Responsible]:
    """Of a contact with several services the one that fits best; services without contact as they are."""
    best: dict[str, Responsible] = {}
    for each in found:
        key = each.contact or each.service or each.actor
        if key not in best or best[key].points < each.points:
            best[key] = each
    return list(best.values())


def _without_doubles(asked: _Asked, found: list[Responsible], every: Iterable[Duty]) -> Iterator[Responsible]:
    """An organisation steps back behind its contacts; one service stands for all it offers.

    The only contact of an organisation, who names no services or topics, speaks for the service that fits.
    """
    named = {each.actor for each in found if each.contact and not _by_actor(each)}
    general: dict[str, list[Responsible]] = {}
    for each in found:
        if each.contact and _by_actor(each) and each.actor not in named:
            general.setdefault(each.actor, []).append(each)
    sharing = {duty.service or duty.actor for duty in every if duty.contact and duty.by_letters}
    taken: set[str] = set()
    for each in sorted(found, key=lambda one: (-one.points, one.service or "")):
        if each.contact and each.actor in named and not _by_actor(each):
            yield each
        elif not each.contact and each.actor not in named and each.actor not in taken:
            taken.add(each.actor)
            yield _for_no_letters(each) if asked.letters and each.service in sharing else _spoken_for(each, general)
    yield from (each for actor, contacts in general.items() if actor not in taken for each in contacts)


def _spoken_for(each: Responsible, general: Mapping[str, list[Responsible]]) -> Responsible:
    contacts = general.get(each.actor, ())
    return replace(each, contact=contacts[0].contact) if len(contacts) == 1 else each


def _for_no_letters(each: Responsible) -> Responsible:
    reasons = tuple(Reason("letters", "unknown") if one.aspect == "letters" else one for one in each.reasons)
    return replace(each, reasons=reasons, no_letters=True)


def _by_actor(each: Responsible) -> bool:
    """Whether it has the topic only because its organisation has it."""
    return any(reason.aspect == "topic" and reason.how == "actor" for reason in each.reasons)


def _order(network: Network, each: Responsible) -> tuple[object, ...]:
    name = network.entry(each.actor).fields["name"]
    function = network.entry(each.contact).fields["function"] if each.contact else ""
    return (
        not each.is_certain,
        -each.points,
        not each.contact,
        sort_key(name),
        sort_key(function),
        each.contact or each.service,
    )


def _topics(network: Network, question: Question) -> frozenset[str]:
    """The topic with those beneath and above it, or all of a heading."""
    if question.topic:
        return frozenset({*_lineage(network, question.topic), *_beneath(network, question.topic)})
    if not question.heading:
        return frozenset()
    topics = network.of_kind("topic").items()
    return frozenset(id for id, topic in topics if topic.fields["heading"] == question.heading)


def _lineage(network: Network, id: str) -> tuple[str, ...]:
    """An area or topic and what it lies in, nearest first."""
    found = [id]
    while (entry := network.find(found[-1])) and (parent := entry.fields.get("parent")) and parent not in found:
        found.append(parent)
    return tuple(found)


def _beneath(network: Network, id: str) -> frozenset[str]:
    """What lies in an area or topic."""
    found: set[str] = set()
    queue = [id]
    while queue:
        for source, field in network.into(queue.pop()):
            if field == "parent" and source not in found and source != id:
                found.add(source)
                queue.append(source)
    return frozenset(found)
