"""What a comparison found, as plain data that a page can show later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from graph.analysis.council.indicators import TopicPart
from graph.analysis.council.plain import plain
from graph.analysis.coverage.findings import of_reaching
from graph.analysis.finding import Finding
from graph.analysis.planning.comparison import Comparison
from graph.analysis.planning.simulation import PEOPLE, Spread, spread
from graph.analysis.planning.surge import Desks, begun, desks_of, ranged, surge
from graph.model.changes import EntryId
from graph.network import Network
from graph.operations.moves import Move, Outcome

MOST = 60
"""Gaps and evenings kept; the largest changes come first."""
CAUSES = 12
"""Topics of which is told why they do not reach all after the plan."""
SEED = 2026


def of_comparison(found: Comparison) -> dict[str, Any]:
    """Indicators by name (before, after), of `alike` ones what can be compared, and the lists behind them."""
    before, after = found.before.values, found.after.values
    same, topics = found.alike, dict(sorted(found.topics.items(), key=_most_lost))
    return {
        "indicators": {name: [before[name], after[name]] for name in before},
        "alike": {name: list(pair) for name, pair in same.indicators.items()} if same else {},
        "ways": {topic: asdict(ways) for topic, ways in same.topics.items()} if same else {},
        "other_steps": sorted(same.journeys) if same else [],
        "topics": [[t, asdict(was), asdict(now)] for t, (was, now) in topics.items()],
        "reaching": [plain(of_reaching(found.reached[t])) for t in topics if t in found.reached][:CAUSES],
        "journeys": [[j, asdict(was), asdict(now)] for j, (was, now) in sorted(found.journeys.items())],
        "steps": [list(step) for step in found.steps],
        "gaps": [asdict(gap) for gap in found.gaps[:MOST]],
        "gaps_total": len(found.gaps),
        "dropped": [list(each) for each in found.dropped] if found.dropped else None,
    }


def of_surges(before: Network, after: Network, outcomes: Iterable[Outcome]) -> list[dict[str, Any]]:
    """Every surge of a plan: with the network as it is, and with the plan's other moves."""
    surges = [o.move for o in outcomes if o.move.what == "surge" and o.state in ("fits", "changed")]
    people = PEOPLE // max(1, len(surges))
    return [_surge(move, _desks(before, move), _desks(after, move), people) for move in surges]


def _most_lost(each: tuple[EntryId, tuple[TopicPart, TopicPart]]) -> tuple[bool, bool, float, int, EntryId]:
    """Topics that nobody offers any more come first, then those with fewer people reached or areas served, then the
    largest change."""
    topic, (was, now) = each
    people, areas = (now.reached or 0.0) - (was.reached or 0.0), now.offered - was.offered
    return not (was.offered and not now.offered), min(people, areas) >= 0, -abs(people), -abs(areas), topic


def _desks(network: Network, move: Move) -> Desks | None:
    service = network.find(str(move.values.get("service", "")))
    return desks_of(move.values, service.fields if service else None)


def _surge(move: Move, before: Desks | None, after: Desks | None, people: int) -> dict[str, Any]:
    persons = int(move.values["persons"])
    found: dict[str, Any] = {"move": move.id, "persons": persons, "before": _days(persons, before)}
    if after is None:
        return {**found, "after": None, "findings": []}
    slow, fast = (surge([persons], after.usual, capacity) for capacity in (after.least, after.most))
    findings = [_finding(persons, fast.days, slow.days)]
    found_spread = spread(persons, after, SEED, people=people) if fast.days is not None else None
    if found_spread:
        findings.append(_spread(found_spread))
    return {
        **found,
        "after": _days(persons, after),
        "busy": after.usual / after.least if after.least else None,
        "backlog": [list(slow.backlog[:MOST]), list(fast.backlog[:MOST])],
        "findings": [plain(each) for each in findings],
    }


def _days(persons: int, at: Desks | None) -> list[float | None] | None:
    """Days at best and at worst; None for never."""
    return [surge([persons], at.usual, capacity).days for capacity in (at.most, at.least)] if at else None


def _finding(persons: int, best: float | None, worst: float | None) -> Finding:
    least, most = begun(best or 0.0), begun(worst or 0.0)
    values: Mapping[str, object] = {"persons": persons, "least": least, "most": most}
    if best is None:
        return Finding(code="planning.surge.not", values=values)
    code = "planning.surge.perhaps" if worst is None else ranged("planning.surge.range", least, most)
    return Finding(code=code, values=values)


def _spread(found: Spread) -> Finding:
    low, high = begun(found.low), begun(found.high)
    code = "planning.surge.cut" if found.cut else ranged("planning.surge.spread", low, high)
    return Finding(code=code, values={"runs": found.runs, "low": low, "high": high})
