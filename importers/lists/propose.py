"""From a table and a mapping to a proposal: what would be new, changed, duplicate, rejected. Writes nothing.

Read → transform → propose. Rows become actors (of the same name and address: one), services, places and contacts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

from graph.analysis.locate import Locator, locator
from graph.model.changes import Change, EntryId
from graph.model.clean import one_line
from graph.model.schema import references
from graph.network import Network
from importers.files.table import Sheet
from importers.lists import gone
from importers.lists.contacts import Contacts
from importers.lists.groups import Groups
from importers.lists.items import Item, Items
from importers.lists.likeness import Like
from importers.lists.mapping import Mapping
from importers.lists.matching import Matcher, not_claimed
from importers.lists.names import folded
from importers.lists.offers import Offers
from importers.lists.parents import Parents
from importers.lists.places import Places
from importers.lists.reporting import Taken, report, row_remark, tells
from importers.lists.sectors import sector_of
from importers.lists.skipped import STRUCK, skipper
from importers.lists.sources import source_changes
from importers.lists.tidy import tidied
from importers.lists.traits import address_key, town_key, traits_of
from importers.lists.transform import RowParts, aside, row_key, transform
from importers.lists.twins import ROW, Twins
from importers.origin import Known, Update, created, settle
from importers.proposal import Differs, Outcome, Proposal, Remark

SEPARATE = "new"
"""What a person says of a likely duplicate that is none, and of a skipped row that is an entry."""

_TELL_EVERY = 100

Progress = Callable[[int, int, str], None]


def propose(
    network: Network,
    sheet: Sheet,
    mapping: Mapping,
    *,
    file: str,
    today: date,
    new_id: Callable[[], str],
    progress: Progress = lambda done, total, step: None,
    ask_rows: bool = False,
) -> Proposal:
    """What importing this sheet would do to the network. O(rows), whatever the network's size but for one look at it.

    `today` dates the review of persons' data; `new_id` gives ids for new entries. `ask_rows`: ask of rows that
    probably say the same as one before whether they do, as of those that are probably stored; else they are entries of
    their own.
    """
    work = _Work(network, mapping, file, today, new_id, ask_rows)
    sheet = tidied(sheet, mapping.targets, network.memo(locator).knows_postcode)
    skip = skipper(sheet, mapping)
    groups = Groups(network, sheet, mapping.groups, skip)
    keys = Counter(row_key(row, mapping) for row in sheet.rows if not row.struck or mapping.struck)
    work.twice = {key for key, n in keys.items() if n > 1 or not key}
    for n, row in enumerate(sheet.rows):
        if n % _TELL_EVERY == 0:
            progress(n, len(sheet.rows), "propose")
        why = skip(row)
        groups.past(row, why)
        parts = transform(sheet, row, mapping, work.localities)
        groups.give(parts)
        work.read(parts, why)
    work.take_all()
    return work.proposal(file)


class _Work:
    def __init__(
        self, network: Network, mapping: Mapping, file: str, today: date, new_id: Callable[[], str], ask_rows: bool
    ) -> None:
        self._network = network
        self._mapping = mapping
        self._new_id = new_id
        self._name = one_line(mapping.source_name) or file
        self._day = mapping.received_on or today.isoformat()
        locate: Locator = network.memo(locator)
        self.localities = locate.localities()
        self.twice: set[str] = set()
        """Row keys that several rows bear."""
        self._source = EntryId(mapping.source or new_id())
        self._known = Known(network, self._source)
        self._places = Places(network, self._source, self._known, locate, mapping, self._day, new_id)
        self._matcher = Matcher(network, self._known)
        self._items = Items(network)
        self._parents = Parents(network)
        self._offers = Offers(network, mapping, self._known, self._items, new_id)
        stated = {"basis": mapping.basis, "source": self._name}
        self._contacts = Contacts(network, self._known, self._items, stated, today, new_id)
        self._rows: list[Taken] = []
        self._short: list[str] = []
        self._ask_rows = ask_rows
        self._twins = Twins()
        self._keys: set[str] = set()

    def read(self, parts: RowParts, skip: str = "") -> None:
        """Look at one row before any is taken in. `skip`: why it is no entry."""
        short = parts.key
        parts.actor["name"] = parts.actor.get("name") or parts.service.get("name") or ""
        address = address_key(parts.place)
        traits = traits_of(parts.actor["name"], parts.actor, address, town_key(parts.place), parts.contacts)
        told = [Remark(column=c, code=f.code, params=f.params) for c, f in parts.told]
        row = Taken(parts=parts, traits=traits, remarks=told)
        self._rows.append(row)
        self._short.append(short)
        if short in self.twice:
            parts.key = _longer(short, parts, address)
        if skip != STRUCK:  # a row struck out is a row taken away
            self._keys |= {short, parts.key}
        why = self._why_not(parts, skip, self._mapping.same.get(parts.key))
        if why:
            row.outcome = "rejected"
            row.remarks.append(Remark(column="", code=why))
        elif self._ask_rows:
            self._twins.add(row)

    def take_all(self) -> None:
        """Take in every row that is an entry."""
        for row, short in zip(self._rows, self._short, strict=True):
            if row.outcome is None:
                self._take(row, short)

    def _take(self, row: Taken, short: str) -> None:
        key = row.parts.key
        decided = self._decided(key)
        found = self._matcher.find(row.traits, (key, short), short not in self.twice, decided, row.remarks)
        likes: tuple[Like, ...] = ()
        if found.actor is None and decided in (None, SEPARATE):
            twins = self._twins.of(row, found.likes)
            likes = tuple(sorted((*found.likes, *twins), key=lambda each: -each.evidence.score))
        if likes and decided is None:
            row.outcome, row.likes = "duplicate", likes
            return
        row.apart = tuple(each.id for each in likes)
        self._take_in(row, found.actor or (EntryId(decided) if decided not in (None, SEPARATE) else None))

    def _decided(self, key: str) -> str | None:
        """SEPARATE or the id of an actor, as a person decided; None where nothing is decided or it is gone since."""
        decided = self._mapping.same.get(key)
        if decided is None or decided == SEPARATE:
            return decided
        if decided.startswith(ROW):
            return self._twins.actor(decided)
        return decided if self._network.find(decided) is not None else None

    def proposal(self, file: str) -> Proposal:
        """What the rows taken in come to."""
        self._settle_claims()
        changes: list[Change] = []
        outcomes: dict[int, Outcome] = {}
        for item in self._items:
            change = self._change(item)
            if change is not None:
                changes.append(change)
                if tells(change):
                    new = item.kind == "actor" and item.stored is None
                    outcomes |= {row: "new" if new else outcomes.get(row, "changed") for row in item.rows}
        changes[:0] = self._placed(changes, outcomes)
        missing = gone.gone(self._network, self._known, self._items, self._keys)
        doomed = gone.chosen(missing, self._mapping.gone, gone.DELETE)
        changes += gone.deletions(self._network, changes, doomed) if doomed else ()
        anew = bool(changes)
        return Proposal(
            file=file,
            revision=self._network.revision,
            changes=(*source_changes(self._network, self._source, self._name, self._mapping, anew), *changes),
            rows=tuple(report(self._network, row, outcomes, self._twins) for row in self._rows),
            unclear=self._places.unclear(),
            persons=self._contacts.persons,
            persons_left_out=self._contacts.left_out,
            missing=len(missing),
            gone=tuple(missing),
            review=tuple(gone.chosen(missing, self._mapping.gone, gone.REVIEW)),
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

    def _take_in(self, row: Taken, known: EntryId | None) -> None:
        parts = row.parts
        row.actor = self._actor(known, row).id
        self._place(row.actor, parts, row.remarks)
        row.remarks += self._parents.give(parts, row.actor)
        service = self._offers.take(row.actor, parts)
        self._items[row.actor].say(parts.key, parts.number, parts.actor)
        row.remarks += self._contacts.take(row.actor, service, parts)

    def _settle_claims(self) -> None:
        """Ask nobody whether a row might be an actor that another row is for certain."""
        claims: Counter[EntryId] = Counter()
        for row in self._rows:
            for each in row.likes[:1]:
                claims[each.id] = max(claims[each.id], each.evidence.score if each.evidence.level == "sure" else 0)
        taken = {row.actor: row.traits for row in self._rows if row.actor}
        for row in [row for row in self._rows if row.outcome == "duplicate"]:
            weak = [each for each in row.likes if each.evidence.level == "possible" and each.evidence.score]
            free = [each for each in not_claimed(weak, claims) if each.id not in taken]
            row.likes = tuple(each for each in row.likes if each not in weak or each in free)
            if not row.likes:
                row.outcome = None
                self._take_in(row, None)

    def _actor(self, id: EntryId | None, row: Taken) -> Item:
        parts, remarks = row.parts, row.remarks
        if id is None:
            like = self._matcher.like_read(row.traits)
            if like is not None:
                remarks.append(row_remark("import.like_row", self._items[like]))
            if self._known.of_kind("actor"):
                remarks.append(Remark(column="", code="import.not_seen_before"))
            id = EntryId(self._new_id())
        elif id in self._items:
            remarks.append(row_remark("import.same_as_row", self._items[id]))
        self._matcher.add(id, row.traits)
        if self._mapping.guess_sector and "sector" not in parts.actor:
            sector = sector_of(parts.actor["name"])
            if sector:
                parts.actor["sector"] = sector
        return self._items.take("actor", id, parts.number, parts.key, parts.actor["name"])

    def _place(self, actor: EntryId, parts: RowParts, remarks: list[Remark]) -> None:
        remarks.extend(self._places.weigh(parts))
        place, told = self._places.place(parts, actor)
        remarks.extend(told)
        if place is not None:
            parts.actor["places"] = [place]
        areas = [*self._places.areas(parts), *parts.areas]
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

    def _change(self, item: Item) -> Change | None:
        if item.stored is None:
            return created(item.kind, item.id, item.fields(), self._source, item.keys, self._day)
        choices = self._mapping.fields.get(item.id)
        said = item.fields()
        done = settle(
            item.stored, said, self._source, item.keys, choices=choices, day=self._day, label=self._name
        )  # fmt: skip
        first = self._source not in item.stored.fields.get("origin", {})
        code = "import.kept_stored" if first else "import.kept_by_hand"
        told = [Remark(column="", code=code, params={"kind": item.kind, "field": name}) for name in done.kept]
        self._tell(item.rows, told, item.kind, item.id, done)
        return done.change

    def _placed(self, changes: list[Change], outcomes: dict[int, Outcome]) -> Iterator[Change]:
        """The changes of places; one that nothing points to is left out."""
        used = {target for c in changes for _, target in references(c.kind, c.after or {})}
        for id, done, rows in self._places.changes():
            if isinstance(done, Change):
                if id in used:
                    yield done
                continue
            self._tell(rows, [], "place", id, done)
            if done.change is not None:
                yield done.change
                if tells(done.change):
                    outcomes |= {row: outcomes.get(row, "changed") for row in rows}

    def _tell(self, rows: list[int], told: list[Remark], kind: str, id: EntryId, done: Update) -> None:
        """Note with the rows that say so what was kept and what differs."""
        if not told and not done.differs:
            return
        numbers = set(rows)
        for row in self._rows:
            if row.parts.number in numbers:
                row.remarks += told
                if done.differs:
                    row.differs.append(Differs(kind=kind, id=id, said=done.differs))


def _longer(key: str, parts: RowParts, address: str) -> str:
    """A row's own name where its key is not: by what it says of actor, address and service."""
    words = (key, folded(parts.actor["name"]), address, folded(str(parts.service.get("name", ""))))
    return " | ".join(word for word in words if word)
