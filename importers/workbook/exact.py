"""The form of a value that no cell can say in words: JSON after a mark, in plain letters only.

Texts with two blanks, a decomposed umlaut or a control character are written exactly as they are. Read is only what
stands there already, or what cleaning would have made: a cell is from outside, whatever it begins with.
"""

from __future__ import annotations

import json
import re
from typing import Any

from graph.model.canonical import canonical
from graph.model.fields import Field
from graph.model.stored import stored_form
from graph.model.values.problem import Problem, problem
from importers.files.strict_json import parse
from importers.files.table import ReadError

MARK = "json:"
_UNDERLINE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # spreadsheets take _x0041_ for a letter


def written(value: Any) -> str:
    """A value as JSON of ASCII on one line."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return MARK + _UNDERLINE.sub(r"\\u005f", text)


def read(field: Field, text: str, stored: Any = None) -> tuple[Any, list[Problem]]:
    """The value, if it is the one that stands there already or one that the field can hold."""
    try:
        value = parse(text.removeprefix(MARK).encode())
        if not (stored_form(field, value) or (stored is not None and canonical(value) == canonical(stored))):
            raise ReadError("read.damaged_json", row=1)
    except (ReadError, UnicodeEncodeError):
        return None, [problem("not_exact", text=text)]
    return value, []
