"""Which actor a row speaks of: by the key of its source, else by name and address, else as a person decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from graph.model.changes import EntryId
from graph.network import Network
from importers.lists.evidence import Evidence
from importers.lists.likeness import Like, Likeness, likeness_of
from importers.lists.traits import Traits
from importers.origin import Known
from importers.proposal import Remark

_BY_KEY = Evidence(score=0, level="possible", reasons=("like.key_same",))


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """The actor that a row is, or those that it may be."""

    actor: EntryId | None = None
    likes: tuple[Like, ...] = ()


class Matcher:
    """The matching of one import: stored actors, and those that rows before brought."""

    def __init__(self, network: Network, known: Known) -> None:
        self._network = network
        self._known = known
        self._stored = network.memo(likeness_of)
        self._read = Likeness(by_words=False)

    def find(
        self, traits: Traits, keys: Collection[str], unique: bool, decided: str | None, remarks: list[Remark]
    ) -> Found:
        """The actor of a row that bears these keys; `unique`: no other row of the list bears them."""
        by_key = self._known.find("actor", dict.fromkeys(keys))
        exact = [id for id in by_key if self._stored.is_same(id, traits)]
        if exact:
            return Found(actor=exact[0])
        read = self._read.same(traits)
        if read is not None:
            return Found(actor=read)
        same = self._stored.same(traits)
        if same in self._known:
            return Found(actor=same)
        alike = [id for id in by_key if self._stored.alike(id, traits)]
        if alike:
            return Found(actor=alike[0])
        likes = self._likes(traits, same)
        if by_key and unique:
            # A list numbered anew: another organisation stands where this one stood.
            if decided is None:
                remarks.append(Remark(column="", code="import.key_names_other"))
            return Found(likes=likes or (Like(id=by_key[0], evidence=_BY_KEY),))
        return Found(likes=likes)

    def like_read(self, traits: Traits) -> EntryId | None:
        """The actor of a row before that is much like this one."""
        found = self._read.like(traits, 1)
        return found[0].id if found and found[0].evidence.level in ("sure", "likely") else None

    def add(self, id: EntryId, traits: Traits) -> None:
        """Remember the actor of a row for the rows that follow."""
        self._read.add(id, traits)

    def _likes(self, traits: Traits, same: EntryId | None) -> tuple[Like, ...]:
        found = self._stored.like(traits)
        if same is not None and same not in {each.id for each in found}:
            found.insert(0, Like(id=same, evidence=self._stored.evidence(same, traits)))
        return tuple(found)


def not_claimed(likes: Collection[Like], claims: Counter[EntryId]) -> tuple[Like, ...]:
    """The suggestions without weak ones for actors that another row of the list is more likely."""
    return tuple(each for each in likes if each.evidence.score >= claims.get(each.id, 0))
