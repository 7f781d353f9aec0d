"""The whole page: what analyses found for a council, said section by section in one language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.council import coverage, money, standing, ways
from dashboards.council.section import Section, Snapshot
from dashboards.council.words import Words

Data = Mapping[str, Any]


def told(
    words: Words, found: Data, people: Data | None, since: Data | None, snapshots: Sequence[Snapshot]
) -> tuple[Section, ...]:
    """The sections in the order in which a council reads them.

    `found`: what `graph.analysis.council.overview` gives; `people`: published counts, None where they are not
    published; `since`: {report, day, changes} or None; `snapshots`: oldest first.
    """
    return (
        coverage.reach(words, found["reach"], people),
        coverage.cascade(words, found["reach"]),
        coverage.gaps(words, found),
        money.projects(words, found["projects"]),
        money.ending(words, found["ending"]),
        ways.waits(words, found["waits"], found["arrivals"]),
        ways.journeys(words, found["journeys"]),
        ways.hanging(words, found["hanging"]),
        ways.confirmation(words, found["confirmation"]),
        standing.since(words, since),
        standing.trend(words, snapshots),
        coverage.people(words, people),
        standing.resting(words, found["age"], found["completeness"], found["reach"]),
    )


def tiles(words: Words, found: Data) -> list[tuple[str, str]]:
    """(number, what it counts): what fits above everything else."""
    reach, links, waits = found["reach"], found["confirmation"], found["waits"]
    total = sum(links.values())
    known = [
        (words.percent(reach["met"], reach["needs"]), "reached") if reach["needs"] else None,
        (words.say("council.tile.weeks", n=round(waits[0]["weeks"])), "wait") if waits else None,
        (words.percent(links["both"], total), "confirmed") if total else None,
        (words.number(len(found["ending"])), "ending"),
        (words.number(len(found["hanging"])), "hanging"),
    ]
    return [(number, words.say(f"council.tile.{name}", n=number)) for number, name in filter(None, known)]
