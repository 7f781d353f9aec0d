"""What the run of the figures adds for the council: its page, what changed since the last report, the Snapshots."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.analysis.council.gaining import gains
from graph.analysis.council.overview import overview
from graph.analysis.publishing.counts import people_part
from graph.model.fields import Audience
from graph.network import Network
from graph.store import Store
from webapp.council import compared, published, snapshots
from webapp.council.snapshots import Kept
from webapp.figures.assumed import Assumed


def parts(
    store: Store,
    key: str,
    whole: Network,
    network: Network,
    day: date,
    settings: Assumed,
    found: Mapping[str, Any],
) -> dict[str, Any]:
    """More parts of the public figures. `network`: what they are computed from, counts fit for print."""
    public, known = whole.seen_by(Audience.PUBLIC), snapshots.listed(store, key)
    return {
        "council": overview(network, day, found, gains(whole)),
        "people": people_part(public, whole, published.remembered(store, public, whole)) if settings.publish else None,
        "since": compared.since(store, whole, public, day, snapshots.before(known)),
        "snapshots": [kept.plain for kept in known],
    }


def keep_month(store: Store, key: str, revision: int, day: date, found: Mapping[str, Any]) -> None:
    """The Snapshot of this month, where there is none yet."""
    snapshots.monthly(store, key, Kept(day=day, revision=revision, values=found["council"]["values"]))
