"""Computing all figures, audience by audience."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from random import Random
from typing import Any

from graph.analysis.council.report import PARTS, report
from graph.analysis.planning.part import planning_part
from graph.analysis.publishing.counts import with_published
from graph.connect import open_store
from graph.model.changes import EVERYTHING
from graph.model.fields import Audience
from graph.network import Network
from graph.scope import around
from graph.store import Store
from webapp.council import published
from webapp.figures import assumed, keeping
from webapp.figures.assumed import Assumed
from webapp.figures.renewing import AUDIENCES
from webapp.tasks import council
from webapp.texts import ZONE

Progress = Callable[..., None]

SEED, SHUFFLES, MANY_ACTORS = 2026, 1_000, 1_000
"""How chance is asked whether sectors link outwards (method 10); beyond so many actors a tenth of the shuffles."""


def compute(payload: bytes, arguments: Mapping[str, Any], progress: Progress) -> str:
    """Compute and keep the figures of every audience; the page that says so.

    Each audience's figures are kept as soon as they are there: whoever is cut off leaves the others as they were.
    """
    now = datetime.fromisoformat(arguments["now"])
    store = open_store(arguments["store"])
    areas = tuple(arguments.get("areas", ()))
    progress(0, 0, "load")
    whole = _load(store, areas)
    settings, assumptions = assumed.whole(store)
    for n, audience in enumerate(AUDIENCES):
        began = time.monotonic()
        network = seen(store, whole, audience, settings)
        day = now.astimezone(ZONE).date()
        found = report(network, day, assumptions, _within(progress, n * len(PARTS)), shuffles)
        found["left_out"] = published.left_out(network, whole.seen_by(audience), whole) if settings.publish else 0
        if audience is Audience.COORDINATION:
            found |= planning_part(network, day, assumptions, found["coverage"])
        key = keeping.key_of(audience, areas)
        if audience is Audience.PUBLIC:
            found |= council.parts(store, key, whole, network, day, settings, found)
        head = keeping.Head(
            key=key,
            number=secrets.token_hex(4),
            revision=int(whole.revision),
            day=day,
            moment=now,
            assumed=settings.body,
            settings=settings.version,
            seconds=round(time.monotonic() - began, 1),
        )
        keeping.keep(store, head, parts(found))
        if audience is Audience.PUBLIC:
            council.keep_month(store, key, head.revision, day, found)
    store.close()
    return "/figures"


def shuffles(actors: int) -> Iterator[list[int]]:
    """Orders by which sectors are dealt anew, the same ones each time: equal links have an equal answer."""
    chance, order = Random(SEED), list(range(actors))
    for _ in range(SHUFFLES if actors <= MANY_ACTORS else SHUFFLES // 10):
        chance.shuffle(order)
        yield order.copy()


def seen(store: Store, whole: Network, audience: Audience, settings: Assumed) -> Network:
    """What an audience's figures are computed from: what it sees, and beyond coordination counts fit for print."""
    network = whole.seen_by(audience)
    if audience is Audience.COORDINATION or not settings.publish:
        return network
    return with_published(network, whole, published.remembered(store, network, whole))


def parts(found: Mapping[str, Any]) -> dict[str, Any]:
    """A report as it is kept: what is shown topic by topic is a part for each."""
    topics = {f"topic:{id}": data for id, data in found.get("topics", {}).items()}
    return {name: part for name, part in found.items() if name != "topics"} | topics


def _load(store: Store, areas: tuple[str, ...]) -> Network:
    scope = around(store.load(EVERYTHING)[1], areas) if areas else EVERYTHING
    revision, entries = store.load(scope)
    return Network(entries, revision=revision, scope=scope)


def _within(progress: Progress, before: int) -> Callable[[int, int, str], None]:
    return lambda done, _, step: progress(before + done, len(AUDIENCES) * len(PARTS), step)
