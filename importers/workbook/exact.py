"""The form of a value that no cell can say in words: JSON after a mark, in plain letters only.

Texts with two blanks, a decomposed umlaut or a control character come back exactly as they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from graph.model.fields import Field, Type
from graph.model.values.problem import Problem, problem
from importers.files.strict_json import parse
from importers.files.table import ReadError

MARK = "json:"
_UNDERLINE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # spreadsheets take _x0041_ for a letter


def written(value: Any) -> str:
    """A value as JSON of ASCII on one line."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return MARK + _UNDERLINE.sub(r"\\u005f", text)


def read(field: Field, text: str) -> tuple[Any, list[Problem]]:
    """The value, if it is one that the field can hold."""
    try:
        value = parse(text.removeprefix(MARK).encode())
    except (ReadError, UnicodeEncodeError):
        return None, [problem("not_exact", text=text)]
    if not fits(field, value):
        return None, [problem("not_exact", text=text)]
    return value, []


def fits(field: Field, value: Any) -> bool:
    """Whether a value has the shape of a field's type, and is of its closed list."""
    if field.type is Type.CODE:
        return value in field.options if isinstance(value, str) else False
    if field.type is Type.CODES:
        return _texts(value) and all(each in field.options for each in value)
    if field.type is Type.WEBSITES:
        return _texts(value) and all(re.match(r"https?://", each) for each in value)
    return _SHAPES[field.type](value)


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _by_heading(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(each, str) for each in value.values())


def _origin(value: Any) -> bool:
    """Source → what it brought. Later readings rest on keys and fields being what they are."""
    if not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
        return False
    shapes: dict[str, Callable[[Any], bool]] = {
        "keys": _texts,
        "fields": _by_heading,
        "on": _text,
        "taken": _by_heading,
    }
    return all(
        shapes[name](said) if name in shapes else _text(said) or _texts(said) or _by_heading(said)
        for each in value.values()
        for name, said in each.items()
    )


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_SHAPES: dict[Type, Callable[[Any], bool]] = {
    **dict.fromkeys((Type.TEXT, Type.PROSE, Type.DAY, Type.MOMENT, Type.HOURS, Type.REF, Type.OUTLINE), _text),
    **dict.fromkeys((Type.TEXTS, Type.PHONES, Type.MAILS, Type.LANGUAGES, Type.REFS), _texts),
    Type.EXTRA: _by_heading,
    Type.ORIGIN: _origin,
    Type.FLAG: lambda value: isinstance(value, bool),
    Type.COUNT: _whole,
    Type.NUMBER: _number,
}
