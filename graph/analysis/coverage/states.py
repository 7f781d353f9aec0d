"""What is known of a topic in an area: offered, confirmed none, or unknown. Unknown is never counted as none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from graph.analysis.coverage.areas import counting_for, county_of, units
from graph.analysis.coverage.supply import Supply, asks_language, supply, topic_line
from graph.model.changes import EntryId
from graph.network import Network, lineage

State = Literal["offered", "otherwise", "none", "unknown"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """For whom: a residence status and a language, by code ("" = whoever), with or without interpreters counting."""

    status: str = ""
    language: str = ""
    interpreters: bool = True


EVERYONE = Question()


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One topic in one unit, with the services that count.

    `beyond`: how many of them sit in other counties; `partly`: each serves a part of the unit only; `stated_on`: when
    somebody said that there is none.
    """

    state: State
    services: tuple[EntryId, ...] = ()
    beyond: int = 0
    partly: bool = False
    stated_on: str = ""

    @property
    def only_beyond(self) -> bool:
        """Whether whoever lives here finds help in other counties alone."""
        return self.state == "offered" and self.beyond == len(self.services)


def matrix(network: Network, on: date, question: Question = EVERYONE) -> dict[tuple[EntryId, EntryId], Cell]:
    """(topic, unit) → its cell, for every topic and unit. Ask by `network.memo(matrix, on, question)`.

    offered: a service of the topic serves the unit, for the status and in the language asked for. none: somebody stated
    so (Fehlanzeige, also of this language alone). otherwise: such services are there, but each states its languages and
    the one asked for is not among them. Else unknown.

    Complexity: O(topics · units + services · topics · units each serves).
    """
    return {
        (topic, unit): cell
        for topic in network.of_kind("topic")
        for unit, cell in network.memo(topic_row, topic, on, question).items()
    }


def topic_row(
    network: Network, topic: EntryId, on: date, question: Question = EVERYONE, among: tuple[EntryId, ...] | None = None
) -> dict[EntryId, Cell]:
    """Unit → the cell of one topic, of all units or `among` some. O(units + services of the topic · units each serves).

    Whoever asks about many topics asks by `network.memo(topic_row, topic, on, question)`, which `matrix` shares.
    """
    if question.language and not asks_language(network, topic):
        question = replace(question, language="")
    known = network.memo(_by_topic, on, question.status).get(topic, {})
    absent = network.memo(_absent).get(topic, {})
    level = network.memo_of("area", units) if among is None else among
    return {unit: _cell(network, known, absent, unit, question) for unit in level}


def _by_topic(network: Network, on: date, status: str) -> dict[str, dict[str, list[Supply]]]:
    """Topic → area → the services stated for it."""
    found: dict[str, dict[str, list[Supply]]] = {}
    for one in network.memo(supply, on):
        for topic in one.topics if one.fits(status) else ():
            for area in one.areas:
                found.setdefault(topic, {}).setdefault(area, []).append(one)
    return found


def _cell(
    network: Network,
    known: dict[str, list[Supply]],
    absent: dict[str, list[tuple[str, str]]],
    unit: EntryId,
    question: Question,
) -> Cell:
    serving = {one.service: one for area in known.keys() & counting_for(network, unit) for one in known[area]}
    here = [serving[service] for service in sorted(serving)]
    fitting = [one for one in here if not question.language or one.speaks(question.language, question.interpreters)]
    if fitting:
        above, county = set(lineage(network, unit)), county_of(network, unit)
        return Cell(
            state="offered",
            services=tuple(one.service for one in fitting),
            beyond=sum(one.county not in ("", county) for one in fitting),
            partly=all(above.isdisjoint(one.areas) for one in fitting),
        )
    services = tuple(one.service for one in here)
    said = [each for area in lineage(network, unit) for each in absent.get(area, ())]
    # Whoever says that there is nothing at all is contradicted by a service; whoever says so of a language is not.
    stated = [day for language, day in said if language == question.language or not (language or here)]
    if stated and not (here and not question.language):
        return Cell(state="none", services=services, stated_on=max(stated))
    if question.language and here and all(one.speaks(question.language) is not None for one in here):
        return Cell(state="otherwise", services=services)
    return Cell(state="unknown", services=services)


def _absent(network: Network) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Topic → area → (language, day) of what is confirmed not to be there; a wide topic takes its parts along."""
    said: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for entry in network.of_kind("absence").values():
        fields = entry.fields
        told = (fields.get("language", "").split(":")[0], fields.get("stated_on", ""))
        said.setdefault(fields["topic"], {}).setdefault(fields["area"], []).append(told)
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for topic in network.of_kind("topic"):
        for above in topic_line(network, topic):
            for area, told_there in said.get(above, {}).items():
                found.setdefault(topic, {}).setdefault(area, []).extend(told_there)
    return found
