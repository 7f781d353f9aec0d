"""Which stored or already read actor a row probably means: by name, telephone, mail and address together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from graph.model.changes import EntryId

_LIKE = 86.0
_VERY_LIKE = 93.0
_COMMON = 12
"""A number or address that so many actors share (a switchboard, a town hall) says little."""
_LEGAL = re.compile(r"\b(?:e\.?\s?v\.?|ggmbh|gmbh|mbh|ag|gbr|ug|der|die|das|des|in|im|für|und)\b", re.I)


@dataclass(frozen=True, kw_only=True, slots=True)
class Traits:
    """What an actor is recognised by."""

    name: str
    phones: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    address: str = ""


@dataclass(kw_only=True, slots=True)
class Likeness:
    """Actors by their traits. Asking costs as much as few actors share a trait, not as many as there are."""

    _traits: dict[EntryId, Traits] = field(default_factory=dict)
    _by: dict[tuple[str, str], list[EntryId]] = field(default_factory=dict)

    def add(self, id: EntryId, traits: Traits) -> None:
        """Remember an actor."""
        self._traits[id] = traits
        for key in _keys(traits):
            self._by.setdefault(key, []).append(id)

    def same(self, traits: Traits) -> EntryId | None:
        """The actor of this very name at this very address, or with this very number where no address is known."""
        for id in self._by.get(("name", folded(traits.name)), ()):
            other = self._traits[id]
            if traits.address or other.address:
                if traits.address == other.address:
                    return id
            elif traits.phones & other.phones or traits.mails & other.mails or not (traits.phones or other.phones):
                return id
        return None

    def like(self, traits: Traits) -> EntryId | None:
        """The most alike actor, if it is alike enough to ask a person."""
        scored = [(self._score(traits, self._traits[id]), id) for id in self._candidates(traits)]
        best = max(scored, default=(0.0, EntryId("")))
        return best[1] if best[0] > 0 else None

    def _candidates(self, traits: Traits) -> set[EntryId]:
        found: set[EntryId] = set()
        for key in _keys(traits):
            ids = self._by.get(key, ())
            if len(ids) <= _COMMON:
                found.update(ids)
        return found

    def _score(self, one: Traits, other: Traits) -> float:
        a, b = folded(one.name), folded(other.name)
        sort, subset = token_sort_ratio(a, b), token_set_ratio(a, b)
        shared = (
            bool(one.phones & other.phones)
            + bool(one.mails & other.mails)
            + bool(one.address and one.address == other.address)
        )
        apart = bool(one.address and other.address and one.address != other.address)
        if a == b and not apart:
            return 100.0 + shared
        if shared and not apart and subset >= _LIKE:
            return subset + shared
        if shared >= 2 and sort >= 60:
            return sort + shared
        return sort if sort >= _VERY_LIKE and not apart and not one.address else 0.0


def traits_of(name: str, fields: Mapping[str, Any], address: str) -> Traits:
    """The traits of an actor's fields."""
    return Traits(
        name=name, phones=frozenset(fields.get("phones", ())), mails=frozenset(fields.get("mails", ())), address=address
    )


def address_key(place: Mapping[str, Any]) -> str:
    """One way to write an address for comparison; "" when it names no house."""
    street = re.sub(r"(?:str\.|strasse|straße)(?=\W|$)", "str", str(place.get("street", "")).casefold())
    number = re.sub(r"\s", "", str(place.get("house_number", "")).casefold())
    town = str(place.get("locality", "")).casefold() or str(place.get("postcode", ""))
    return " ".join(" ".join((street, number, town)).split()) if street else ""


@lru_cache(maxsize=20_000)
def folded(name: str) -> str:
    """A name for comparison: lower case, without legal forms and small words."""
    plain = _LEGAL.sub(" ", name.casefold().replace("ß", "ss"))
    return " ".join(re.findall(r"\w+", plain)) or name.casefold()


def _keys(traits: Traits) -> Iterable[tuple[str, str]]:
    yield "name", folded(traits.name)
    for phone in traits.phones:
        yield "phone", phone
    for mail in traits.mails:
        yield "mail", mail
    if traits.address:
        yield "address", traits.address
