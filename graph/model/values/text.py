"""What all cleaners do with a cell first."""

from __future__ import annotations

import re
import unicodedata

_DASHES = re.compile("[\u2010-\u2015\u2212\u00ad\ufe58\ufe63\uff0d]")
_ODD_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def tidy(raw: str) -> str:
    """The text with one kind of dash, space and line break, without unseen characters.

    A leading apostrophe is what spreadsheets put before a text that looks like a formula; it goes.
    """
    if raw.isprintable() and unicodedata.is_normalized("NFC", raw):  # most cells are: only dashes may be odd
        text = (raw if raw.isascii() else _DASHES.sub("-", raw)).strip()
    else:
        text = _UNSEEN.sub("", _BREAKS.sub("\n", unicodedata.normalize("NFC", raw)))
        text = _ODD_SPACES.sub(" ", _DASHES.sub("-", text)).strip()
    while text.startswith("'"):
        text = text[1:].strip()
    return text


def one_line(raw: str) -> str:
    """The tidy text with every run of space made one."""
    return " ".join(tidy(raw).split())


def strip_edges(text: str) -> str:
    """The text without the punctuation that is left over after something was cut out of it."""
    return text.strip(" \n,;:|/-–·•*.")
