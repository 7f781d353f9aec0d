"""The services of a list: each of an actor once, by name or by the topic a row names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graph.model.changes import EntryId
from graph.model.clean import one_line
from graph.model.schema import kind
from graph.network import Network
from importers.lists.items import Items
from importers.lists.mapping import Mapping
from importers.lists.names import folded
from importers.lists.topics import TopicGuesser
from importers.lists.transform import RowParts, aside
from importers.origin import Known


class Offers:
    """The services of one import."""

    def __init__(
        self, network: Network, mapping: Mapping, known: Known, items: Items, new_id: Callable[[], str]
    ) -> None:
        self._network = network
        self._mapping = mapping
        self._known = known
        self._items = items
        self._new_id = new_id
        self._guesser = network.memo(TopicGuesser)
        self._services: dict[tuple[EntryId, str], EntryId] = {}
        self._topics: dict[str, str] = {}

    def take(self, actor: EntryId, parts: RowParts) -> EntryId | None:
        """Take in the service of a row; None when it names none."""
        topics = [*(self._topic(text) for text in parts.topics), *parts.said_topics]
        self._drop_understood(parts)
        if self._mapping.guess_topics:
            topics += self._guesser.named(f"{parts.service.get('name', '')} | {parts.actor['name']}")
        settled = self._guesser.settled(topics)
        name = parts.service.get("name") or (self._topic_name(settled[0]) if settled else "")
        if not name:
            _without_service(parts)
            return None
        place = (actor, folded(name))
        id = self._services.get(place) or self._stored(actor, name, parts.key) or EntryId(self._new_id())
        self._services[place] = id
        said = {**parts.service, "name": name, "provider": actor, **({"topics": settled} if settled else {})}
        self._items.take("service", id, parts.number, parts.key, name).say(parts.key, parts.number, said)
        return id

    def _drop_understood(self, parts: RowParts) -> None:
        """A topic's text is kept aside only where it was not understood."""
        extra = parts.service.get("extra", {})
        for heading in [h for h, t in extra.items() if one_line(t) in parts.topics and self._topic(one_line(t))]:
            del extra[heading]
        if not extra:
            parts.service.pop("extra", None)

    def _topic(self, text: str) -> str:
        if text not in self._topics:
            decided = self._mapping.topics.get(text)
            known = decided in self._network.of_kind("topic")
            self._topics[text] = self._guesser.topic(text) if decided is None else decided if known else ""
        return self._topics[text]

    def _topic_name(self, id: str) -> str:
        return str(self._network.entry(id).fields["name"])

    def _stored(self, actor: EntryId, name: str, key: str) -> EntryId | None:
        if self._network.find(actor) is None:
            return None
        offered = self._network.linking(actor, "service", "provider")
        named = next((s.id for s in offered if folded(s.fields["name"]) == folded(name)), None)
        # A row's only service was renamed, here or in the list.
        brought = [id for id in self._known.find("service", [key]) if id not in self._items]
        return named or (brought[0] if len(brought) == 1 else None)


def _without_service(parts: RowParts) -> None:
    """What was said of a service that has no name stays with the actor, as far as it has a place there."""
    own = {f.name for f in kind("actor").fields}
    for name, value in parts.service.items():
        if name == "extra":
            parts.actor["extra"] = {**value, **parts.actor.get("extra", {})}
        elif name in own and name != "name":
            parts.actor.setdefault(name, value)
        elif value is not None:
            text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            aside(parts, "actor", _label(name), text)


def _label(name: str) -> str:
    label: dict[str, Any] = {f.name: f.label[0] for f in kind("service").fields}
    return str(label[name])
