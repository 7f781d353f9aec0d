"""Which values a field may hold as they stand: those that cleaning leaves exactly as they are.

What comes as JSON, from an exact cell of a workbook or from a program, passes no cleaner; it must be what one makes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from graph.model.clean import LONGEST, clean_value, in_range, one_line, prose
from graph.model.fields import Field, Type
from graph.model.values.dates import clean_date
from graph.model.values.hours import clean_hours

_ID = re.compile(r"[^\s\x00-\x1f]{1,100}")
_LISTS = frozenset({Type.TEXTS, Type.CODES, Type.PHONES, Type.MAILS, Type.WEBSITES, Type.LANGUAGES, Type.REFS})
_MOST_IN_LIST = 10_000
_ORIGIN = frozenset({"keys", "fields", "on", "taken"})
_OUTLINE_LONGEST = 20_000_000


def stored_form(field: Field, value: Any) -> bool:
    """Whether a value is one that `clean` itself could have stored in the field.

    Of links only the shape is looked at, of outlines that they are text.
    """
    if field.type in _LISTS:
        return _is_list(field, value)
    if field.type in _NUMERIC:
        return _NUMERIC[field.type](field, value)
    if field.type is Type.EXTRA:
        return _is_extra(value)
    if field.type is Type.ORIGIN:
        return isinstance(value, dict) and all(_is_id(id) and _is_origin(said) for id, said in value.items())
    return isinstance(value, str) and _is_text(field, value)


def _is_text(field: Field, value: str) -> bool:
    if field.type is Type.HOURS:
        read = clean_hours(value)
        return bool(value) and read.osm == value and not read.left_over
    if field.type is Type.REF:
        return _is_id(value)
    if field.type is Type.OUTLINE:
        return 0 < len(value) <= _OUTLINE_LONGEST
    return bool(value) and clean_value(field, value) == (value, [])


def _is_list(field: Field, value: Any) -> bool:
    """Every part is clean by itself and stands there once."""
    if not isinstance(value, list) or not 0 < len(value) <= _MOST_IN_LIST:
        return False
    if not all(isinstance(part, str) and part for part in value) or len(set(value)) < len(value):
        return False
    if field.type is Type.REFS:
        return all(map(_is_id, value))
    if field.type is Type.CODES:
        return all(part in field.options for part in value)
    if sum(map(len, value)) > LONGEST[Type.TEXTS]:
        return False
    if field.type is Type.TEXTS:
        return all(one_line(part) == part for part in value)
    return all(clean_value(field, part) == ([part], []) for part in value)


def _is_number(field: Field, value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and in_range(field, value)


def _is_count(field: Field, value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and clean_value(field, str(value)) == (value, [])


def _is_extra(value: Any) -> bool:
    if not isinstance(value, dict) or not value:
        return False
    whole = [text for pair in value.items() for text in pair]
    if not all(isinstance(text, str) for text in whole) or sum(map(len, whole)) > LONGEST[Type.TEXTS]:
        return False
    return all(head and one_line(head) == head and prose(text) == text for head, text in value.items())


def _is_origin(said: Any) -> bool:
    """What one source brought; later readings rest on keys and fields being what they are."""
    if not isinstance(said, Mapping) or not said.keys() <= _ORIGIN or not {"keys", "fields"} <= said.keys():
        return False
    keys, fields, taken = said["keys"], said["fields"], said.get("taken", {})
    texts = isinstance(keys, list) and all(isinstance(key, str) and one_line(key) == key for key in keys)
    return texts and _is_said(fields) and _is_said(taken) and all(map(_is_day, (*taken.values(), said.get("on", ""))))


def _is_said(value: Any) -> bool:
    """Field → a short text about it."""
    return isinstance(value, Mapping) and all(isinstance(v, str) and v.isprintable() for p in value.items() for v in p)


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and (not value or clean_date(value) == (value, []))


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and bool(_ID.fullmatch(value)) and value.isprintable()


_NUMERIC: dict[Type, Callable[[Field, Any], bool]] = {
    Type.FLAG: lambda _, value: isinstance(value, bool),
    Type.COUNT: _is_count,
    Type.NUMBER: _is_number,
}
