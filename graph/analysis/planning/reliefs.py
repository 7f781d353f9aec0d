"""Where to send people so that nobody is overfull, and where one place more is worth most (method 24 on a Network)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import ceil

from graph.analysis.coverage.need import People
from graph.analysis.coverage.reaching import Asked, Assumptions, Option, question_of
from graph.analysis.coverage.room import room
from graph.analysis.planning.lacking import ASKED
from graph.analysis.planning.relief import relief
from graph.model.changes import EntryId
from graph.network import Network

WORTH_SAYING = 0.9
"""Below this highest share of filled places nobody needs relief."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NextRelief:
    """A topic whose services are filled to `highest` when everyone is shared out best, 1.0 = every place taken.

    `flows`: (unit, service, people), the largest first; `worth`: service → how much one place more lowers `highest`;
    `lacking` people without a place; `more` places at `service` bring `highest` to `then`. `left_out` people have a
    service that states no room.
    """

    topic: EntryId
    highest: float
    flows: tuple[tuple[EntryId, EntryId, float], ...]
    worth: Mapping[EntryId, float] = field(hash=False)
    lacking: float
    service: EntryId | None
    more: int
    then: float
    left_out: float


def reliefs(network: Network, on: date, assumed: Assumptions, number: int = 5) -> tuple[NextRelief, ...]:
    """The topics with the fullest services, where enough of these state their room.

    Complexity: per topic two linear programmes of (people · services) variables and a maximum flow.
    """
    asked = (question_of(network, topic, on, assumed) for topic in sorted(network.of_kind("topic")))
    return fullest([one for each in asked if each and (one := relief_of(each))], number)


def fullest(found: Iterable[NextRelief], number: int) -> tuple[NextRelief, ...]:
    """The fullest first."""
    return tuple(sorted(found, key=lambda r: (-r.highest, r.topic))[:number])


def relief_of(asked: Asked) -> NextRelief | None:
    """One topic's; None where too few services state their room, or nobody needs relief."""
    if "capacity" not in asked.stages:
        return None
    open_to = [(p, n, [o for o in some if o.holds >= ASKED]) for p, n, some in asked.choices]
    stated = [(p, n, some) for p, n, some in open_to if some and all(o.supply.room for o in some)]
    if not stated:
        return None
    people = {i: n for i, (_, n, _) in enumerate(stated)}
    places = {o.supply.service: o.supply.room or 0.0 for _, _, some in stated for o in some}
    fits = [(i, o.supply.service) for i, (_, _, some) in enumerate(stated) for o in some]
    found = relief(people, places, fits)
    if found is None or found.highest < WORTH_SAYING:
        return None
    lack = room(people, places, fits).unserved
    most = max(sorted(found.worth), key=lambda s: found.worth[s], default=None)
    more = ceil(lack) if most and found.worth[most] > 0 else 0
    then = relief(people, {**places, most: places[most] + more}, fits) if most and more else None
    return NextRelief(
        topic=asked.topic,
        highest=found.highest,
        flows=_flows(found.flows, stated),
        worth={s: w for s, w in found.worth.items() if w > 0},
        lacking=lack,
        service=most if more else None,
        more=more,
        then=then.highest if then else found.highest,
        left_out=sum(n for _, n, some in open_to if some) - sum(people.values()),
    )


def _flows(
    flows: Mapping[tuple[int, EntryId], float], stated: list[tuple[People, float, list[Option]]]
) -> tuple[tuple[EntryId, EntryId, float], ...]:
    summed: dict[tuple[EntryId, EntryId], float] = {}
    for (i, service), n in flows.items():
        key = stated[i][0].unit, service
        summed[key] = summed.get(key, 0.0) + n
    return tuple((u, s, n) for (u, s), n in sorted(summed.items(), key=lambda item: (-item[1], item[0])))
