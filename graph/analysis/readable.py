"""What may be read of a contact whose review is overdue."""

from __future__ import annotations

from graph.model.changes import Entry, Fields
from graph.model.fields import Audience
from graph.model.schema import personal_fields
from graph.network import Network


def readable(network: Network, contact: Entry, today: str) -> Fields:
    """What this audience reads of a contact: who was not reviewed in time is a function without a person."""
    if network.audience is Audience.COORDINATION or not is_overdue(contact.fields, today):
        return contact.fields
    return {name: value for name, value in contact.fields.items() if name not in personal_fields("contact")}


def is_overdue(fields: Fields, today: str) -> bool:
    """Who is named is reviewed within a year; until that is done only coordination sees the person."""
    review_by = str(fields.get("review_by", ""))
    return bool(review_by) and review_by < today[: len(review_by)]
