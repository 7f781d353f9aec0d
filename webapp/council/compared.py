"""What changed since the last report, else since the oldest Snapshot: for figures, and for a report as it is frozen."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.analysis.council.since import changed
from graph.model.changes import Revision
from graph.model.fields import Audience
from graph.network import Network
from graph.operations.past import network_at
from graph.store import Store
from webapp.council import snapshots
from webapp.council.snapshots import Kept
from webapp.figures.shelf import Figures

Since = dict[str, Any]


def since(store: Store, whole: Network, public: Network, day: date, before: Kept | None) -> Since | None:
    """What is in `public` on a day and was not in what is compared with. O(changes since)."""
    if before is None or (before.day == day and not before.report):
        return None
    then = network_at(whole, store, Revision(before.revision)).seen_by(Audience.PUBLIC)
    return {"report": before.report, "day": before.day.isoformat(), "changes": changed(then, before.day, public, day)}


def of_figures(store: Store, key: str, whole: Network, figures: Figures) -> Since | None:
    """As the figures have it; anew where a report was frozen after they were computed."""
    found: Since | None = figures.part("since")
    before = snapshots.before(snapshots.listed(store, key))
    if before is None or not before.report or (found and found["report"] == before.report):
        return found
    then = network_at(whole, store, Revision(figures.revision)).seen_by(Audience.PUBLIC)
    return since(store, whole, then, figures.day, before)
