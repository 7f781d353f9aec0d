"""Looking for actors that are stored twice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from graph.connect import open_store
from graph.network import Network
from importers.lists.likeness import likeness_of
from webapp import likely
from webapp.imports import proposals
from webapp.likely import Found, Likely

_TELL_EVERY = 200
_MOST = 1000
_RANK = {"sure": 0, "likely": 1, "possible": 2}


def find(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """Find them and keep the pairs; the page that shows them."""
    store = open_store(arguments["store"])
    progress(0, 0, "load")
    network = proposals.load(store)
    pairs = likely_pairs(network, likely.told_apart(store), progress)
    at = datetime.fromisoformat(arguments["now"]).isoformat()
    likely.keep(store, Found(at=at, revision=network.revision, pairs=tuple(pairs[:_MOST])))
    store.close()
    return "/duplicates"


def likely_pairs(
    network: Network, apart: Collection[str] = (), progress: Callable[..., None] = lambda done, total, step: None
) -> list[Likely]:
    """The pairs of actors that may be one, the likeliest first. O(actors), for few of them share a trait."""
    known = network.memo(likeness_of)
    found: dict[str, Likely] = {}
    for n, (id, all_traits) in enumerate(known):
        if n % _TELL_EVERY == 0:
            progress(n, len(network.of_kind("actor")), "compare")
        for like in (each for traits in all_traits for each in known.like(traits, besides=id)):
            pair, told = likely.pair_id(id, like.id), like.evidence
            if pair not in found and pair not in apart and not _one_house(network, id, like.id):
                one, two = sorted((str(id), str(like.id)))
                found[pair] = Likely(one=one, two=two, score=told.score, level=told.level or "", why=told.reasons)
    return sorted(found.values(), key=lambda p: (_RANK[p.level], -p.score, p.one, p.two))


def _one_house(network: Network, one: str, two: str) -> bool:
    """Whether one is a unit of the other, or both are units of a third: they share much and are told apart already."""
    above, other = (network.entry(id).fields.get("parent") for id in (one, two))
    return above == two or other == one or (above is not None and above == other)
