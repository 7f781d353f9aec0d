"""JSON from outside, without what the standard lets pass: NaN, 1e999, repeated keys, lone surrogates, endless depth."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from importers.files.limits import JSON_DEPTH
from importers.files.table import ReadError

_BRACKETS = re.compile(rb'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]')
_SURROGATE = re.compile("[\ud800-\udfff]")


def parse(content: bytes) -> Any:
    """The value of a UTF-8 JSON text; ReadError names what is wrong and, where known, the line."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ReadError("read.wrong_encoding", encoding="utf-8") from None
    _refuse_depth(content)
    try:
        return json.loads(
            text, parse_constant=_refuse_constant, parse_float=_finite, parse_int=_whole, object_pairs_hook=_object
        )
    except json.JSONDecodeError as error:
        raise ReadError("read.damaged_json", row=error.lineno) from error
    except RecursionError as error:
        raise ReadError("read.json_depth", limit=JSON_DEPTH) from error


def _refuse_depth(content: bytes) -> None:
    depth = 0
    for found in _BRACKETS.finditer(content):
        mark = found.group()
        if mark in b"[{":
            depth += 1
            if depth > JSON_DEPTH:
                raise ReadError("read.json_depth", limit=JSON_DEPTH)
        elif mark in b"]}":
            depth -= 1


def _refuse_constant(word: str) -> float:
    raise ReadError("read.json_number", number=word)


def _finite(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise ReadError("read.json_number", number=digits[:20])
    return value


def _whole(digits: str) -> int:
    if len(digits) > 18:
        raise ReadError("read.json_number", number=digits[:20])
    return int(digits)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ReadError("read.json_repeated_key", key=key[:60])
        if _SURROGATE.search(key) or (isinstance(value, str) and _SURROGATE.search(value)):
            raise ReadError("read.json_surrogate")
        found[key] = value
    return found
