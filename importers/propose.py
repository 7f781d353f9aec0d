"""From a table and a mapping to a proposal: what would be new, changed, duplicate, rejected. Writes nothing.

Read → transform → propose. Rows become actors (of the same name and address: one), services, places and contacts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from graph.analysis.locate import Locator, locator
from graph.model.changes import Change, Entry, EntryId, Kind
from graph.model.clean import one_line
from graph.network import Network
from importers.likeness import Likeness, address_key, folded, traits_of
from importers.mapping import Mapping
from importers.origin import Known, created, updated
from importers.places import Places
from importers.proposal import Outcome, Proposal, Remark, RowReport
from importers.sectors import sector_of
from importers.table import Sheet
from importers.topics import TopicGuesser
from importers.transform import RowParts, transform

SEPARATE = "new"
"""What a person says of a likely duplicate that is none."""

_TELL_EVERY = 100

Progress = Callable[[int, int, str], None]


@dataclass(kw_only=True, slots=True)
class _Item:
    """An entry on its way: what rows say of it together."""

    kind: str
    id: EntryId
    stored: Entry | None
    fields: dict[str, Any] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)


def propose(
    network: Network,
    sheet: Sheet,
    mapping: Mapping,
    *,
    file: str,
    today: date,
    new_id: Callable[[], str],
    progress: Progress = lambda done, total, step: None,
) -> Proposal:
    """What importing this sheet would do to the network. O(rows), whatever the network's size but for one look at it.

    `today` dates the review of persons' data; `new_id` gives ids for new entries.
    """
    work = _Work(network, mapping, today, new_id)
    for n, row in enumerate(sheet.rows):
        if n % _TELL_EVERY == 0:
            progress(n, len(sheet.rows), "propose")
        work.take(transform(sheet, row, mapping, work.localities))
    return work.proposal(file)


class _Work:
    def __init__(self, network: Network, mapping: Mapping, today: date, new_id: Callable[[], str]) -> None:
        self._network = network
        self._mapping = mapping
        self._today = today
        self._new_id = new_id
        locate: Locator = network.memo(locator)
        self.localities = locate.localities()
        self._source = EntryId(mapping.source or new_id())
        self._known = Known(network, self._source)
        self._places = Places(network, locate, mapping.places, new_id)
        self._guesser = network.memo(TopicGuesser)
        self._stored = _likeness_of(network)
        self._read = Likeness()
        self._items: dict[EntryId, _Item] = {}
        self._services: dict[tuple[EntryId, str], EntryId] = {}
        self._reports: list[tuple[RowParts, Outcome | None, EntryId | None, EntryId | None, list[Remark]]] = []
        self._persons = self._left_out = 0

    def take(self, parts: RowParts) -> None:
        """Take one row in."""
        remarks = [Remark(column=c, code=f.code, params=f.params) for c, f in parts.told]
        name = parts.actor.get("name") or parts.service.get("name")
        if not name:
            remarks.append(Remark(column="", code="import.no_name"))
            self._reports.append((parts, "rejected", None, None, remarks))
            return
        parts.actor["name"] = name
        address = address_key(parts.place)
        known, like = self._find_actor(parts, address)
        decided = self._mapping.same.get(parts.key)
        if known is None and like is not None and decided is None:
            self._reports.append((parts, "duplicate", None, like, remarks))
            return
        if decided == "":
            self._reports.append(
                (parts, "duplicate", None, like, [*remarks, Remark(column="", code="import.left_out")])
            )
            return
        actor = self._actor(
            known or (EntryId(decided) if decided not in (None, SEPARATE) else None), parts, address, remarks
        )
        self._place(actor, parts, remarks)
        self._service(actor, parts)
        self._contacts(actor, parts, remarks)
        self._reports.append((parts, None, actor.id, None, remarks))

    def proposal(self, file: str) -> Proposal:
        """What the rows taken in come to."""
        changes = list(self._source_changes())
        changed: dict[int, Outcome] = {}
        kept: dict[int, list[Remark]] = {}
        changes.extend(self._places.changes(self._source))
        for item in self._items.values():
            change = self._change(item, kept)
            if change is None:
                continue
            changes.append(change)
            if self._tells(change):
                for row in item.rows:
                    if item.kind == "actor" and item.stored is None:
                        changed[row] = "new"
                    else:
                        changed.setdefault(row, "changed")
        seen = {parts.key for parts, *_ in self._reports}
        return Proposal(
            file=file,
            revision=self._network.revision,
            changes=tuple(changes) if any(self._tells(c) for c in changes[1:] or changes) or self._items else (),
            rows=tuple(self._report(*report, changed=changed, kept=kept) for report in self._reports),
            unclear=self._places.unclear(),
            persons=self._persons,
            persons_left_out=self._left_out,
            missing=len(self._known.keys("actor") - seen),
        )

    def _find_actor(self, parts: RowParts, address: str) -> tuple[EntryId | None, EntryId | None]:
        """(the actor this row is, the stored actor it is probably the same as)."""
        traits = traits_of(parts.actor["name"], parts.actor, address)
        known = self._known.find("actor", [parts.key]) or self._read.same(traits)
        if known is not None:
            return known, None
        same = self._stored.same(traits)
        return None, same or self._stored.like(traits)

    def _actor(self, id: EntryId | None, parts: RowParts, address: str, remarks: list[Remark]) -> _Item:
        traits = traits_of(parts.actor["name"], parts.actor, address)
        if id is None:
            like = self._read.like(traits)
            if like is not None:
                remarks.append(_row_remark("import.like_row", self._items[like]))
            id = EntryId(self._new_id())
        elif id in self._items:
            remarks.append(_row_remark("import.same_as_row", self._items[id]))
        self._read.add(id, traits)
        item = self._item("actor", id, parts)
        if self._mapping.guess_sector and "sector" not in parts.actor:
            sector = sector_of(parts.actor["name"])
            if sector:
                parts.actor["sector"] = sector
        _merge(item.fields, parts.actor)
        return item

    def _place(self, actor: _Item, parts: RowParts, remarks: list[Remark]) -> None:
        place, told = self._places.place(parts)
        remarks.extend(told)
        if place is not None:
            _merge(actor.fields, {"places": [place]})
        areas = self._places.areas(parts)
        if areas:
            _merge(actor.fields, {"areas": areas})

    def _service(self, actor: _Item, parts: RowParts) -> None:
        topics = [self._topic(text) for text in parts.topics]
        extra = parts.service.get("extra", {})
        for heading, text in list(extra.items()):
            if one_line(text) in parts.topics and self._topic(one_line(text)):
                del extra[heading]
        if not extra:
            parts.service.pop("extra", None)
        if self._mapping.guess_topics:
            topics += self._guesser.named(f"{parts.service.get('name', '')} · {parts.actor['name']}")
        settled = self._guesser.settled(topics)
        name = parts.service.get("name") or (self._topic_name(settled[0]) if settled else "")
        if not name:
            _merge(actor.fields, {"extra": extra} if extra else {})
            return
        place = (actor.id, folded(name))
        id = self._known.find("service", [parts.key]) or self._services.get(place) or self._stored_service(actor, name)
        item = self._item("service", id or EntryId(self._new_id()), parts)
        self._services[place] = item.id
        _merge(item.fields, {**parts.service, "name": name, "provider": actor.id})
        if settled:
            _merge(item.fields, {"topics": settled})

    def _contacts(self, actor: _Item, parts: RowParts, remarks: list[Remark]) -> None:
        for n, contact in enumerate(parts.contacts):
            personal = contact.keys() & {"person", "mobiles", "mails", "phones"}
            if personal and not self._mapping.basis:
                self._left_out += 1
                remarks.append(Remark(column="", code="import.person_without_basis"))
                continue
            fields = {"function": "Ansprechperson" if personal else "Kontakt", **contact, "actor": actor.id}
            if personal:
                self._persons += 1
                fields |= {
                    "audience": "coordination",
                    "basis": self._mapping.basis,
                    "source": self._mapping.source_name,
                    "review_by": _in_a_year(self._today).isoformat(),
                }
            key = f"{parts.key} | {contact.get('person', n)}"
            id = self._known.find("contact", [key]) or EntryId(self._new_id())
            item = self._item("contact", id, parts)
            item.keys[:] = list(dict.fromkeys([*item.keys[:-1], key]))
            _merge(item.fields, fields)

    def _item(self, kind: str, id: EntryId, parts: RowParts) -> _Item:
        if id not in self._items:
            self._items[id] = _Item(kind=kind, id=id, stored=self._network.find(id))
        item = self._items[id]
        item.keys.append(parts.key)
        item.rows.append(parts.number)
        return item

    def _change(self, item: _Item, kept: dict[int, list[Remark]]) -> Change | None:
        if item.stored is None:
            return created(item.kind, item.id, item.fields, self._source, item.keys)
        change, _, by_hand = updated(item.stored, item.fields, self._source, item.keys)
        for name in by_hand:
            for row in item.rows:
                kept.setdefault(row, []).append(
                    Remark(column="", code="import.kept_by_hand", params={"kind": item.kind, "field": name})
                )
        return change

    def _report(
        self,
        parts: RowParts,
        outcome: Outcome | None,
        actor: EntryId | None,
        like: EntryId | None,
        remarks: list[Remark],
        *,
        changed: dict[int, Outcome],
        kept: dict[int, list[Remark]],
    ) -> RowReport:
        other = self._network.find(like) if like else None
        return RowReport(
            number=parts.number,
            key=parts.key,
            name=str(parts.actor.get("name", "")),
            outcome=outcome or changed.get(parts.number, "unchanged"),
            entry=actor or "",
            like=like or "",
            like_name=str(other.fields["name"]) if other else "",
            remarks=(*remarks, *kept.get(parts.number, ())),
        )

    def _source_changes(self) -> Iterator[Change]:
        stored = self._network.find(self._source)
        stated = {
            "name": self._mapping.source_name,
            "licence": self._mapping.licence or None,
            "attribution": self._mapping.attribution or None,
            "received_on": self._mapping.received_on or None,
        }
        if stored is None:
            fields = {k: v for k, v in stated.items() if v}
            yield Change(kind=Kind("source"), id=self._source, before=None, after=fields)
            return
        after = {k: v for k, v in stated.items() if v and v != stored.fields.get(k)}
        if after:
            before = {k: stored.fields.get(k) for k in after}
            yield Change(kind=Kind("source"), id=self._source, before=before, after=after)

    def _tells(self, change: Change) -> bool:
        """Whether a change says anything new: a note of where an entry stands in a list does not."""
        if change.kind == "source":
            return False
        return change.before is None or set(change.after or ()) != {"origin"}

    def _topic(self, text: str) -> str:
        decided = self._mapping.topics.get(text)
        return self._guesser.topic(text) if decided is None else decided

    def _topic_name(self, id: str) -> str:
        return str(self._network.entry(id).fields["name"])

    def _stored_service(self, actor: _Item, name: str) -> EntryId | None:
        if actor.stored is None:
            return None
        offered = self._network.linking(actor.id, "service", "provider")
        return next((s.id for s in offered if folded(s.fields["name"]) == folded(name)), None)


def _likeness_of(network: Network) -> Likeness:
    known = Likeness()
    for id, actor in network.of_kind("actor").items():
        places = network.linked(id, "places")
        known.add(id, traits_of(actor.fields["name"], actor.fields, address_key(places[0].fields) if places else ""))
    return known


def _merge(fields: dict[str, Any], more: dict[str, Any]) -> None:
    """Add what another row says of the same entry: lists grow, the first word on anything else stands."""
    for name, value in more.items():
        old = fields.get(name)
        if old is None:
            fields[name] = value
        elif isinstance(old, list) and isinstance(value, list):
            fields[name] = list(dict.fromkeys([*old, *value]))
        elif isinstance(old, dict) and isinstance(value, dict):
            fields[name] = {**value, **old}


def _row_remark(code: str, item: _Item) -> Remark:
    return Remark(column="", code=code, params={"row": str(item.rows[0]), "name": str(item.fields.get("name", ""))})


def _in_a_year(today: date) -> date:
    return today.replace(year=today.year + 1) if (today.month, today.day) != (2, 29) else date(today.year + 1, 3, 1)
