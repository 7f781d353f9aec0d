"""Entries of every kind with values nobody thinks of, and small networks for tests of the workbook."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from graph.model.changes import Entry, EntryId, Kind
from graph.model.checks import check, defaults
from graph.model.clean import missing
from graph.model.fields import Field, KindSpec, Type
from graph.model.schema import kinds
from graph.model.stored import stored_form
from graph.network import Network
from importers.proposal import Proposal
from importers.workbook.decided import Decided, Past
from importers.workbook.filled import Filled
from importers.workbook.propose import propose
from importers.workbook.read import read_workbook
from importers.workbook.write import write
from tests.importers.worlds import TODAY, ids

ODD = (
    "=1+1", "+49 3443 1", "-5", "@SUM(A1)", "'=x", "'", "  blanks  ", "a  b", "zwei\nZeilen", "\r\n", "\t", "007",
    "Mu\u0308ller", "Müller", "1e5", "1.234", "TRUE", "ja", "3.11.2026", "json:", "json:1", "a; b", ";", "_x0041_",
    "siehe Blatt „Lange Texte“", "\u00ad", "\u202eabc", "#REF!", "x" * 40_000, "😀" * 20_000, "a: b", "{}", "[]",
    "\x0b\x00", "\ufeff", "http://a", "Zeitz", "topic-x", "",
)  # fmt: skip
texts = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"]), max_size=20))
_SQUARE = json.dumps({"type": "Polygon", "coordinates": [[[11, 51], [12, 51], [12, 52], [11, 51]]]})
_DAYS = st.one_of(st.dates(date(1, 1, 1)).map(str), st.sampled_from(["2026", "2026-11", "1900-01-01"]), texts)
_MOMENTS = st.one_of(st.datetimes().map(lambda m: m.isoformat(timespec="minutes")), texts)
_WHOLE = st.integers(-(10**16), 10**16)
_EXTRA = st.dictionaries(texts, texts, max_size=3)
_BROUGHT = st.fixed_dictionaries({"keys": st.lists(texts, max_size=2), "fields": _EXTRA}, optional={"on": texts})
_VALUES: dict[Type, st.SearchStrategy[Any]] = {
    Type.FLAG: st.booleans(),
    Type.COUNT: st.integers(0, 10**9) | _WHOLE,
    Type.NUMBER: st.floats(allow_nan=False, allow_infinity=False),
    Type.DAY: _DAYS,
    Type.MOMENT: _MOMENTS,
    Type.WEBSITES: st.lists(texts.map("https://example.org/{}".format), max_size=2),
    Type.PHONES: st.lists(st.sampled_from(["+493023125123", "112", "+493023125123;ext=12"]) | texts, max_size=3),
    Type.LANGUAGES: st.lists(st.sampled_from(["de", "uk:interpreter:3", "sgn-DE", "ar:remote"]) | texts, max_size=3),
    Type.HOURS: st.sampled_from(["Mo-Fr 08:00-12:00", "Tu 09:00-18:00; PH off"]) | texts,
    Type.OUTLINE: st.just(_SQUARE),
    Type.EXTRA: _EXTRA,
    Type.ORIGIN: st.dictionaries(texts, _BROUGHT, max_size=2),
    **dict.fromkeys((Type.TEXT, Type.PROSE), texts),
    **dict.fromkeys((Type.TEXTS, Type.MAILS), st.lists(texts, max_size=3)),
}

_GOOD: dict[Type, Any] = {
    Type.FLAG: True, Type.COUNT: 7, Type.NUMBER: 1.5, Type.DAY: "2026-11-03", Type.MOMENT: "2026-11-03T14:30",
    Type.WEBSITES: ["https://example.org/a"], Type.PHONES: ["+493023125123"], Type.LANGUAGES: ["uk:interpreter:3"],
    Type.HOURS: "Mo-Fr 08:00-12:00", Type.OUTLINE: _SQUARE, Type.EXTRA: {"Zimmer": "=1+1"},
    Type.ORIGIN: {"s": {"keys": ["=1"], "fields": {"name": "ab"}, "on": "2026-11-03"}}, Type.TEXT: "=1+1",
    Type.PROSE: "zwei\nZeilen", Type.TEXTS: ["a; b", "-5"], Type.MAILS: ["a@example.org"],
}  # fmt: skip
_PLAIN = {"postcode": "06712", "letters": "A–K", "phone": "112"}
"""Instead of a value that no cleaner would make."""


def value_of(field: Field) -> st.SearchStrategy[Any]:
    """Any value a field may hold, but links."""
    if field.type is Type.CODE:
        return st.sampled_from(list(field.options))
    if field.type is Type.CODES:
        return st.lists(st.sampled_from(list(field.options)), max_size=3)
    return _VALUES[field.type]


def clean_value_of(field: Field) -> st.SearchStrategy[Any]:
    """Any value that cleaning leaves as it is, but links."""
    return value_of(field).map(lambda value: value if stored_form(field, value) else _good(field))


def _good(field: Field) -> Any:
    if field.type is Type.CODES:
        return list(field.options)[:2]
    return _PLAIN.get(field.name) or _GOOD[field.type]


@st.composite
def networks(draw: Callable[..., Any], odd: bool = False) -> Network:
    """A few entries of every kind that hold together. `odd`: also with values that no cleaner would make."""
    made: dict[str, list[str]] = {name: [f"{name}-{n}" for n in range(draw(st.integers(0, 2)))] for name in kinds()}
    entries: list[Entry] = []
    for name, spec in kinds().items():
        entries += [_entry(draw, spec, id, made, value_of if odd else clean_value_of) for id in made[name]]
    whole = {e.id: e for e in entries if not (check(e.kind, e.fields) or missing(e.kind, e.fields))}
    return _closed(whole)


def _entry(
    draw: Callable[..., Any],
    spec: KindSpec,
    id: str,
    made: dict[str, list[str]],
    value: Callable[[Field], st.SearchStrategy[Any]],
) -> Entry:
    fields: dict[str, Any] = {}
    chosen = draw(st.sets(st.sampled_from([f.name for f in spec.fields]), max_size=6))
    for field in spec.fields:
        if field.refs:
            targets = [t for kind in field.refs for t in made[kind] if field.name != "parent" or t < id]
            if targets and (field.required or field.name in chosen):
                one = draw(st.sampled_from(targets))
                fields[field.name] = one if field.type is Type.REF else [one]
        elif field.required or field.name in chosen:
            fields[field.name] = draw(value(field))
    if spec.name == "contact":
        fields = {**defaults("contact", TODAY), **fields}  # as a new one that says nothing begins
    return Entry(kind=spec.name, id=EntryId(id), fields=fields)


def _closed(whole: dict[EntryId, Entry]) -> Network:
    """Without entries that link to what is not there."""
    while True:
        network = Network(whole.values())
        broken = {e.id for e in whole.values() if any(t not in whole for _, t in network.out(e.id))}
        if not broken:
            return network
        whole = {id: e for id, e in whole.items() if id not in broken}


def entry(kind: str, id: str, **fields: Any) -> Entry:
    """One entry."""
    return Entry(kind=Kind(kind), id=EntryId(id), fields=fields)


def written(network: Network, **more: Any) -> Filled:
    """A network's workbook, read back."""
    return read_workbook(write(network, today=TODAY, **more), "x.xlsx")


def taken_in(
    network: Network, filled: Filled, prefix: str = "n", base: Network | None = None, erased: Any = (), **decided: Any
) -> Proposal:
    """What a workbook would do."""
    past = Past(network=base, erased=frozenset(erased))
    more: dict[str, Any] = {"file": "x.xlsx", "today": TODAY, "new_id": ids(prefix)}
    return propose(network, filled, past=past, decided=Decided(**decided), **more)
