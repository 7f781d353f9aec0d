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
        coverage.reach(words, found["reach"]),
        coverage.cascade(words, found["reach"]),
        coverage.gaps(words, found),
        money.projects(words, found["projects"]),
        money.ending(words, found["ending"]),
        ways.waits(words, found["waits"]),
        ways.journeys(words, found["journeys"]),
        ways.hanging(words, found["hanging"]),
        ways.confirmation(words, found["confirmation"]),
        standing.since(words, since),
        standing.trend(words, snapshots),
        coverage.people(words, people),
        standing.resting(words, found["age"], found["completeness"]),
    )
