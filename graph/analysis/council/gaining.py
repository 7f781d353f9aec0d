"""What projects of change are to gain, as far as it was computed, and what each one more costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import NamedTuple

from graph.analysis.council.plain import Data
from graph.analysis.planning.effect import cost_per_person, in_people, more_reached
from graph.model.changes import Entry, EntryId
from graph.network import Network

Range = tuple[int, int]


class Gain(NamedTuple):
    """So many more, fewest and most: people of one topic, or cases of all topics."""

    fewest: int
    most: int
    people: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project of change by its topic and areas, with what it may gain: how many more (fewest, most), and euro a year.

    `gain`: None where no effect was computed with it; `people`: whether it counts people of one topic, not cases of
    all; `each`: euro a year for each one more (least, most), None where either is unknown.
    """

    topic: str
    areas: tuple[str, ...]
    gain: Range | None
    people: bool
    each: Range | None
    cost: float | None
    own_share: float | None
    funder: str
    duty: str
    due: str


def gains(whole: Network) -> dict[EntryId, Gain]:
    """Project of change → how many more, of those that have such an effect. `whole`: effects stand with coordination;
    what is given here is fit for everybody, because it is as rough as a model is."""
    measures = whole.of_kind("measure").values()
    found = ((measure, more_reached(measure.fields)) for measure in measures)
    return {measure.id: Gain(*more, in_people(measure.fields)) for measure, more in found if more}


def projects(network: Network, more: Mapping[EntryId, Gain]) -> list[Data]:
    """Every project of change, people before cases, the most gain first, then the most cost, as data without names.

    `more`: as `gains` has it. What it means to a council: for so much a year so many more might be reached.
    Complexity: O(projects).
    """
    every = [_project(measure, more.get(measure.id)) for measure in network.of_kind("measure").values()]
    every.sort(key=lambda p: (not p.people, -(p.gain or (0, 0))[1], not p.topic, -(p.cost or 0.0), p.topic, p.areas))
    return [asdict(project) for project in every]


def _project(measure: Entry, more: Gain | None) -> Project:
    fields = measure.fields
    cost, gain = fields.get("yearly_cost"), (more.fewest, more.most) if more else None
    return Project(
        topic=str(fields.get("topic", "")),
        areas=tuple(fields.get("areas", ())),
        gain=gain,
        people=bool(more and more.people),
        each=cost_per_person(cost or 0.0, gain),
        cost=cost,
        own_share=fields.get("own_share"),
        funder=str(fields.get("funder", "")),
        duty=str(fields.get("duty", "")),
        due=str(fields.get("due_on", "")),
    )
