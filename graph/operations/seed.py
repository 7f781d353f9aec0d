"""What every new network begins with: the starting topics."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from graph.model.changes import Change, ChangeSet, EntryId, Kind, OpId, Why
from graph.model.topics import StartingTopic, starting_topics
from graph.store import Store

OP = OpId("seed-1")


def seed(store: Store, at: datetime) -> None:
    """Give a store its starting topics, once in its life: a topic that was deleted since does not come back."""
    if store.applied(OP) is None:
        store.commit(changeset(at))


def changeset(at: datetime) -> ChangeSet:
    """The ChangeSet that creates the starting topics. Their codes are fixed words, so their ids may be made of them."""
    changes = tuple(
        Change(kind=Kind("topic"), id=topic_id(topic.code), before=None, after=_fields(topic))
        for topic in starting_topics()
    )
    return ChangeSet(op=OP, who="", at=at, why=Why(code="why.seed"), source="seed", changes=changes)


def topic_id(code: str) -> EntryId:
    """The id of a starting topic."""
    return EntryId(f"topic-{code}")


def _fields(topic: StartingTopic) -> dict[str, Any]:
    fields = {
        "name": topic.name,
        "name_en": topic.name_en,
        "heading": topic.heading,
        "code": topic.code,
        "parent": topic_id(topic.parent) if topic.parent else None,
        "synonyms": list(topic.synonyms),
        "any_language": topic.any_language,
    }
    return {name: value for name, value in fields.items() if value}
