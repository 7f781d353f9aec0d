"""Which projects of change close most of the gaps that are known, and what one person more costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from graph.analysis.council.plain import Data
from graph.analysis.coverage.areas import unit_of
from graph.analysis.coverage.reaching import Assumptions, Gap, reaching
from graph.analysis.coverage.supply import topic_line
from graph.model.changes import Entry, EntryId
from graph.network import Network, lineage

LEAST = 0.5
"""A project closes between this part of the gaps it is meant for and all of them: an assumption, shown with it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project of change by its topic and areas, with what it may gain: people (fewest, most), and euro a year.

    `gain` (0, 0): no gap is known that it would close; None: nothing can be said, because it names no topic or nobody
    is known to need it. `each`: euro a year for each person more (least, most); None where either is unknown.
    """

    topic: str
    areas: tuple[str, ...]
    gain: tuple[float, float] | None
    each: tuple[float, float] | None
    cost: float | None
    own_share: float | None
    funder: str
    duty: str
    due: str


def projects(network: Network, on: date, assumed: Assumptions) -> list[Data]:
    """Every project of change, the most gain first, as plain data without names.

    Complexity: that of `reaching` for the topics they name. What it means to a council: for so much a year so many more
    might be reached.
    """
    measures = network.of_kind("measure").values()
    named = {str(m.fields["topic"]) for m in measures if "topic" in m.fields}
    beneath = [topic for topic in sorted(network.of_kind("topic")) if not named.isdisjoint(topic_line(network, topic))]
    gaps = {topic: found.gaps for topic in beneath if (found := reaching(network, topic, on, assumed))}
    every = [_project(network, measure, gaps) for measure in measures]
    every.sort(key=lambda p: (-(p.gain or (0.0, -1.0))[1], p.cost or 0.0, p.topic, p.areas))
    return [asdict(project) for project in every]


def _project(network: Network, measure: Entry, gaps: Mapping[EntryId, Sequence[Gap]]) -> Project:
    fields = measure.fields
    topic, areas = str(fields.get("topic", "")), tuple(fields.get("areas", ()))
    meant = [some for other, some in gaps.items() if topic in topic_line(network, other)]
    most = sum(gap.persons for some in meant for gap in some if _within(network, gap.people.unit, areas))
    gain = (most * LEAST, most) if meant else None
    cost = fields.get("yearly_cost")
    return Project(
        topic=topic,
        areas=areas,
        gain=gain,
        each=(cost / gain[1], cost / gain[0]) if gain and gain[0] > 0 and cost else None,
        cost=cost,
        own_share=fields.get("own_share"),
        funder=str(fields.get("funder", "")),
        duty=str(fields.get("duty", "")),
        due=str(fields.get("due_on", "")),
    )


def _within(network: Network, unit: str, areas: Sequence[str]) -> bool:
    """Whether a unit lies in one of these areas or holds one of them; without areas everywhere does."""
    above = lineage(network, unit)
    return not areas or any(area in above or unit_of(network, area) == unit for area in areas)
