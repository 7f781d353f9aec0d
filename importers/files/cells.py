"""One cell, whatever the file held, as clean text; and what had to be taken out of it."""

from __future__ import annotations

import datetime as dt
import re

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_INVISIBLE = re.compile("[\ufeff\u200b\u2060\u00ad\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_GUARD = re.compile(r"'[=+\-@\t\r]")


def clean_text(raw: str) -> tuple[str, str | None]:
    """(text, code of what was taken out, if it deserves a word).

    Line breaks become \\n, the apostrophe that guards against formulas goes, so do direction marks, with which a
    text can be made to read differently than it is stored, and control characters.
    """
    code = None
    if _SUSPECT.search(raw):
        raw = raw.replace("\r\n", "\n").replace("\r", "\n")
        if _DIRECTION.search(raw):
            raw, code = _DIRECTION.sub("", raw), "read.direction_marks"
        if _CONTROL.search(raw) or _SURROGATE.search(raw):
            raw, code = _SURROGATE.sub("", _CONTROL.sub("", raw)), "read.control_characters"
        raw = _INVISIBLE.sub("", raw)
    raw = raw.strip()
    if raw.startswith("'") and _GUARD.match(raw):
        raw = raw[1:]
    return raw, code


def value_text(value: object) -> str:
    """A workbook's value as text: dates ISO, whole numbers without ".0", yes and no in German."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, dt.time):
        return value.isoformat("minutes")
    if isinstance(value, dt.timedelta):
        return _duration(value)
    return str(value)


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def _duration(value: dt.timedelta) -> str:
    minutes = round(value.total_seconds() / 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
