"""Two values of one field as one: the rules by which lists, texts and what hides an entry are put together."""

from __future__ import annotations

from typing import Any

from graph.model.fields import Audience, Field, Type
from graph.model.schema import entry_audience

LISTS = frozenset({Type.TEXTS, Type.CODES, Type.PHONES, Type.MAILS, Type.WEBSITES, Type.LANGUAGES, Type.REFS})
"""Types whose values are put together: each value once, in the order of the first."""

JOINED = frozenset({Type.PROSE, Type.EXTRA})
"""Types that can be put together where a person wants it: texts below each other."""


def unite(field: Field, one: Any, other: Any, label: str = "2") -> Any:
    """Both values as one. Of one language the fuller statement stands; `label` names the other of two extra texts."""
    if one is None or other is None:
        return other if one is None else one
    if field.type is Type.EXTRA:
        return _extra(one, other, label)
    if field.type is Type.PROSE:
        return one if other in one else f"{one}\n\n{other}"
    whole = list(dict.fromkeys([*one, *other]))
    if field.type is Type.LANGUAGES:
        fuller = {value.partition(":")[0] for value in whole if ":" in value}
        whole = [value for value in whole if value not in fuller]
    return whole


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same: lists are sets here."""
    if isinstance(one, list) and isinstance(other, list):
        return sorted(map(str, one)) == sorted(map(str, other))
    return bool(one == other)


def narrower(one: str | None, other: str | None) -> str | None:
    """The audience of two that lets fewer see; calling back through the organisation is kept where it was stated."""
    first, second = (entry_audience({"audience": each} if each else {}) for each in (one, other))
    if first.rank != second.rank:
        return one if first.rank > second.rank else other
    return other if first is Audience.COORDINATION and other == "callback" else one


def _extra(one: dict[str, str], other: dict[str, str], label: str) -> dict[str, str]:
    whole = dict(one)
    for heading, text in other.items():
        own = heading if whole.get(heading) in (None, text) else f"{heading} ({label})"
        whole[own] = text
    return whole
