"""Who can only go where everything is full (method 5)."""

from __future__ import annotations

from dataclasses import dataclass

from graph.analysis.coverage.need import People
from graph.analysis.coverage.question import Asked
from graph.analysis.coverage.serving import Choices
from graph.model.changes import EntryId


@dataclass(frozen=True, kw_only=True, slots=True)
class Bottleneck:
    """`people` of these groups can only go to the `full` services, which have `places` for them."""

    groups: tuple[tuple[People, float], ...]
    people: float
    places: float
    full: tuple[EntryId, ...]


def bottleneck(question: Asked) -> Bottleneck | None:
    """The proof that places are short, nearest to the people; None where room suffices or too few state theirs."""
    if "capacity" not in question.stages:
        return None
    choices = Choices.of(question, set(question.stages) - {"capacity"})
    found = choices.room()
    short = set(found.short)
    full = {service for choice in short for service in choices.services[choice]} & set(found.full)
    if not full:
        return None
    groups = tuple(need for choice, need in zip(choices.of_group, question.needs, strict=True) if choice in short)
    return Bottleneck(
        groups=groups,
        people=sum(n for _, n in groups),
        places=sum(choices.places[service] for service in full),
        full=tuple(sorted(question.known[service].service for service in full)),
    )
