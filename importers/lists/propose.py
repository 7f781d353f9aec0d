"""From a table and a mapping to a proposal: what would be new, changed, duplicate, rejected. Writes nothing.

Read → transform → propose. Rows become actors (of the same name and address: one), services, places and contacts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from graph.analysis.locate import Locator, locator
from graph.model.changes import Change, EntryId, Kind
from graph.model.clean import one_line
from graph.model.fields import Field
from graph.model.schema import kind
from graph.network import Network
from importers.files.table import Sheet
from importers.lists.contacts import Contacts
from importers.lists.items import Item, Items
from importers.lists.likeness import Likeness, address_key, folded, likeness_of, traits_of
from importers.lists.mapping import Mapping
from importers.lists.places import Places
from importers.lists.sectors import sector_of
from importers.lists.skipped import skipper
from importers.lists.topics import TopicGuesser
from importers.lists.transform import RowParts, aside, row_key, transform
from importers.origin import Known, created, updated
from importers.proposal import Outcome, Proposal, Remark, RowReport

SEPARATE = "new"
"""What a person says of a likely duplicate that is none, and of a skipped row that is an entry."""

_TELL_EVERY = 100

Progress = Callable[[int, int, str], None]


@dataclass(kw_only=True, slots=True)
class _Taken:
    """What became of a row so far; the outcome of a row that was taken in shows at the end."""

    parts: RowParts
    outcome: Outcome | None = None
    actor: EntryId | None = None
    like: EntryId | None = None
    remarks: list[Remark] = field(default_factory=list)


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
    work = _Work(network, mapping, file, today, new_id)
    work.twice = {key for key, n in Counter(row_key(row, mapping) for row in sheet.rows).items() if n > 1 or not key}
    skip = skipper(sheet, mapping)
    for n, row in enumerate(sheet.rows):
        if n % _TELL_EVERY == 0:
            progress(n, len(sheet.rows), "propose")
        work.take(transform(sheet, row, mapping, work.localities), skip(row))
    return work.proposal(file)


class _Work:
    def __init__(self, network: Network, mapping: Mapping, file: str, today: date, new_id: Callable[[], str]) -> None:
        self._network = network
        self._mapping = mapping
        self._new_id = new_id
        self._name = one_line(mapping.source_name) or file
        locate: Locator = network.memo(locator)
        self.localities = locate.localities()
        self.twice: set[str] = set()
        """Row keys that several rows bear."""
        self._source = EntryId(mapping.source or new_id())
        self._known = Known(network, self._source)
        self._places = Places(network, self._source, self._known, locate, mapping.places, new_id)
        self._guesser = network.memo(TopicGuesser)
        self._stored = network.memo(likeness_of)
        self._read = Likeness()
        self._items = Items(network)
        stated = {"basis": mapping.basis, "source": self._name}
        self._contacts = Contacts(network, self._known, self._items, stated, today, new_id)
        self._services: dict[tuple[EntryId, str], EntryId] = {}
        self._rows: list[_Taken] = []
        self._keys: set[str] = set()
        self._topics: dict[str, str] = {}

    def take(self, parts: RowParts, skip: str = "") -> None:
        """Take one row in. `skip`: why it is no entry."""
        row = _Taken(parts=parts, remarks=[Remark(column=c, code=f.code, params=f.params) for c, f in parts.told])
        self._rows.append(row)
        short = parts.key
        parts.actor["name"] = parts.actor.get("name") or parts.service.get("name") or ""
        address = address_key(parts.place)
        if short in self.twice:
            parts.key = _longer(short, parts, address)
        self._keys |= {short, parts.key}
        decided = self._mapping.same.get(parts.key)
        why = self._why_not(parts, skip, decided)
        if why:
            row.outcome = "rejected"
            row.remarks.append(Remark(column="", code=why))
            return
        if decided not in (None, "", SEPARATE) and self._network.find(str(decided)) is None:
            decided = None  # deleted since it was decided: ask again
        known, row.like = self._find_actor(parts, short, address, decided, row.remarks)
        if known is None and row.like is not None and decided is None:
            row.outcome = "duplicate"
            return
        chosen = known or (EntryId(decided) if decided not in (None, SEPARATE) else None)
        row.like = None
        row.actor = self._actor(chosen, parts, address, row.remarks).id
        self._place(row.actor, parts, row.remarks)
        service = self._service(row.actor, parts, row.remarks)
        self._items[row.actor].say(parts.key, parts.number, parts.actor)
        row.remarks += self._contacts.take(row.actor, service, parts)

    def proposal(self, file: str) -> Proposal:
        """What the rows taken in come to."""
        changes: list[Change] = []
        outcomes: dict[int, Outcome] = {}
        for change, rows in self._places.changes():
            changes.append(change)
            if _tells(change):
                outcomes |= dict.fromkeys(rows, "changed")
        for item in self._items:
            item_change = self._change(item)
            if item_change is not None:
                changes.append(item_change)
                if _tells(item_change):
                    new = item.kind == "actor" and item.stored is None
                    outcomes |= {row: "new" if new else outcomes.get(row, "changed") for row in item.rows}
        source = list(self._source_changes(anew=bool(changes)))
        missing = self._missing()
        return Proposal(
            file=file,
            revision=self._network.revision,
            changes=(*source, *changes),
            rows=tuple(self._report(row, outcomes) for row in self._rows),
            unclear=self._places.unclear(),
            persons=self._contacts.persons,
            persons_left_out=self._contacts.left_out,
            missing=len(missing),
            gone=tuple(missing),
        )

    def _why_not(self, parts: RowParts, skip: str, decided: str | None) -> str:
        """Why a row is not taken in: a code, or ""."""
        if decided == "":
            return "import.left_out"
        if not parts.actor["name"]:
            return skip or "import.no_name"
        if decided is not None:
            return ""
        return skip or ("import.person_as_actor" if parts.person else "")

    def _find_actor(
        self, parts: RowParts, short: str, address: str, decided: str | None, remarks: list[Remark]
    ) -> tuple[EntryId | None, EntryId | None]:
        """(the actor this row is, the stored actor it is probably the same as)."""
        traits = traits_of(parts.actor["name"], parts.actor, address)
        by_key = self._known.find("actor", dict.fromkeys((parts.key, short)))
        exact = [id for id in by_key if self._stored.is_same(id, traits)]
        if exact:
            return exact[0], None
        read = self._read.same(traits)
        if read is not None:
            return read, None
        same = self._stored.same(traits)
        if same in self._known:
            return same, None
        alike = [id for id in by_key if self._stored.alike(id, traits)]
        if alike:
            return alike[0], None
        if by_key and short not in self.twice:
            # A list numbered anew: another organisation stands where this one stood.
            if decided is None:
                remarks.append(Remark(column="", code="import.key_names_other"))
            return None, same or self._stored.like(traits) or by_key[0]
        return None, same or self._stored.like(traits)

    def _actor(self, id: EntryId | None, parts: RowParts, address: str, remarks: list[Remark]) -> Item:
        traits = traits_of(parts.actor["name"], parts.actor, address)
        if id is None:
            like = self._read.like(traits)
            if like is not None:
                remarks.append(_row_remark("import.like_row", self._items[like]))
            if self._known.of_kind("actor"):
                remarks.append(Remark(column="", code="import.not_seen_before"))
            id = EntryId(self._new_id())
        elif id in self._items:
            remarks.append(_row_remark("import.same_as_row", self._items[id]))
        self._read.add(id, traits)
        if self._mapping.guess_sector and "sector" not in parts.actor:
            sector = sector_of(parts.actor["name"])
            if sector:
                parts.actor["sector"] = sector
        return self._items.take("actor", id, parts.number, parts.key, parts.actor["name"])

    def _place(self, actor: EntryId, parts: RowParts, remarks: list[Remark]) -> None:
        place, told = self._places.place(parts)
        remarks.extend(told)
        if place is not None:
            parts.actor["places"] = [place]
        areas = self._places.areas(parts)
        for target, heading, text in parts.towns:
            found = self._places.named(text)
            if found is None:
                aside(parts, "actor", heading, text)
                remarks.append(Remark(column=heading, code="import.area_unknown", params={"text": one_line(text)}))
            elif target == "actor.areas":
                areas += found
            else:
                parts.service["areas"] = list(dict.fromkeys([*parts.service.get("areas", ()), *found]))
        if areas:
            parts.actor["areas"] = list(dict.fromkeys(areas))

    def _service(self, actor: EntryId, parts: RowParts, remarks: list[Remark]) -> EntryId | None:
        topics = [self._topic(text) for text in parts.topics]
        self._drop_understood(parts)
        if self._mapping.guess_topics:
            topics += self._guesser.named(f"{parts.service.get('name', '')} | {parts.actor['name']}")
        settled = self._guesser.settled(topics)
        name = parts.service.get("name") or (self._topic_name(settled[0]) if settled else "")
        if not name:
            self._without_service(parts)
            return None
        place = (actor, folded(name))
        id = self._services.get(place) or self._stored_service(actor, name, parts.key) or EntryId(self._new_id())
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

    def _without_service(self, parts: RowParts) -> None:
        """What was said of a service that has no name stays with the actor, as far as it has a place there."""
        own = {f.name for f in _actor_fields()}
        for name, value in parts.service.items():
            if name == "extra":
                parts.actor["extra"] = {**value, **parts.actor.get("extra", {})}
            elif name in own and name != "name":
                parts.actor.setdefault(name, value)
            elif value is not None:
                text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
                aside(parts, "actor", _label(name), text)

    def _change(self, item: Item) -> Change | None:
        if item.stored is None:
            return created(item.kind, item.id, item.fields(), self._source, item.keys)
        first = self._source not in item.stored.fields.get("origin", {})
        change, _, kept = updated(item.stored, item.fields(), self._source, item.keys)
        code = "import.kept_stored" if first else "import.kept_by_hand"
        told = [Remark(column="", code=code, params={"kind": item.kind, "field": name}) for name in kept]
        if told:
            rows = set(item.rows)
            for row in self._rows:
                if row.parts.number in rows:
                    row.remarks += told
        return change

    def _missing(self) -> list[EntryId]:
        """Actors and services of an earlier reading that no row names now."""
        gone = [id for id in self._known.of_kind("actor") if self._is_gone(id)]
        services = [id for id in self._known.of_kind("service") if self._is_gone(id)]
        providers = {id: self._network.entry(id).fields.get("provider") for id in services}
        return [*gone, *(id for id in services if providers[id] not in gone)]

    def _is_gone(self, id: EntryId) -> bool:
        return id not in self._items and not self._known.keys_of(id) & self._keys

    def _report(self, row: _Taken, outcomes: dict[int, Outcome]) -> RowReport:
        other = self._network.find(row.like) if row.like else None
        return RowReport(
            number=row.parts.number,
            key=row.parts.key,
            name=str(row.parts.actor.get("name") or ""),
            outcome=row.outcome or outcomes.get(row.parts.number, "unchanged"),
            entry=row.actor or "",
            like=row.like or "",
            like_name=str(other.fields["name"]) if other else "",
            remarks=tuple(row.remarks),
        )

    def _source_changes(self, anew: bool) -> Iterator[Change]:
        """The source with what was stated of it. That a list came again unchanged is no news."""
        stored = self._network.find(self._source)
        stated = {
            "name": self._name,
            "licence": self._mapping.licence or None,
            "attribution": self._mapping.attribution or None,
            "received_on": self._mapping.received_on or None,
        }
        if stored is None:
            if anew:
                fields = {k: v for k, v in stated.items() if v}
                if not self._mapping.licence and not self._mapping.attribution:
                    # Called after a file of the office's own; only what asks to be named is named to everyone.
                    fields["audience"] = "network"
                yield Change(kind=Kind("source"), id=self._source, before=None, after=fields)
            return
        after = {k: v for k, v in stated.items() if v and v != stored.fields.get(k)}
        if after and (anew or set(after) != {"received_on"}):
            before = {k: stored.fields.get(k) for k in after}
            yield Change(kind=Kind("source"), id=self._source, before=before, after=after)

    def _topic(self, text: str) -> str:
        if text not in self._topics:
            decided = self._mapping.topics.get(text)
            known = decided in self._network.of_kind("topic")
            self._topics[text] = self._guesser.topic(text) if decided is None else decided if known else ""
        return self._topics[text]

    def _topic_name(self, id: str) -> str:
        return str(self._network.entry(id).fields["name"])

    def _stored_service(self, actor: EntryId, name: str, key: str) -> EntryId | None:
        if self._network.find(actor) is None:
            return None
        offered = self._network.linking(actor, "service", "provider")
        named = next((s.id for s in offered if folded(s.fields["name"]) == folded(name)), None)
        # A row's only service was renamed, here or in the list.
        brought = [id for id in self._known.find("service", [key]) if id not in self._items]
        return named or (brought[0] if len(brought) == 1 else None)


def _tells(change: Change) -> bool:
    """Whether a change says anything new: a note of where an entry stands in a list does not."""
    return change.before is None or set(change.after or ()) != {"origin"}


def _longer(key: str, parts: RowParts, address: str) -> str:
    """A row's own name where its key is not: by what it says of actor, address and service."""
    words = (key, folded(parts.actor["name"]), address, folded(str(parts.service.get("name", ""))))
    return " | ".join(word for word in words if word)


def _row_remark(code: str, item: Item) -> Remark:
    return Remark(column="", code=code, params={"row": str(item.rows[0]), "name": item.name})


def _actor_fields() -> tuple[Field, ...]:
    return kind("actor").fields


def _label(name: str) -> str:
    return kind("service").field(name).label[0]
