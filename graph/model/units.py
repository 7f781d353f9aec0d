"""Fields that say one thing together: whoever takes one from elsewhere takes all of them."""

from __future__ import annotations

_HOURS = (("hours", "hours_text"), ("phone_hours", "phone_hours_text"))

UNITS: dict[str, tuple[tuple[str, ...], ...]] = {
    "actor": _HOURS,
    "service": (
        *_HOURS,
        ("capacity", "capacity_unit", "capacity_on", "capacity_source", "occupied"),
        ("legal_basis", "legal_from", "legal_to"),
        ("funder", "funded_until"),
    ),
    "contact": (*_HOURS, ("person", "basis", "source", "review_by")),
    "place": (("latitude", "longitude"), ("street", "house_number")),
    "referral": (("waiting_weeks", "waiting_on"),),
}
"""Kind → units, each led by the field that it is called by."""


def unit_of(kind: str, field: str) -> tuple[str, ...]:
    """The fields that go with this one, itself included.

    >>> unit_of("actor", "hours_text")
    ('hours', 'hours_text')
    """
    return next((unit for unit in UNITS.get(kind, ()) if field in unit), (field,))


def leader(kind: str, field: str) -> str:
    """The field by which a unit is called."""
    return unit_of(kind, field)[0]
