"""What the report says of coverage, and of each topic from close by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from graph.analysis.council.plain import Data, plain
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.basis import readiness
from graph.analysis.coverage.bottleneck import Bottleneck, bottleneck
from graph.analysis.coverage.findings import of_bottleneck, of_evenness, of_further, of_gap, of_reaching, of_siting
from graph.analysis.coverage.further import further
from graph.analysis.coverage.need import counted_areas
from graph.analysis.coverage.places import Siting, access, evenness, need_by_unit, siting, within_reach
from graph.analysis.coverage.question import Asked, question_of
from graph.analysis.coverage.reaching import Gap, Reaching, reached_by
from graph.analysis.coverage.supply import asks_language
from graph.analysis.coverage.travel import THRESHOLDS
from graph.analysis.readiness import Readiness
from graph.model.changes import EntryId
from graph.model.fields import Audience
from graph.network import Network

GAPS = 200
"""Largest gaps of all topics that are kept."""
OF_TOPIC = 20
"""Largest gaps of one topic."""


def coverage_part(network: Network, on: date, assumed: Assumptions, reached: Sequence[Reaching]) -> Data:
    """`coverage` in short (a line a topic), `gaps` of all topics, `topics`: each that somebody needs, from close by.

    `unheard`: people of whom nobody knows whether they lack something; they are in no gap.

    Complexity: five more flows a topic than `reaching`, and what `access` and `siting` take.
    """
    gaps = sorted(_told_as_one(gap for r in reached for gap in r.gaps), key=lambda g: -g.persons)
    known, unheard = _apart(gaps)
    reach = within_reach(network, assumed) if reached else {}
    return {
        "coverage": [in_short(r) for r in reached],
        "gaps": [plain(of_gap(gap)) for gap in known[:GAPS]],
        "unheard": [plain(of_gap(gap)) for gap in unheard[:GAPS]],
        "topics": {r.topic: in_short(r) | from_close_by(network, on, assumed, r, reach) for r in reached},
    }


def in_short(found: Reaching) -> Data:
    """A topic's cascade with its basis."""
    cascade = found.cascade
    return {
        "topic": found.topic,
        "stages": list(cascade.stages),
        "persons": cascade.persons,
        "left": list(cascade.left),
        "causes": dict(cascade.causes),
        "known": found.room.known,
        "services": found.room.total,
        "ready": found.room.enough,
        "usual": found.usual,
        "silent": len(found.silent),
        "unknown": [found.unknown, found.unknown_cause],
        "closed": [[r.what, plain(r.finding)] for r in found.closed],
        "finding": plain(of_reaching(found)),
        "basis": plain(found.room.finding),
    }


def from_close_by(
    network: Network,
    on: date,
    assumed: Assumptions,
    found: Reaching,
    reach: Mapping[EntryId, Sequence[EntryId]],
) -> Data:
    """Everything a topic's own page shows beside its cascade, as plain data."""
    question = question_of(network, found.topic, on, assumed)
    assert question is not None  # somebody needs it: it has a Reaching
    even = evenness(question, found.gaps)
    known, unheard = _apart(found.gaps)
    counted = network.memo(counted_areas, assumed.ready)
    closed = [*found.closed, *([] if counted.enough else [counted])]
    return {
        "closed": [[r.what, plain(r.finding)] for r in closed],
        "gaps_of_topic": [_gap(gap) for gap in known[:OF_TOPIC]],
        "gaps_more": max(0, len(known) - OF_TOPIC),
        "unheard_of_topic": [_gap(gap) for gap in unheard[:OF_TOPIC]],
        "unheard_more": max(0, len(unheard) - OF_TOPIC),
        "variants": _variants(network, question, assumed),
        "access": _access(question, assumed) if found.room.enough else {},
        "need": need_by_unit(question),
        "bottleneck": _bottleneck(network, found.topic, bottleneck(question)),
        "shares": dict(even.shares) if even else {},
        "evenness": plain(of_evenness(found.topic, even)) if even else None,
        "siting": _siting(found.topic, siting(reach, found.gaps)),
        "further": plain(of_further(found.topic, more))
        if (more := further(network, reach, found.gaps, assumed))
        else None,
        "rests_on": [plain(r.finding) for r in _readiness(network, question, on, assumed)],
        "counted": sorted({p.counted_on for p, _ in question.needs if p.counted_on}),
    }


def _variants(network: Network, question: Asked, assumed: Assumptions) -> list[Data]:
    """People reached under other assumptions, one changed at a time: no single one is right."""
    some: list[tuple[str, Any, Assumptions]] = [
        ("threshold", minutes, replace(assumed, threshold=float(minutes))) for minutes in THRESHOLDS
    ]
    if asks_language(network, question.topic):
        some += [("interpreters", said, replace(assumed, interpreters=said)) for said in (True, False)]
    some += [("beyond", said, replace(assumed, beyond=said)) for said in (True, False)]
    if "capacity" in question.stages and question.room.known < question.room.total:
        some += [("estimated", said, replace(assumed, estimated=said)) for said in (True, False)]
    return [{"what": what, "value": value, "reached": reached_by(question.under(other))} for what, value, other in some]


def _access(question: Asked, assumed: Assumptions) -> Data:
    """Minutes → area → places per 100 people who need it."""
    return {
        str(minutes): {unit: 100 * value for unit, value in access(question, assumed, minutes).access.items()}
        for minutes in THRESHOLDS
    }


def _bottleneck(network: Network, topic: EntryId, found: Bottleneck | None) -> Data | None:
    if found is None:
        return None
    named = network.audience is Audience.COORDINATION  # elsewhere it is told by topic and place alone
    return {
        "finding": plain(of_bottleneck(topic, found)),
        "people": found.people,
        "places": found.places,
        "full": list(found.full) if named else [],
        "groups": [[p.unit, p.status, p.language, n] for p, n in found.groups[:OF_TOPIC]],
    }


def _siting(topic: EntryId, found: Siting | None) -> Data | None:
    if found is None:
        return None
    return {
        "finding": plain(of_siting(topic, found)),
        "steps": [[step.site, step.gain, step.reached] for step in found.steps],
        "best": list(found.best),
        "persons": found.persons,
    }


def _readiness(network: Network, question: Asked, on: date, assumed: Assumptions) -> list[Readiness]:
    """How much is known of what each stage rests on."""
    known = question.known
    served = sum(bool(one.areas) for one in known)
    areas = Readiness(kind="service", what="areas", known=served, total=len(known), threshold=assumed.ready)
    return [network.memo(counted_areas, assumed.ready), areas, *readiness(network, on, known, assumed)]


def _told_as_one(gaps: Iterable[Gap]) -> list[Gap]:
    """Gaps whose sentences would say the same, as one: a sentence names no target group."""
    found: dict[tuple[str, ...], Gap] = {}
    for gap in gaps:
        people = gap.people
        key = (gap.topic, people.unit, people.status, people.language, gap.cause)
        before = found[key].persons if key in found else 0.0
        found[key] = replace(gap, people=replace(people, group=""), persons=before + gap.persons)
    return list(found.values())


def _apart(gaps: Iterable[Gap]) -> tuple[list[Gap], list[Gap]]:
    """Gaps, and where nothing is known: not knowing is no gap."""
    every = list(gaps)
    return [g for g in every if g.cause != "unknown"], [g for g in every if g.cause == "unknown"]


def _gap(gap: Gap) -> Data:
    people = gap.people
    return {
        "unit": people.unit,
        "status": people.status,
        "language": people.language,
        "group": people.group,
        "persons": gap.persons,
        "cause": gap.cause,
    }
