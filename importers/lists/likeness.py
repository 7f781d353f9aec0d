"""Which stored or already read actor a row probably means: by name, telephone, mail and address together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log

from rapidfuzz.fuzz import token_set_ratio, token_sort_ratio

from graph.model.changes import EntryId
from graph.network import Network
from importers.lists.evidence import Evidence, weigh
from importers.lists.names import folded
from importers.lists.traits import Traits, address_key, town_key, traits_of

_LIKE = 86.0
_MAYBE = 60.0
_COMMON = 12
"""Who shares a trait with so many is looked for by another one."""
_COMMON_WORD = 60
_WEIGHED = 6
"""So many candidates, those that share most, are weighed in full."""
_HARD, _SOFT, _ENOUGH = 1.5, 0.5, 0.3


@dataclass(frozen=True, kw_only=True, slots=True)
class Like:
    """An actor that a row may mean, with the evidence."""

    id: EntryId
    evidence: Evidence


@dataclass(kw_only=True, slots=True)
class Likeness:
    """Actors by their traits. Asking costs as much as few actors share a trait, not as many as there are.

    Without `by_words` they are found by a number, an address or the whole name only, and all words weigh the same.
    """

    by_words: bool = True
    _traits: dict[EntryId, list[Traits]] = field(default_factory=dict)
    _by: dict[tuple[str, str], list[EntryId]] = field(default_factory=dict)

    def add(self, id: EntryId, traits: Traits) -> None:
        """Remember an actor; one with several addresses or rows is remembered with each."""
        known = self._traits.setdefault(id, [])
        if traits in known:
            return
        known.append(traits)
        for key in traits.sharing(self.by_words):
            ids = self._by.setdefault(key, [])
            if id not in ids[-1:]:
                ids.append(id)

    def same(self, traits: Traits) -> EntryId | None:
        """The actor of this very name at this very address, or with this very number where no address is known."""
        ids = self._by.get(("name", folded(traits.name)), ())
        if traits.address and len(ids) > _COMMON:  # a name that all town halls bear
            (address,) = traits.address
            ids = [id for id in self._by.get(("address", address), ()) if self._bears(id, traits.name)]
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
            or other.address & traits.address
            or token_sort_ratio(folded(other.name), folded(traits.name)) >= _MAYBE
            or token_set_ratio(folded(other.name), folded(traits.name)) >= _LIKE
            for other in known
        )

    def evidence(self, id: EntryId, traits: Traits) -> Evidence:
        """What speaks for an actor being this one."""
        return max((weigh(traits, other, self) for other in self._traits[id]), key=lambda e: e.score)

    def like(self, traits: Traits, most: int = 3, besides: str = "") -> list[Like]:
        """The actors worth asking about, the likeliest first. `besides`: whom the traits are of."""
        if not self._traits:
            return []
        there = (id for id in self._candidates(traits) if id != besides)
        found = [Like(id=id, evidence=self.evidence(id, traits)) for id in there]
        asked = sorted((f for f in found if f.evidence.level), key=lambda f: (-f.evidence.score, f.id))
        return asked[:most]

    def shared_by(self, of: str, value: str) -> int:
        """So many actors have this phone, mail, address or host."""
        return len(self._by.get((of, value), ()))

    def weight(self, word: str) -> float:
        """How much a word of a name tells: one that all bear 0.3, one that nobody else bears 1 and more."""
        known = len(self._by.get(("word", word), ()))
        return 0.3 + log((len(self._traits) + 2) / (known + 1)) / log(len(self._traits) + 3)

    def __iter__(self) -> Iterator[tuple[EntryId, list[Traits]]]:
        return iter(self._traits.items())

    def _candidates(self, traits: Traits) -> list[EntryId]:
        """Who shares rare traits, those who share most first; by words alone only who shares enough of the name."""
        shared: dict[EntryId, float] = {}
        whole = 0.0
        for of, value in traits.sharing(self.by_words):
            ids = self._by.get((of, value), ())
            worth = self.weight(value) if of == "word" else _SOFT if of in ("host", "person") else _HARD
            whole += worth if of == "word" else 0.0
            if len(ids) <= (_COMMON_WORD if of == "word" else _COMMON):
                for id in ids:
                    shared[id] = shared.get(id, 0.0) + worth
        enough = min(_HARD, _ENOUGH * whole) if self.by_words else _HARD
        found = [id for id, worth in shared.items() if worth >= enough]
        return sorted(found, key=lambda id: (-shared[id], id))[:_WEIGHED]

    def _bears(self, id: EntryId, name: str) -> bool:
        return any(folded(other.name) == folded(name) for other in self._traits[id])


def likeness_of(network: Network) -> Likeness:
    """The actors of a Network; keep it by `network.memo(likeness_of)`."""
    known = Likeness()
    for id, actor in network.of_kind("actor").items():
        places = {address_key(p.fields): town_key(p.fields) for p in network.linked(id, "places")}
        contacts = [contact.fields for contact in network.linking(id, "contact", "actor")]
        for address, town in (places or {"": ""}).items():
            known.add(id, traits_of(actor.fields["name"], actor.fields, address, town, contacts))
    return known


def _same(one: Traits, other: Traits) -> bool:
    if folded(one.name) != folded(other.name):
        return False
    if one.address or other.address:
        return one.address == other.address
    return bool(one.own & other.own or not (one.own or other.own))
