"""Which stored or already read actor a row probably means: by name, telephone, mail and address together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from graph.model.changes import EntryId
from graph.network import Network

_LIKE = 86.0
_VERY_LIKE = 93.0
_MAYBE = 60.0
_COMMON = 12
"""A number or address that so many actors share (a switchboard, a town hall) says little."""
_WORD = re.compile(r"\w+")
_STREET = re.compile(r"(?:str\.|strasse|straße)(?=\W|$)")
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

    _traits: dict[EntryId, list[Traits]] = field(default_factory=dict)
    _by: dict[tuple[str, str], list[EntryId]] = field(default_factory=dict)

    def add(self, id: EntryId, traits: Traits) -> None:
        """Remember an actor; one with several addresses or rows is remembered with each."""
        known = self._traits.setdefault(id, [])
        if traits in known:
            return
        known.append(traits)
        for key in _keys(traits):
            ids = self._by.setdefault(key, [])
            if id not in ids[-1:]:
                ids.append(id)

    def same(self, traits: Traits) -> EntryId | None:
        """The actor of this very name at this very address, or with this very number where no address is known."""
        ids = self._by.get(("name", folded(traits.name)), ())
        if traits.address and len(ids) > _COMMON:  # a name that all town halls bear
            ids = [id for id in self._by.get(("address", traits.address), ()) if self._bears(id, traits.name)]
        return next((id for id in ids if any(_same(traits, other) for other in self._traits[id])), None)

    def is_same(self, id: EntryId, traits: Traits) -> bool:
        """Whether an actor is this very one, by the rule of `same`."""
        return any(_same(traits, other) for other in self._traits.get(id, ()))

    def alike(self, id: EntryId, traits: Traits) -> bool:
        """Whether an actor may have become this one: a like name, or the same address or number. Unknown ids may."""
        known = self._traits.get(id)
        return not known or any(
            other.phones & traits.phones
            or other.mails & traits.mails
            or bool(other.address and other.address == traits.address)
            or token_sort_ratio(folded(other.name), folded(traits.name)) >= _MAYBE
            or token_set_ratio(folded(other.name), folded(traits.name)) >= _LIKE
            for other in known
        )

    def like(self, traits: Traits) -> EntryId | None:
        """The most alike actor, if it is alike enough to ask a person."""
        scored = [(max(_score(traits, other) for other in self._traits[id]), id) for id in self._candidates(traits)]
        best = max(scored, default=(0.0, EntryId("")))
        return best[1] if best[0] > 0 else None

    def _candidates(self, traits: Traits) -> set[EntryId]:
        found: set[EntryId] = set()
        for key in _keys(traits):
            ids = self._by.get(key, ())
            if len(ids) <= _COMMON:
                found.update(ids)
        return found

    def _bears(self, id: EntryId, name: str) -> bool:
        return any(folded(other.name) == folded(name) for other in self._traits[id])


def traits_of(name: str, fields: Mapping[str, Any], address: str) -> Traits:
    """The traits of an actor's fields."""
    return Traits(
        name=name, phones=frozenset(fields.get("phones", ())), mails=frozenset(fields.get("mails", ())), address=address
    )


def address_key(place: Mapping[str, Any]) -> str:
    """One way to write an address for comparison; "" when it names no house."""
    if not place.get("street"):
        return ""
    street = _STREET.sub("str", str(place["street"]).casefold())
    number = "".join(str(place.get("house_number", "")).casefold().split())
    town = str(place.get("locality", "")).casefold() or str(place.get("postcode", ""))
    return " ".join(f"{street} {number} {town}".split())


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """A name for comparison: lower case, without legal forms and small words."""
    plain = _LEGAL.sub(" ", name.casefold().replace("ß", "ss"))
    return " ".join(_WORD.findall(plain)) or name.casefold()


def likeness_of(network: Network) -> Likeness:
    """The actors of a Network; keep it by `network.memo(likeness_of)`."""
    known = Likeness()
    for id, actor in network.of_kind("actor").items():
        addresses = dict.fromkeys(address_key(p.fields) for p in network.linked(id, "places"))
        for address in addresses or ("",):
            known.add(id, traits_of(actor.fields["name"], actor.fields, address))
    return known


def _same(one: Traits, other: Traits) -> bool:
    if folded(one.name) != folded(other.name):
        return False
    if one.address or other.address:
        return one.address == other.address
    numbers = one.phones or other.phones or one.mails or other.mails
    return bool(one.phones & other.phones or one.mails & other.mails or not numbers)


def _score(one: Traits, other: Traits) -> float:
    a, b = folded(one.name), folded(other.name)
    shared = (
        bool(one.phones & other.phones)
        + bool(one.mails & other.mails)
        + bool(one.address and one.address == other.address)
    )
    apart = bool(one.address and other.address and one.address != other.address)
    if a == b and not apart:
        return 100.0 + shared
    sort = token_sort_ratio(a, b)
    if shared and not apart and (subset := token_set_ratio(a, b)) >= _LIKE:
        return subset + shared
    if shared >= 2 and sort >= _MAYBE:
        return sort + shared
    return sort if sort >= _VERY_LIKE and not apart and not one.address else 0.0


def _keys(traits: Traits) -> Iterable[tuple[str, str]]:
    yield "name", folded(traits.name)
    for phone in traits.phones:
        yield "phone", phone
    for mail in traits.mails:
        yield "mail", mail
    if traits.address:
        yield "address", traits.address
