"""From a workbook to a proposal: what would be new, changed, left as it is, refused. Writes nothing.

Read → transform → propose. Of an export that is proven to be made of this network only what was changed in the file
counts. Of any other row whose key is an entry's id only what adds something is taken, the rest is asked. A row with a
key of its own is found again by it, as the row of any list is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from graph.model.changes import Change, EntryId, Fields, Kind
from graph.model.checks import check, defaults
from graph.model.clean import missing
from graph.model.errors import Fault
from graph.model.fields import Audience
from graph.model.schema import entry_audience, kind
from graph.network import Network
from importers.origin import Known, created, settle
from importers.proposal import Differs, Outcome, Proposal, Remark, RowReport
from importers.workbook import between, taking
from importers.workbook.alike import Alike, row_key
from importers.workbook.cells import same
from importers.workbook.decided import Decided, Past
from importers.workbook.filled import Filled
from importers.workbook.rows import Line, filled_cells, heading, identify, lines_of, names_of, understand

_TELL_EVERY = 100

Progress = Callable[[int, int, str], None]
_PERSON = ("person", "phones", "mobiles", "mails")
_UNDECIDED, _NO_PAST = Decided(), Past()


def propose(
    network: Network,
    filled: Filled,
    *,
    file: str,
    today: date,
    new_id: Callable[[], str],
    decided: Decided = _UNDECIDED,
    past: Past = _NO_PAST,
    progress: Progress = lambda done, total, step: None,
) -> Proposal:
    """What taking this workbook in would do to the network. O(rows + entries)."""
    lines = lines_of(filled, decided.struck)
    source = EntryId(decided.source or new_id())
    identify(lines, filled, network, Known(network, source), decided.keep_keys, new_id)
    for line in lines:
        if line.key in past.gone and line.id not in (past.network or ()) and not line.rejected:
            line.refuse("workbook.gone")
    alike = Alike(network, decided.same)
    alike.look(lines)
    work = _Work(network, source, today, decided, past, alike)
    names = names_of(lines, network)
    for n, line in enumerate(lines):
        if n % _TELL_EVERY == 0:
            progress(n, len(lines), "propose")
        if not line.rejected:
            stored, was = network.find(line.id), past.network.find(line.id) if past.network else None
            understand(line, names, stored.fields if stored else {}, was.fields if was else {})
            work.take(line)
    between.without_missing(lines, work.changes, network)
    between.without_circles(lines, work.changes, network)
    return work.proposal(lines, file)


class _Work:
    def __init__(
        self, network: Network, source: EntryId, today: date, decided: Decided, past: Past, alike: Alike
    ) -> None:
        self.changes: dict[EntryId, Change] = {}
        self._network = network
        self._source = source
        self._today = today
        self._decided = decided
        self._base = past.network
        self._erased = past.erased
        self._asked = alike.asked
        self._differs: dict[int, Differs] = {}

    def take(self, line: Line) -> None:
        """Compare a row with what stands, and keep the change it makes."""
        spec = kind(line.kind)
        line.faults += between.unfit(line.kind, line.fields)
        bad = {fault.field for fault in line.faults}
        line.fields = {name: value for name, value in line.fields.items() if name not in bad}
        stored = self._network.find(line.id)
        change = self._of_own_key(line) if line.own else self._of_id(line, stored.fields if stored else None)
        faults = [*line.faults, *(self._wrong(line, change, bad) if change else ())]
        required_and_bad = bool(bad & spec.required) and stored is None
        line.remarks += [Remark(column=heading(line, f.field), code=f.code, params=f.params) for f in faults]
        if required_and_bad or len(faults) > len(line.faults):
            line.rejected = True
        elif change is not None and not line.rejected:
            self.changes[line.id] = change

    def proposal(self, lines: list[Line], file: str) -> Proposal:
        """What the rows taken in come to."""
        persons = Counter(hidden for change in self.changes.values() for hidden in self._person(change))
        changes = [*self._source_entry(lines, self._decided.source_name or file), *self.changes.values()]
        return Proposal(
            file=file,
            revision=self._network.revision,
            changes=tuple(changes) if self.changes else (),
            rows=tuple(self._report(line) for line in lines),
            persons=persons[True],
            persons_seen=persons[False],
        )

    def _of_own_key(self, line: Line) -> Change | None:
        entry = self._network.find(line.id)
        fields = {name: value for name, value in line.fields.items() if name != "origin"}
        fields = taking.without_personal(line, fields, entry.fields if entry else {})
        if entry is None:
            return created(line.kind, line.id, self._begun(line, fields), self._source, [line.key])
        done = settle(entry, fields, self._source, [line.key], choices=self._decided.choices.get(entry.id))
        kept = [Remark(column=heading(line, f), code="import.kept_stored", params=_named(line, f)) for f in done.kept]
        line.remarks += kept
        if done.differs:
            self._differs[id(line)] = Differs(kind=line.kind, id=entry.id, said=done.differs)
        return done.change

    def _of_id(self, line: Line, stored: Fields | None) -> Change | None:
        was = self._base.find(line.id) if self._base else None
        if stored is not None:
            return self._update(line, stored, was.fields if was else None)
        if was is not None:
            line.remarks.append(Remark(column="", code="workbook.deleted_since"))
            line.rejected = any(not same(value, was.fields.get(name)) for name, value in line.fields.items())
            return None
        given = {name: value for name, value in line.fields.items() if value is not None}
        fields = self._begun(line, taking.without_personal(line, given, {}))
        return Change(kind=Kind(line.kind), id=line.id, before=None, after=fields)

    def _begun(self, line: Line, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a new entry: whatever a file says of itself, what nobody stated is as narrow as it begins."""
        begins = {f: v for f, v in defaults(line.kind, self._today).items() if fields.get(f) is None}
        return {**fields, **begins}

    def _update(self, line: Line, stored: Fields, was: Fields | None) -> Change | None:
        if was is not None:
            taken = dict(taking.edited(line, stored, was, self._erased))
        else:
            said: dict[str, Any] = {}
            taken = dict(taking.added(line, stored, self._decided.choices.get(line.id, {}), said))
            if said:
                self._differs[id(line)] = Differs(kind=line.kind, id=line.id, said=said)
        before = {name: stored.get(name) for name in taken}
        return Change(kind=Kind(line.kind), id=line.id, before=before, after=taken) if taken else None

    def _wrong(self, line: Line, change: Change, bad: set[str]) -> Iterator[Fault]:
        """What does not hold in the entry as it would stand."""
        stored = self._network.find(line.id)
        whole = {**(stored.fields if stored else {}), **(change.after or {})}
        whole = {name: value for name, value in whole.items() if value is not None}
        found = {fault.field: fault for fault in (*check(line.kind, whole), *missing(line.kind, whole))}
        yield from (fault for name, fault in found.items() if name not in bad)

    def _person(self, change: Change) -> Iterator[bool]:
        """Of a contact that names a person, or lets others see one: whether coordination alone will see it."""
        stored, after = self._network.find(change.id), change.after or {}
        whole = {**(stored.fields if stored else {}), **after}
        told = any(after.get(name) for name in _PERSON) or "audience" in after
        if change.kind == "contact" and told and any(whole.get(name) for name in _PERSON):
            yield entry_audience({k: v for k, v in whole.items() if v is not None}) is Audience.COORDINATION

    def _source_entry(self, lines: list[Line], name: str) -> Iterator[Change]:
        if self._network.find(self._source) is None and any(each.own and each.id in self.changes for each in lines):
            fields = {"name": name, **{k: v for k, v in self._decided.stated.items() if v}}
            yield Change(kind=Kind("source"), id=self._source, before=None, after=fields)

    def _report(self, line: Line) -> RowReport:
        asked = self._asked.get(id(line))
        likes = asked.likes if asked else ()
        return RowReport(
            number=line.row.number,
            key=row_key(line),
            name=line.name or line.key.lstrip("#")[:100],
            outcome="duplicate" if asked else self._outcome(line),
            entry=line.id,
            like=likes[0].id if likes else "",
            like_name=likes[0].name if likes else "",
            likes=likes,
            said=asked.said if asked else {},
            differs=(self._differs[id(line)],) if id(line) in self._differs else (),
            remarks=tuple(line.remarks),
            sheet=line.sheet.name,
            cells=tuple(filled_cells(line)),
        )

    def _outcome(self, line: Line) -> Outcome:
        if line.rejected:
            return "rejected"
        change = self.changes.get(line.id)
        if change is None or set(change.after or ()) == {"origin"}:
            return "unchanged"
        return "new" if change.before is None else "changed"


def _named(line: Line, name: str) -> dict[str, str]:
    return {"kind": line.kind, "field": name}
