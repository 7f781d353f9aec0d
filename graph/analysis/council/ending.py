"""What ends within a year, and which coverage goes with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from graph.analysis.council.losing import Losing, Loss
from graph.analysis.coverage.assumptions import Assumptions
from graph.model.changes import EntryId
from graph.network import Network

WITHIN_DAYS = 365
_NOTHING = Loss()


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """A service whose funding or legal basis, or an agreement whose term, ends on a day, and what is lost then.

    `loses`: (topic, unit) that nobody offers any more; `loss` says it in full. `services` of an agreement: those of its
    parties that end on the same day; its loss is theirs, and told of them in `loses`.
    """

    entry: EntryId
    field: str
    day: str
    loses: tuple[tuple[EntryId, EntryId], ...] = ()
    loss: Loss = _NOTHING
    services: tuple[EntryId, ...] = ()


def ending(
    network: Network, on: date, days: int = WITHIN_DAYS, assumed: Assumptions | None = None
) -> tuple[Ending, ...]:
    """Everything that ends after a day and within so many, the earliest first.

    Complexity: O(entries + topics · units), and for each service that of `Losing.by`. What it means to a council:
    without a decision this is gone by then.
    """
    today, last = on.isoformat(), (on + timedelta(days=days)).isoformat()
    found = [
        Ending(entry=entry.id, field=field, day=entry.fields[field])
        for kind, field in (("service", "funded_until"), ("service", "legal_to"), ("agreement", "ends_on"))
        for entry in network.of_kind(kind).values()
        if today <= entry.fields.get(field, "") <= last
    ]
    found.sort(key=lambda e: (e.day, e.entry))
    ends = {e.entry: e.day for e in reversed(found) if e.field != "ends_on"}
    losing = Losing(network, on, assumed or Assumptions(), ends)
    losses = {service: losing.by(service) for service in ends}
    return tuple(_with_loss(network, one, ends, losses) for one in found)


def _with_loss(network: Network, one: Ending, ends: Mapping[EntryId, str], losses: Mapping[EntryId, Loss]) -> Ending:
    if one.field != "ends_on":
        return replace(one, loses=losses[one.entry].cells, loss=losses[one.entry])
    parties = set(network.entry(one.entry).fields.get("parties", ()))
    services = [s for s, day in ends.items() if day == one.day and network.entry(s).fields["provider"] in parties]
    loss = _together([losses[s] for s in services])
    return replace(one, loss=loss, services=tuple(sorted(services)))


def _together(losses: Sequence[Loss]) -> Loss:
    """The loss of several services that end on the same day: each is counted with the others already."""
    return Loss(
        cells=tuple(dict.fromkeys(cell for loss in losses for cell in loss.cells)),
        fewer=tuple(dict.fromkeys(one for loss in losses for one in loss.fewer)),
        people=tuple(dict.fromkeys(one for loss in losses for one in loss.people)),
        counted=any(loss.counted for loss in losses),
        met=any(loss.met for loss in losses),
        others=max((loss.others for loss in losses), default=0),
    )
