"""What must hold between the fields of one entry, by kind. Forms, imports and the API ask the same table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from graph.model.changes import Fields
from graph.model.errors import Fault

Check = Callable[[Fields], Iterator[Fault]]


def check(name: str, fields: Fields) -> list[Fault]:
    """What does not hold in an entry of a kind, field by field. `fields` is the whole entry as it would stand."""
    return [fault for each in CHECKS.get(name, ()) for fault in each(fields)]


def defaults(name: str, today: date) -> Fields:
    """What a new entry of a kind starts with, for a person to change."""
    if name == "contact":
        return {"audience": "coordination", "review_by": a_year_after(today)}
    return {}


def a_year_after(today: date) -> str:
    """When a person named today is to be reviewed at the latest; there is not a 29 February in every year."""
    day = min(today.day, 28) if today.month == 2 else today.day
    return today.replace(year=today.year + 1, day=day).isoformat()


def _person_has_grounds(fields: Fields) -> Iterator[Fault]:
    """A person is named only with legal basis, source and a date of review."""
    if fields.get("person"):
        for name in ("basis", "source", "review_by"):
            if not fields.get(name):
                yield Fault(field=name, code=f"check.person_{name}", params={})


def _in_order(first: str, last: str) -> Check:
    def ordered(fields: Fields) -> Iterator[Fault]:
        start, end = fields.get(first), fields.get(last)
        if start and end and end[: len(start)] < start[: len(end)]:
            yield Fault(field=last, code="check.ends_before_start", params={})

    return ordered


def _both_coordinates(fields: Fields) -> Iterator[Fault]:
    for one, other in (("latitude", "longitude"), ("longitude", "latitude")):
        if fields.get(one) is not None and fields.get(other) is None:
            yield Fault(field=other, code="check.other_coordinate", params={})


def _place_says_something(fields: Fields) -> Iterator[Fault]:
    if not any(fields.get(name) for name in ("name", "street", "postcode", "locality", "area", "latitude")):
        yield Fault(field="name", code="check.empty_place", params={})


def _two_sides(fields: Fields) -> Iterator[Fault]:
    if fields.get("sender") and fields.get("sender") == fields.get("receiver"):
        yield Fault(field="receiver", code="check.same_sides", params={})


def _none_below_nothing(fields: Fields) -> Iterator[Fault]:
    """Neither money nor what is counted can be less than nothing."""
    for name in ("yearly_cost", "own_share", "effect_before", "effect_after"):
        if (fields.get(name) or 0) < 0:
            yield Fault(field=name, code="check.below_nothing", params={})


def _own_share_of_cost(fields: Fields) -> Iterator[Fault]:
    cost, own = fields.get("yearly_cost"), fields.get("own_share")
    if cost is not None and own is not None and own > cost:
        yield Fault(field="own_share", code="check.own_share", params={})


def _people_of_a_topic(fields: Fields) -> Iterator[Fault]:
    if fields.get("effect_indicator") == "reached_topic" and not fields.get("topic"):
        yield Fault(field="topic", code="check.effect_topic", params={})


CHECKS: dict[str, tuple[Check, ...]] = {
    "contact": (_person_has_grounds,),
    "service": (_in_order("legal_from", "legal_to"),),
    "place": (_both_coordinates, _place_says_something),
    "referral": (_two_sides,),
    "agreement": (_in_order("signed_on", "ends_on"),),
    "event": (_in_order("starts", "ends"),),
    "measure": (_none_below_nothing, _own_share_of_cost, _people_of_a_topic),
}
"""Kind → what must hold."""
