"""What of a row about a stored entry is taken: of an export what was edited in it, else only what adds something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from graph.model.changes import EntryId, Fields
from graph.model.fields import Type
from graph.model.schema import kind, personal_fields
from graph.model.uniting import JOINED, LISTS, unite
from graph.model.units import leader, unit_of
from importers.proposal import Remark
from importers.workbook import between
from importers.workbook.cells import same
from importers.workbook.rows import Line, heading

_NEVER_ASKED = LISTS | {Type.EXTRA}
"""Of lists nobody is asked whose stands, so they stay: what a file lacks may be what its reader never saw."""


def edited(
    line: Line, stored: Fields, was: Fields, erased: frozenset[tuple[EntryId, str]]
) -> Iterator[tuple[str, Any]]:
    """The fields in which somebody changed the file against what it was made of, `was`, with what they come to."""
    for name, value in line.fields.items():
        before, now = was.get(name), stored.get(name)
        if same(value, before) or same(value, now):
            continue
        if (line.id, name) in erased:
            _tell(line, name, "workbook.erased_since")
            continue
        links = kind(line.kind).field(name).type is Type.REFS
        if not links and not same(now, before):
            _tell(line, name, "workbook.changed_since", _shown(now))
            continue
        if value is None and not name.endswith("_text"):
            _tell(line, name, "workbook.emptied")
        if not links or not same(_links(now, before, value), now):
            yield name, _links(now, before, value) if links else value


def added(line: Line, stored: Fields, choices: Mapping[str, str], differs: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The fields that a row fills, of a file that nothing proves to be made of what stands here.

    Nothing personal comes from it, and nothing that stands is replaced unless a person chose so: what can be asked
    is put into `differs`.
    """
    said = {name: value for name, value in line.fields.items() if value is not None and name != "origin"}
    said = {name: value for name, value in said.items() if not same(value, stored.get(name))}
    for name in personal_fields(line.kind) & said.keys():
        del said[name]
        _tell(line, name, "workbook.person_unproven")
    for name, value in without_personal(line, said, stored).items():
        field, unit = kind(line.kind).field(name), unit_of(line.kind, name)
        if name != "audience" and all(stored.get(each) is None for each in unit):
            yield name, value
            continue
        choice = choices.get(leader(line.kind, name), "")
        if name != "audience" and field.type not in _NEVER_ASKED:
            differs[name] = value
            if choice == "drop" or choice == "both" and field.type in JOINED:
                yield name, value if choice == "drop" else unite(field, stored.get(name), value)
                continue
        _tell(line, name, "workbook.stands_otherwise", _shown(value))


def without_personal(line: Line, fields: Mapping[str, Any], stored: Fields) -> dict[str, Any]:
    """The fields without numbers and addresses that likely belong to a person and that anyone would see."""
    left = dict(fields)
    for name, found, rest in between.personal(line.kind, {**stored, **fields}):
        if name in fields:
            _tell(line, name, "workbook.no_basis", ", ".join(found))
            left[name] = rest
    return {name: value for name, value in left.items() if value is not None or fields[name] is None}


def _links(now: Any, before: Any, value: Any) -> list[str] | None:
    """The links that stand here, with those put into the file and without those taken out of it."""
    out, given = set(before or ()) - set(value or ()), value or ()
    news = [id for id in given if id not in (before or ())]
    return list(dict.fromkeys([*(id for id in now or () if id not in out), *news])) or None


def _tell(line: Line, name: str, code: str, text: str | None = None) -> None:
    params = {} if text is None else {"text": text}
    line.remarks.append(Remark(column=heading(line, name), code=code, params=params))


def _shown(value: Any) -> str:
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return str("–" if value is None else value)[:200]
