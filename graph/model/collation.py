"""Sorting as German lists do: DIN 5007-1, where ä stands with a, ß with ss, and case and signs do not count."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_SIGNS = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[str, str]:
    """What to sort a text by: words without accents and signs, then the text itself to tell equal ones apart.

    >>> sorted(["Zoo", "Ärzte", "Apotheke", "Straße", "Strasse", "ämter"], key=sort_key)
    ['ämter', 'Apotheke', 'Ärzte', 'Strasse', 'Straße', 'Zoo']
    """
    return plain(text), text


def plain(text: str) -> str:
    """A text as it is compared: lower case, ä as a, ß as ss, signs as single spaces.

    >>> plain("Caritas – Straße (Mitte)")
    'caritas strasse mitte'
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _SIGNS.sub(" ", "".join(c for c in folded if not unicodedata.combining(c))).strip()
