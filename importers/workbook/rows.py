"""From the rows of a workbook to what each means: whose row it is, and what its cells say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.model.changes import EntryId
from graph.model.errors import Fault
from graph.model.fields import Type
from graph.model.schema import kind, title
from graph.network import Network
from importers.files.table import Row
from importers.origin import Known
from importers.proposal import Remark
from importers.workbook import cells
from importers.workbook.filled import Filled, FilledSheet
from importers.workbook.layout import IN_LONG, KEY
from importers.workbook.names import Names, fold

_KEY = re.compile(r"\S{1,100}")
_SHOWN = 400
_TITLE = "#"
"""Begins the key of a row that has none of its own: then its name is one."""


@dataclass(kw_only=True, slots=True)
class Line:
    """One row: `own` says that its key is somebody's own, not an entry's id."""

    sheet: FilledSheet
    row: Row
    key: str
    id: EntryId = EntryId("")
    own: bool = False
    given: dict[str, str] = field(default_factory=dict)
    """Field → text of every column that is there."""
    name: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    """What the cells say; None where one is empty. A field whose cell can't be read is not in it."""
    faults: list[Fault] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    rejected: bool = False

    @property
    def kind(self) -> str:
        """The row's kind."""
        return self.sheet.kind

    def refuse(self, code: str, column: str = KEY, **params: str) -> None:
        """Take the row out, for one reason."""
        self.rejected = True
        self.remarks.append(Remark(column=column, code=code, params=params))


def lines_of(filled: Filled, struck: bool = False) -> list[Line]:
    """All rows, each with its texts by field; those that are struck out are refused unless told otherwise."""
    lines = [_line(sheet, row) for sheet in filled.sheets for row in sheet.rows]
    for line in lines:
        if line.row.struck and not struck:
            line.refuse("import.struck", column="")
    return lines


def identify(
    lines: list[Line], filled: Filled, network: Network, known: Known, keep: bool, new_id: Callable[[], str]
) -> None:
    """Find out whose row each is. `keep`: keys of new rows become ids."""
    seen: dict[tuple[str, str], Line] = {}
    for line in lines:
        first = seen.setdefault((line.kind, line.key), line)
        stored = network.find(line.key)
        if line.rejected:
            continue
        if not _KEY.fullmatch(line.key) and not line.key.startswith(_TITLE):
            line.refuse("workbook.key_odd", key=line.key[:100])
        elif first is not line:
            line.refuse("workbook.key_twice", key=line.key, row=str(first.row.number))
        elif stored is not None and stored.kind != line.kind:
            if keep or line.key in filled.origin.ids:
                line.refuse("workbook.key_of_other", key=line.key, kind=kind(stored.kind).label[0])
            else:
                _own(line, network, known, new_id)
        elif stored is not None or keep or line.key in filled.origin.ids:
            line.id = EntryId(line.key)
        else:
            _own(line, network, known, new_id)


def names_of(lines: list[Line], network: Network) -> Names:
    """How cells find rows and entries."""
    titles: dict[str, dict[str, tuple[EntryId, ...]]] = {}
    for line in lines:
        if line.id and line.name:
            of_kind = titles.setdefault(line.kind, {})
            of_kind[fold(line.name)] = (*of_kind.get(fold(line.name), ()), line.id)
    keys = {(line.kind, line.key): line.id for line in lines if line.id}
    return Names(network, keys, titles)


def understand(line: Line, names: Names, stored: Mapping[str, Any], was: Mapping[str, Any] = cells.NOTHING) -> None:
    """Read the cells of a row. `stored`: the fields of the entry that it is about, `was`: those of its export."""
    spec = kind(line.kind)
    wording: dict[str, str] = {}
    for name, text in line.given.items():
        each = spec.field(name)
        if name.endswith("_text") and each.type is Type.PROSE and name.removesuffix("_text") in line.given:
            wording[name] = text  # what it says stands, whatever the hours' own cell said
            continue
        _take(line, name, text, names, stored, was)
    for name, text in wording.items():
        if text:
            _take(line, name, text, names, stored, was)


def heading(line: Line, name: str) -> str:
    """The heading of a field's column."""
    found = (h for h, c in zip(line.sheet.headings, line.sheet.columns, strict=True) if c == name)
    return next(found, kind(line.kind).field(name).label[0])


def filled_cells(line: Line) -> Iterator[tuple[str, str]]:
    """Heading and text of a row's cells, for people: short, and without what only programs read."""
    fields = {f.name: f for f in kind(line.kind).fields}
    for heading, column, text in zip(line.sheet.headings, line.sheet.columns, line.row.cells, strict=False):
        field = fields.get(column or "")
        if text and (field is None or field.type not in (Type.ORIGIN, Type.OUTLINE)):
            yield heading, text[:_SHOWN]


def _line(sheet: FilledSheet, row: Row) -> Line:
    given: dict[str, str] = {}
    more: dict[str, str] = {}
    remarks = []
    for text, column, head in zip(row.cells, sheet.columns, sheet.headings, strict=False):
        if column is None:
            if text and head:
                more[head] = text
        elif not given.get(column):
            given[column] = text
    if beyond := next((text for text in row.cells[len(sheet.headings) :] if text), ""):
        remarks.append(Remark(column="", code="workbook.beyond", params={"text": beyond[:100]}))
    key = given.pop(KEY, "").strip()
    if more:  # columns that somebody added
        given["extra"] = "\n".join(t for t in (given.get("extra", ""), *(f"{h}: {t}" for h, t in more.items())) if t)
    name = _name(sheet.kind, given)
    return Line(
        sheet=sheet, row=row, key=key or _TITLE + _identity(sheet.kind, given), given=given, name=name, remarks=remarks
    )


def _name(name: str, given: Mapping[str, str]) -> str:
    """What the entry will be called."""
    said = {f: given[f] for f in kind(name).titled_by if given.get(f)}
    exactly = {f: cells.read(name, kind(name).field(f), text, _NOWHERE)[0].get(f) for f, text in said.items()}
    return title(name, {f: value for f, value in exactly.items() if value})


def _identity(name: str, given: Mapping[str, str]) -> str:
    spec = kind(name)
    telling = dict.fromkeys([*spec.titled_by, *(f.name for f in spec.fields if f.required)])
    return "|".join(fold(given.get(each, "")) for each in telling)


def _own(line: Line, network: Network, known: Known, new_id: Callable[[], str]) -> None:
    """A row with a key of somebody's own: the entry that an earlier reading made of it, else a new one."""
    line.own = True
    found = known.find(line.kind, [line.key])
    if len(found) == 1 and _same_one(line, network.entry(found[0]).fields, network):
        line.id = found[0]
        return
    if found:
        line.remarks.append(Remark(column=KEY, code="import.key_names_other"))
    line.id = EntryId(new_id())


def _same_one(line: Line, stored: Mapping[str, Any], network: Network) -> bool:
    """Whether anything that names the entry is still the same: offices number their rows from 1, each its own."""
    spec = kind(line.kind)
    telling = dict.fromkeys([*spec.titled_by, *(f.name for f in spec.fields if f.required)])
    names = Names(network, {}, {})
    said = {
        f: cells.read(line.kind, spec.field(f), line.given[f], names)[0].get(f) for f in telling if line.given.get(f)
    }
    return any(value is not None and stored.get(f) == value for f, value in said.items())


def _take(line: Line, name: str, text: str, names: Names, stored: Mapping[str, Any], was: Mapping[str, Any]) -> None:
    if not text.strip():
        line.fields[name] = None
        if kind(line.kind).field(name).type is Type.HOURS:
            line.fields[f"{name}_text"] = None
        return
    if text == IN_LONG:
        line.faults.append(Fault(field=name, code="workbook.long_missing", params={}))
        return
    each = kind(line.kind).field(name)
    found, faults, notes = cells.read(line.kind, each, text, names, stored)
    if _not_exact(faults) and was:
        found, faults, notes = cells.read(line.kind, each, text, names, was)
    if _not_exact(faults):
        line.rejected = True  # nobody types such a cell: the row is not what somebody meant
    line.faults.extend(faults)
    line.remarks.extend(Remark(column=heading(line, n.field), code=n.code, params=n.params) for n in notes)
    bad = {fault.field for fault in faults}
    line.fields.update({f: value for f, value in found.items() if f not in bad and _meant(line, name, f)})


def _not_exact(faults: Iterable[Fault]) -> bool:
    return any(fault.code == "value.not_exact" for fault in faults)


def _meant(line: Line, cell: str, name: str) -> bool:
    """What opening hours imply of appointments counts where no column of the file says it."""
    return name == cell or (name not in line.given and any(f.name == name for f in kind(line.kind).fields))


_NOWHERE = Names(Network(), {}, {})
