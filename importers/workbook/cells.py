"""One value as a cell, and back. What people read and type where that says it exactly, else its exact form."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any

from graph.model.canonical import canonical
from graph.model.clean import LONGEST, clean, one_line, prose
from graph.model.codes import CODE_LISTS, LANGUAGE_MODES
from graph.model.errors import Fault
from graph.model.fields import Field, Type
from graph.model.stored import stored_form
from graph.model.values.hours import clean_hours
from graph.model.values.hours_show import show_hours
from graph.model.values.languages import language_name
from graph.model.values.phone import show_phone
from graph.model.values.problem import Problem, problem
from importers.files.strict_json import parse
from importers.files.table import ReadError
from importers.workbook import exact
from importers.workbook.layout import IN_LONG, SEPARATOR
from importers.workbook.names import Names

Cell = str | int | float | date | datetime
"""What stands in a cell: text stays text, numbers and days are real ones."""

NOTHING: Mapping[str, Any] = {}
"""The fields of an entry that is not stored."""

_LINES = 250  # a spreadsheet program shows 253 lines in a cell
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u2028\u2029]|_x[0-9A-Fa-f]{4}_")
"""What does not come through every file and program as it is."""
_FIRST_DAY = date(1900, 3, 1)  # before it programs differ in how they count days
_WORDED = frozenset({Type.CODE, Type.CODES})
_HOURS = "{}_text"


def show(name: str, field: Field, fields: dict[str, Any], names: Names) -> Cell:
    """What a cell of a kind's field says; "" where nothing is known."""
    value = fields.get(field.name)
    if field.type is Type.HOURS:
        return _hours(name, field, value, fields.get(_HOURS.format(field.name)))
    if value is None:
        return ""
    for cell in _wordings(field, value, names):
        if _says(name, field, cell, fields, names):
            return cell
    return exact.written(value)


def read(
    name: str, field: Field, text: str, names: Names, stored: Mapping[str, Any] = NOTHING
) -> tuple[dict[str, Any], list[Fault], list[Fault]]:
    """(fields, faults, notes) of what a cell says: the field, of opening hours also their wording.

    `stored`: the fields of the entry. What stands there may stay however odd it is, and what it links to already
    tells entries of one name apart.
    """
    if field.type is Type.HOURS and text.startswith(exact.MARK):
        return _exact_hours(field, text, stored)
    if text.startswith(exact.MARK):
        value, problems = exact.read(field, text, stored.get(field.name))
        problems = problems or _of_other_kinds(field, value, names)
    elif field.type in (Type.REF, Type.REFS):
        value, problems = _links(field, text, names, _ids(stored.get(field.name)))
    elif field.type in (Type.EXTRA, Type.ORIGIN):
        value, problems = _objects(field, text, stored.get(field.name))
    else:
        done = clean(name, {field.name: _coded(field, text) if field.type in _WORDED else _listed(field, text)})
        return done.fields, [f for f in done.faults if f.code != "value.required"], done.notes
    return {field.name: value}, [Fault(field=field.name, code=p.code, params=p.params) for p in problems], []


def text_of(cell: object) -> str:
    """A cell as the text that `read` takes, also of a program's own numbers, days and times."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "ja" if cell else "nein"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f").replace(".", ",")
    if isinstance(cell, datetime):
        # Programs count days in fractions, so a minute may fall short by a few microseconds.
        whole = datetime.fromisoformat((cell.replace(tzinfo=None)).isoformat(timespec="milliseconds"))
        return whole.date().isoformat() if whole.time() == time() else whole.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date) else str(cell)


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same to a store."""
    return canonical(one) == canonical(other)


def parted(text: str) -> list[str]:
    """The parts of a cell that lists: by line where it has several, else by semicolon."""
    parts = text.splitlines() if "\n" in text else text.split(";")
    return [part for each in parts if (part := one_line(each))]


def _says(name: str, field: Field, cell: Cell, fields: Mapping[str, Any], names: Names) -> bool:
    text = text_of(cell)
    if not _safe(text):
        return False
    stored = {} if field.refs else fields  # links must be found by whoever does not know them
    found, faults, _ = read(name, field, text, names, stored)
    return not faults and same(found.get(field.name), fields[field.name])


def _safe(text: str) -> bool:
    return not _ODD.search(text) and text.count("\n") <= _LINES and text == text.strip() and text not in ("", IN_LONG)


def _wordings(field: Field, value: Any, names: Names) -> Iterator[Cell]:
    """What may say a value, best first."""
    if field.type in (Type.REF, Type.REFS):
        ids = [value] if isinstance(value, str) else value
        yield SEPARATOR.join(names.call(id, field) for id in ids)
        yield SEPARATOR.join(ids)
    elif field.type is Type.LANGUAGES:
        yield SEPARATOR.join(map(_language, value))
        yield SEPARATOR.join(value)
    elif field.type is Type.CODE:
        yield field.options.get(value, ("",))[0]
    elif field.type is Type.CODES:
        yield SEPARATOR.join(field.options.get(each, ("",))[0] for each in value)
    elif field.type is Type.EXTRA:
        yield from _extra(value)
    elif field.type is Type.PHONES:
        yield SEPARATOR.join(show_phone(number, "de") for number in value)
        yield SEPARATOR.join(value)
    elif isinstance(value, list):
        yield SEPARATOR.join(value)
        yield "\n".join(value)
    elif field.type is Type.ORIGIN:
        yield exact.written(value).removeprefix(exact.MARK)
    else:
        yield from _single(field, value)


def _single(field: Field, value: Any) -> Iterator[Cell]:
    if isinstance(value, bool):
        yield "ja" if value else "nein"
    elif field.type is Type.NUMBER or field.type is Type.COUNT:
        if float(f"{value:.16G}") == value:  # so many digits a file keeps
            yield value
        yield text_of(value)
    elif field.type is Type.DAY or field.type is Type.MOMENT:
        yield from _moment(field, value)
        yield value
    else:
        yield str(value)


def _moment(field: Field, value: str) -> Iterator[Cell]:
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        return
    if len(value) >= 10 and found.date() >= _FIRST_DAY and found.tzinfo is None:
        yield found if field.type is Type.MOMENT else found.date()


def _hours(name: str, field: Field, value: Any, wording: Any) -> str:
    """Opening hours in one cell, as in a form: the wording where there is one."""
    if value is None and wording is None:
        return ""
    text = str(wording or (_german(value) if value else "") or value or "")
    if _safe(text) and not text.startswith(exact.MARK):
        found = clean(name, {field.name: text}).fields
        if same(found.get(field.name), value) and same(found.get(_HOURS.format(field.name)), wording):
            return text
    return exact.written({"hours": value, "text": wording})


@lru_cache(maxsize=4096)
def _german(osm: str) -> str:
    """Opening hours as a German writes them, "" where reading that would not give the same again."""
    text = SEPARATOR.join(f"{days} {times}".strip() for days, times in show_hours(osm, "de"))
    found = clean_hours(text)
    return text if found.osm == osm and not found.left_over else ""


def _exact_hours(field: Field, text: str, stored: Mapping[str, Any]) -> tuple[dict[str, Any], list[Fault], list[Fault]]:
    """Hours with their wording, each that stands there already or is what cleaning makes."""
    wording = Field(name=_HOURS.format(field.name), type=Type.PROSE, label=field.label)
    try:
        found = parse(text.removeprefix(exact.MARK).encode())
    except (ReadError, UnicodeEncodeError):
        found = None
    if isinstance(found, dict) and found.keys() == {"hours", "text"}:
        said = {field: found["hours"], wording: found["text"]}
        if all(v is None or v == stored.get(f.name) or stored_form(f, v) for f, v in said.items()):
            return {f.name: v for f, v in said.items()}, [], []
    return {}, [Fault(field=field.name, code="value.not_exact", params={"text": text[:200]})], []


def _of_other_kinds(field: Field, value: Any, names: Names) -> list[Problem]:
    """Links to entries that the field does not link to."""
    wrong = [id for id in _ids(value) if field.refs and not names.may_link(id, field)]
    return [problem("no_entry_called", text=id) for id in wrong]


def _ids(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value] if isinstance(value, str) else []


def _links(field: Field, text: str, names: Names, near: Collection[str]) -> tuple[Any, list[Problem]]:
    if field.type is Type.REF:
        return names.find(one_line(text), field, near)
    found = [names.find(part, field, near) for part in parted(text)]
    ids = list(dict.fromkeys(id for id, _ in found if id))
    return ids or None, [p for _, problems in found for p in problems]


def _coded(field: Field, text: str) -> list[str] | str:
    """The codes of labels, in German or English, or of codes; what is none stays for the cleaner to tell."""
    known = _labels(field.codes)
    if field.type is Type.CODE:
        return known.get(one_line(text).casefold(), text)
    return [known.get(part.casefold(), part) for part in parted(text)]


@cache
def _labels(codes: str) -> dict[str, str]:
    options = CODE_LISTS[codes]
    found = {label.casefold(): code for code, labels in options.items() for label in reversed(labels)}
    return {**found, **{code: code for code in options}}


def _listed(field: Field, text: str) -> list[str] | str:
    return parted(text) if field.type is Type.TEXTS else text


def _language(code: str) -> str:
    """ "uk:interpreter:3" as „Ukrainisch (Dolmetschen vor Ort, 3 Tage)“."""
    language, _, rest = code.partition(":")
    mode, _, days = rest.partition(":")
    said = [LANGUAGE_MODES.get(mode, ("",))[0], f"{days} Tage" if days else ""]
    note = ", ".join(each for each in said if each)
    return f"{language_name(language, 'de')} ({note})" if note else language_name(language, "de")


def _extra(value: dict[str, Any]) -> Iterator[str]:
    if value and all(isinstance(each, str) for each in value.values()):
        yield "\n".join(f"{heading}: {text}" for heading, text in value.items())


def _objects(field: Field, text: str, stored: Any) -> tuple[Any, list[Problem]]:
    if text.startswith("{") or field.type is Type.ORIGIN:
        return exact.read(field, text, stored)
    found = {one_line(heading): prose(said) for heading, said in _more(text.splitlines()).items()}
    if found and not stored_form(field, found):
        return None, [problem("too_long", limit=str(LONGEST[Type.TEXTS]))]
    return found or None, []


def _more(lines: Iterable[str]) -> dict[str, str]:
    """ "Überschrift: Text" line by line; a line without a heading goes on with the one before."""
    found: dict[str, str] = {}
    last = "Angabe"
    for line in lines:
        heading, sign, text = line.partition(": ")
        if sign and heading.strip():
            last = heading
            found[last] = text
        elif line.strip():
            found[last] = f"{found[last]}\n{line}" if last in found else line
    return found
