"""Computing a plan: the network before and after, indicator by indicator."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from graph.analysis.council.indicators import Parts, parts, parts_of
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.planning.comparison import compare
from graph.connect import open_store
from graph.model.changes import EVERYTHING
from graph.model.fields import Audience
from graph.network import Network
from graph.operations.moves import carried_out
from graph.scope import around
from graph.store import Store
from webapp.figures import assumed
from webapp.figures import keeping as figures
from webapp.figures.assumed import Assumed
from webapp.plans import keeping, results
from webapp.texts import ZONE

STEPS = 6


def compute(payload: bytes, arguments: Mapping[str, Any], progress: Callable[..., None]) -> str:
    """Compare and keep what was found; the plan's page."""
    now = datetime.fromisoformat(arguments["now"])
    store, areas = open_store(arguments["store"]), tuple(arguments.get("areas", ()))
    plan, (settings, assumptions) = keeping.get(store, arguments["plan"]), assumed.whole(store)
    progress(0, STEPS, "load")
    before, day = _load(store, areas), now.astimezone(ZONE).date()
    after, outcomes = carried_out(before, plan.moves)
    known = _known(store, before, day, settings, assumptions, areas)
    found = compare(before, after, day, assumptions, known, lambda done, _, step: progress(done + 1, STEPS, step))
    progress(STEPS - 1, STEPS, "plan.surge")
    body = {
        **results.of_comparison(found),
        "surges": results.of_surges(before, after, outcomes),
        "revision": int(before.revision),
        "day": day.isoformat(),
        "moment": now.isoformat(),
        "assumed": settings.body,
        "settings": settings.version,
        "plan": plan.version,
    }
    keeping.keep_result(store, plan, body, now)
    store.close()
    return f"/plans/{plan.id}"


def _load(store: Store, areas: tuple[str, ...]) -> Network:
    scope = around(store.load(EVERYTHING)[1], areas) if areas else EVERYTHING
    revision, entries = store.load(scope)
    return Network(entries, revision=revision, scope=scope)


def _known(
    store: Store, network: Network, day: date, settings: Assumed, assumptions: Assumptions, areas: tuple[str, ...]
) -> Parts:
    """The parts of the network as it is: from the last figures where these still hold, else computed."""
    head = figures.head_of(store, figures.key_of(Audience.COORDINATION, areas))
    if head and (head.revision, head.day, head.settings) == (int(network.revision), day, settings.version):
        body = figures.part_of(store, head, "parts")
        if body is not None:
            return parts_of(body)
    return parts(network, day, assumptions)
