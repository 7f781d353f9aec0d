"""Where to send people so that nobody is overfull, and where one place more is worth most (method 24 on a Network)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from math import ceil, inf

import numpy as np

from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.need import People
from graph.analysis.coverage.question import ASKED, Asked, question_of
from graph.analysis.coverage.room import NOTHING, room
from graph.analysis.coverage.supply import Supply
from graph.analysis.planning.relief import Relief, relief
from graph.model.changes import EntryId
from graph.network import Network

WORTH_SAYING = 0.9
"""Below this highest share of filled places nobody needs relief."""
TRIED = 6
"""Services at which the places more are tried: those where one is worth most."""


OpenTo = tuple[People, float, list[Supply]]
"""So many of these people, and the services they may surely go to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Relieved:
    """With `more` places at `service`, which `has` some, the highest share falls to `then`, and `persons` more find a
    place: no more places than these need."""

    service: EntryId
    more: int
    then: float
    persons: float
    has: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class NextRelief:
    """A topic whose services have `highest` people per place when everyone is shared out best, 1.0 = every place taken.

    `flows`: (unit, service, people), the largest first; `worth`: service → how much one place more lowers `highest`;
    `lacking` people without a place; places help most at `best`, next at `second`; None where they do nowhere.
    `left_out` people have a service that states no room, `nowhere` ones only services that state 0 places; `highest` is
    0.0 where nobody but them needs relief.
    """

    topic: EntryId
    highest: float
    flows: tuple[tuple[EntryId, EntryId, float], ...]
    worth: Mapping[EntryId, float] = field(hash=False)
    lacking: float
    best: Relieved | None
    second: Relieved | None
    left_out: float
    nowhere: float = 0.0


def reliefs(network: Network, on: date, assumed: Assumptions, number: int = 5) -> tuple[NextRelief, ...]:
    """The topics with the fullest services, where enough of these state their room.

    Complexity: per topic two linear programmes of (people · services) variables and a maximum flow.
    """
    asked = (question_of(network, topic, on, assumed) for topic in sorted(network.of_kind("topic")))
    return fullest([one for each in asked if each and (one := relief_of(each))], number)


def fullest(found: Iterable[NextRelief], number: int) -> tuple[NextRelief, ...]:
    """The fullest first."""
    return tuple(sorted(found, key=lambda r: (-(r.highest or inf), r.topic))[:number])


def relief_of(asked: Asked, ending: Collection[EntryId] = ()) -> NextRelief | None:
    """One topic's; None where too few services state their room, or nobody needs relief. `ending` ones come last.

    People are sent only where they surely may go: a class for children takes no one of whom no age is told.
    """
    if "capacity" not in asked.stages:
        return None
    open_to = list(_open_to(asked))
    told = [(p, n, some) for p, n, some in open_to if all(one.room is not None for one in some)]
    stated = [(p, n, some) for p, n, some in told if any(one.room for one in some)]
    without = [(p, n, some) for p, n, some in told if not any(one.room for one in some)]
    nowhere = sum(n for _, n, _ in without)
    people = {i: n for i, (_, n, _) in enumerate(stated)}
    places = {one.service: one.room or 0.0 for _, _, some in stated for one in some}
    fits = [(i, one.service) for i, (_, _, some) in enumerate(stated) for one in some]
    found = relief(people, places, fits) if stated else None
    if found is None or found.highest < WORTH_SAYING:
        return _opened(asked.topic, without, nowhere, ending) if without else None
    lack = room(people, places, fits).unserved
    tried = _tried(people, places, fits, found, lack, ending)
    return NextRelief(
        topic=asked.topic,
        highest=found.highest,
        flows=_flows(found.flows, stated),
        worth={s: w for s, w in found.worth.items() if w > 0},
        lacking=lack,
        best=tried[0] if tried else None,
        second=tried[1] if len(tried) > 1 else None,
        left_out=sum(n for _, n, _ in open_to) - sum(n for _, n, _ in told),
        nowhere=nowhere,
    )


def _open_to(asked: Asked) -> Iterable[OpenTo]:
    """Who has services for which all holds and that are for them by all that is told of them: what is left open of
    them does not open a door."""
    open_to = asked.fits(ASKED)
    open_to &= np.array([[_surely(kind, one) for one in asked.known] for kind in asked.meeting.kinds], dtype=bool)[
        asked.meeting.rows([people for people, _ in asked.needs])
    ]
    for (people, persons), row in zip(asked.needs, open_to, strict=True):
        if row.any():
            yield people, persons, [asked.known[n] for n in np.flatnonzero(row).tolist()]


def _opened(topic: EntryId, without: list[OpenTo], nowhere: float, ending: Collection[EntryId]) -> NextRelief:
    """Places where there are none at all: at the services that are for most of those people."""
    fitting: dict[EntryId, float] = {}
    for _, persons, some in without:
        for one in some:
            fitting[one.service] = fitting.get(one.service, 0.0) + persons
    first, *others = sorted(fitting, key=lambda s: (-fitting[s], s in ending, s))
    best, *second = (
        Relieved(service=s, more=ceil(fitting[s]), then=1.0, persons=fitting[s]) for s in (first, *others[:1])
    )
    return NextRelief(
        topic=topic,
        highest=0.0,
        flows=(),
        worth={},
        lacking=nowhere,
        best=best,
        second=second[0] if second else None,
        left_out=0.0,
        nowhere=nowhere,
    )


def _surely(kind: tuple[str, str, str], one: Supply) -> bool:
    status, _, group = kind
    return (not one.statuses or status in one.statuses) and (not one.groups or group in one.groups)


def _tried(
    people: Mapping[int, float],
    places: Mapping[EntryId, float],
    fits: list[tuple[int, EntryId]],
    found: Relief[int, EntryId],
    lack: float,
    ending: Collection[EntryId],
) -> list[Relieved]:
    """As many places more as help, at each service where one is worth something, the best first."""
    some = sorted((s for s, worth in found.worth.items() if worth > NOTHING), key=lambda s: (-found.worth[s], s))[
        :TRIED
    ]
    tried = []
    for service in some:
        persons = lack - room(people, {**places, service: places[service] + lack}, fits).unserved
        more = ceil(persons - NOTHING)
        then = relief(people, {**places, service: places[service] + more}, fits) if more > 0 else None
        if then is not None:
            tried.append(Relieved(service=service, more=more, then=then.highest, persons=persons, has=places[service]))
    return sorted(tried, key=lambda r: (round(r.then, 6), -round(r.persons, 3), r.service in ending, r.service))


def _flows(
    flows: Mapping[tuple[int, EntryId], float], stated: list[OpenTo]
) -> tuple[tuple[EntryId, EntryId, float], ...]:
    summed: dict[tuple[EntryId, EntryId], float] = {}
    for (i, service), n in flows.items():
        key = stated[i][0].unit, service
        summed[key] = summed.get(key, 0.0) + n
    return tuple((u, s, n) for (u, s), n in sorted(summed.items(), key=lambda item: (-item[1], item[0])))
