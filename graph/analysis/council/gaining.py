"""What projects of change are to gain, as far as it was computed, and what one person more costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from graph.analysis.council.plain import Data
from graph.analysis.planning.effect import cost_per_person, more_people
from graph.model.changes import Entry, EntryId
from graph.network import Network

Range = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project of change by its topic and areas, with what it may gain: people more (fewest, most), and euro a year.

    `gain`: None where no effect was computed with it; `each`: euro a year for each person more (least, most), None
    where either is unknown.
    """

    topic: str
    areas: tuple[str, ...]
    gain: Range | None
    each: Range | None
    cost: float | None
    own_share: float | None
    funder: str
    duty: str
    due: str


def gains(whole: Network) -> dict[EntryId, Range]:
    """Project of change → people more, of those that have such an effect. `whole`: effects stand with coordination;
    what is given here is fit for everybody, because it is as rough as a model is."""
    measures = whole.of_kind("measure").values()
    return {measure.id: more for measure in measures if (more := more_people(measure.fields))}


def projects(network: Network, more: Mapping[EntryId, Range]) -> list[Data]:
    """Every project of change, the most gain first, then the most cost, as plain data without names.

    `more`: as `gains` has it. What it means to a council: for so much a year so many more might be reached.
    Complexity: O(projects).
    """
    every = [_project(measure, more.get(measure.id)) for measure in network.of_kind("measure").values()]
    every.sort(key=lambda p: (-(p.gain or (0, 0))[1], not p.topic, -(p.cost or 0.0), p.topic, p.areas))
    return [asdict(project) for project in every]


def _project(measure: Entry, gain: Range | None) -> Project:
    fields = measure.fields
    cost = fields.get("yearly_cost")
    return Project(
        topic=str(fields.get("topic", "")),
        areas=tuple(fields.get("areas", ())),
        gain=gain,
        each=cost_per_person(cost or 0.0, gain),
        cost=cost,
        own_share=fields.get("own_share"),
        funder=str(fields.get("funder", "")),
        duty=str(fields.get("duty", "")),
        due=str(fields.get("due_on", "")),
    )
