"""From a workbook to a proposal: what would be new, changed, left as it is, refused. Writes nothing.

Read → transform → propose. A row whose key is an entry's id says what that entry is to be; of an export only what was
changed in the file counts. A row with a key of its own is found again by it, as the row of any list is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from graph.model.changes import Change, EntryId, Fields, Kind
from graph.model.checks import check, defaults
from graph.model.clean import missing
from graph.model.errors import Fault
from graph.model.schema import kind
from graph.network import Network
from importers.origin import Known, created, settle
from importers.proposal import Differs, Outcome, Proposal, Remark, RowReport
from importers.workbook import between
from importers.workbook.alike import Alike, row_key
from importers.workbook.cells import same
from importers.workbook.decided import Decided, Past
from importers.workbook.filled import Filled
from importers.workbook.rows import Line, filled_cells, heading, identify, lines_of, names_of, understand

_TELL_EVERY = 100

Progress = Callable[[int, int, str], None]
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
    alike = Alike(network, decided.same)
    alike.look(lines)
    work = _Work(network, filled, source, today, decided, past, alike)
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
        self, network: Network, filled: Filled, source: EntryId, today: date, decided: Decided, past: Past, alike: Alike
    ) -> None:
        self.changes: dict[EntryId, Change] = {}
        self._network = network
        self._filled = filled
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
        changes = [*self._source_entry(lines, self._decided.source_name or file), *self.changes.values()]
        return Proposal(
            file=file,
            revision=self._network.revision,
            changes=tuple(changes) if self.changes else (),
            rows=tuple(self._report(line) for line in lines),
            persons=sum(1 for c in self.changes.values() if c.before is None and _of_person(c)),
        )

    def _of_own_key(self, line: Line) -> Change | None:
        entry = self._network.find(line.id)
        fields = {name: value for name, value in line.fields.items() if name != "origin"}
        personal = list(between.personal(line.kind, fields))
        for name, value, left in personal:
            fields[name] = left
            params = {"text": ", ".join(value)}
            line.remarks.append(Remark(column=heading(line, name), code="workbook.no_basis", params=params))
        if entry is None:
            begins = {f: v for f, v in defaults(line.kind, self._today).items() if fields.get(f) is None}
            return created(line.kind, line.id, {**fields, **begins}, self._source, [line.key])
        done = settle(entry, fields, self._source, [line.key], choices=self._decided.choices.get(entry.id))
        kept = [Remark(column=heading(line, f), code="import.kept_stored", params=_named(line, f)) for f in done.kept]
        line.remarks += kept
        if done.differs:
            self._differs[id(line)] = Differs(kind=line.kind, id=entry.id, said=done.differs)
        return done.change

    def _of_id(self, line: Line, stored: Fields | None) -> Change | None:
        if stored is not None:
            return self._update(line, stored)
        was = self._base.find(line.id) if self._base else None
        if was is not None:
            line.remarks.append(Remark(column="", code="workbook.deleted_since"))
            line.rejected = any(not same(value, was.fields.get(name)) for name, value in line.fields.items())
            return None
        fields = {name: value for name, value in line.fields.items() if value is not None}
        if line.id not in self._filled.origin.ids:
            fields = {**defaults(line.kind, self._today), **fields}
        return Change(kind=Kind(line.kind), id=line.id, before=None, after=fields)

    def _update(self, line: Line, stored: Fields) -> Change | None:
        taken = dict(self._taken(line, stored))
        if not taken:
            return None
        before = {name: stored.get(name) for name in taken}
        return Change(kind=Kind(line.kind), id=line.id, before=before, after=taken)

    def _taken(self, line: Line, stored: Fields) -> Iterator[tuple[str, Any]]:
        """The fields in which the file says something else than what stands, and means to."""
        was = self._base.find(line.id) if self._base else None
        whole = self._filled.origin.made == "export" and self._filled.origin.audience == "coordination"
        for name, value in line.fields.items():
            if same(value, stored.get(name)):
                continue
            if was is not None and same(value, was.fields.get(name)):
                continue  # nobody touched it in the file
            if (line.id, name) in self._erased:
                line.remarks.append(Remark(column=heading(line, name), code="workbook.erased_since"))
                continue
            if was is not None and not same(stored.get(name), was.fields.get(name)):
                shown = {"text": str(stored.get(name) or "–")[:200]}
                line.remarks.append(Remark(column=heading(line, name), code="workbook.changed_since", params=shown))
                continue
            if value is None and was is None and not whole:
                continue  # an empty cell of a template, or of what an audience saw, says nothing
            if value is None and not name.endswith("_text"):
                line.remarks.append(Remark(column=heading(line, name), code="workbook.emptied"))
            yield name, value

    def _wrong(self, line: Line, change: Change, bad: set[str]) -> Iterator[Fault]:
        """What does not hold in the entry as it would stand."""
        stored = self._network.find(line.id)
        whole = {**(stored.fields if stored else {}), **(change.after or {})}
        whole = {name: value for name, value in whole.items() if value is not None}
        found = {fault.field: fault for fault in (*check(line.kind, whole), *missing(line.kind, whole))}
        yield from (fault for name, fault in found.items() if name not in bad)

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


def _of_person(change: Change) -> bool:
    personal = {"person", "phones", "mobiles", "mails"}
    return change.kind == "contact" and not personal.isdisjoint(change.after or ())
