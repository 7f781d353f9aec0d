"""What coverage has to say, in the tone of the house: topics and places first."""

from __future__ import annotations

from graph.analysis.coverage.bottleneck import Bottleneck
from graph.analysis.coverage.further import Further
from graph.analysis.coverage.places import HANDFUL, Evenness, Siting
from graph.analysis.coverage.reaching import Gap, Reaching
from graph.analysis.coverage.states import Cell
from graph.analysis.finding import LANGUAGE, Finding
from graph.model.changes import EntryId

EVEN = 0.005
"""Inequality (Gini) below which areas are served alike."""


def of_gap(gap: Gap) -> Finding:
    """Who is not reached where, and why."""
    people = gap.people
    return Finding(
        code=f"coverage.gap.{gap.cause}",
        entries={"topic": gap.topic, "unit": people.unit},
        codes={"status": ("statuses", people.status), "language": (LANGUAGE, people.language)},
        people={"persons": gap.persons},
    )


def of_reaching(found: Reaching) -> Finding:
    """How many of those who need it a topic reaches, and the cause that weighs most; not knowing is no cause."""
    cascade = found.cascade
    cause = max(cascade.causes, key=lambda stage: cascade.causes[stage]) if cascade.gap else ""
    if cause == "available" and found.unknown_cause >= cascade.causes[cause] / 2:
        cause = "unknown.all" if found.unknown >= cascade.persons - 0.5 else "unknown"
    return Finding(
        code=f"coverage.reaching.{cause}" if cause else "coverage.reaching",
        entries={"topic": found.topic},
        people={
            "persons": cascade.persons,
            "reached": cascade.left[-1],
            "lost": found.unknown if cause.startswith("unknown") else cascade.causes.get(cause, 0.0),
        },
    )


def of_cell(topic: EntryId, unit: EntryId, cell: Cell) -> Finding:
    """What is known of a topic in a unit."""
    code = "beyond" if cell.only_beyond else "partly" if cell.partly else cell.state
    return Finding(
        code=f"coverage.cell.{code}",
        entries={"topic": topic, "unit": unit},
        values={"services": len(cell.services)},
    )


def of_bottleneck(topic: EntryId, found: Bottleneck) -> Finding:
    """Who can only go where everything is full."""
    return Finding(
        code="coverage.bottleneck",
        entries={"topic": topic},
        values={"places": round(found.places)},
        people={"persons": found.people, "short": found.people - found.places},
    )


def of_evenness(topic: EntryId, found: Evenness) -> Finding:
    """How evenly areas are reached; the inequality is named beside the worst served area and group, never alone."""
    if found.reached < HANDFUL or not percent(max(found.shares.values())):
        return Finding(
            code=f"coverage.even.{'hardly' if any(found.shares.values()) else 'nobody'}", entries={"topic": topic}
        )
    least, group = percent(found.least), found.group if _behind(found) else None
    tied = sum(percent(share) == least for share in found.shares.values())
    uneven = f"uneven{'.tied' if tied > 1 else ''}"
    return Finding(
        code=f"coverage.{'even' if found.gini < EVEN else uneven}{'.group' if group else ''}",
        entries={"topic": topic, "unit": found.worst},
        values={"share": least, "tied": tied, "gini": round(found.gini, 2), "hoover": round(100 * found.hoover)}
        | ({"group_share": percent(found.group_share)} if group else {}),
        codes={"status": ("statuses", group[0]), "language": (LANGUAGE, group[1])} if group else {},
    )


def of_siting(topic: EntryId, found: Siting) -> Finding:
    """Where one place more gains most."""
    return Finding(
        code="coverage.siting",
        entries={"topic": topic, "unit": found.steps[0].site},
        people={"gain": found.steps[0].gain, "persons": found.persons},
    )


def of_further(topic: EntryId, found: Further) -> Finding:
    """How many places more would do for everyone, and how far they would be."""
    code = f"coverage.further{'.one' if found.fewest == 1 else ''}"
    values: dict[str, object] = {"fewest": found.fewest, "number": found.number}
    if found.mean is None or found.longest is None:
        return Finding(code=f"{code}.plain", entries={"topic": topic}, values=values)
    mean, longest = round(found.mean), round(found.longest)
    if longest < 2 or mean < 2:
        ending = "there" if longest == 0 else "near" if longest < 2 else "mostly"
        return Finding(code=f"{code}.{ending}", entries={"topic": topic}, values=values | {"longest": longest})
    return Finding(code=code, entries={"topic": topic}, values=values | {"mean": mean, "longest": longest})


def _behind(found: Evenness) -> bool:
    """Whether the least served group is served less than somebody: with all alike there is no least one."""
    others = found.least if found.gini < EVEN else max(found.shares.values())
    return percent(found.group_share) < percent(others)


def percent(share: float) -> int:
    """Per cent to 5, in sentences and tables alike: the model is no finer."""
    return int(share * 20 + 0.5) * 5
