"""What the program says to people from below the web: code → (German, English), with parameters.

Each topic states its own in `sentences_<topic>.py`; this file collects them and says them.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import graph.model as _package


@cache
def sentences() -> dict[str, tuple[str, str]]:
    """All sentences by code. A code stated twice is a defect and raises ValueError."""
    found: dict[str, tuple[str, str]] = {}
    for module in sorted(m.name for m in pkgutil.iter_modules(_package.__path__) if m.name.startswith("sentences_")):
        own = importlib.import_module(f"graph.model.{module}").SENTENCES
        twice = found.keys() & own.keys()
        if twice:
            raise ValueError(f"stated twice: {sorted(twice)}")
        found.update(own)
    return found


def say(code: str, lang: str, **params: object) -> str:
    """The sentence of `code` in German ("de") or English, parameters filled in.

    Where a sentence has words for one and for several, they follow the number: "{known:nennt seine|nennen ihre}"; of
    three the first are for none.

    >>> say("store.missing", "de", kind="actor", id="x")
    'Diesen Eintrag gibt es nicht oder nicht mehr.'
    >>> [say("readiness.service.topics", "de", known=n, total=3) for n in (1, 2)]
    ['1 von 3 Angeboten hat ein Thema.', '2 von 3 Angeboten haben ein Thema.']
    """
    german, english = sentences()[code]
    return (german if lang == "de" else english).format_map(_Shown(params))


class _Shown(dict[str, object]):
    def __getitem__(self, key: str) -> _Value:
        return _Value(self.get(key, "…"))


class _Value:
    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        forms, text = spec.split("|"), str(self._value)
        if len(forms) == 1:
            return format(self._value, spec)
        return forms[0] if text == "0" and len(forms) == 3 else forms[-2] if text == "1" else forms[-1]
