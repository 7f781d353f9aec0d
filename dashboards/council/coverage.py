"""Who is there, who is reached, where the others are lost."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dashboards.council.section import Section
from dashboards.council.words import Words
from dashboards.waterfall import waterfall
from graph.analysis.coverage.cascade import Cascade
from graph.analysis.finding import LANGUAGE, rounded
from graph.model.sentences import say

Data = Mapping[str, Any]


def people(words: Words, found: Data | None) -> Section:
    """How many people belong to the target groups, by municipality."""
    if found is None or not found["units"]:
        code = "unpublished" if found is None else "none"
        return words.section("people", finding=words.say(f"council.people.{code}"), ready=False)
    day = words.day(found["counted"][-1]) if found["counted"] else "–"
    every = found["all"]
    said = "hidden" if every is None else "finding"
    return words.section(
        "people",
        finding=words.say(f"council.people.{said}", persons=words.number(rounded(every or 0)), day=day),
        head=words.heads("unit", "persons"),
        rows=tuple((words.name(unit), shown_count(words, n)) for unit, n in _largest(found["units"])),
        open=11,
        method=words.say("council.method.people"),
    )


def shown_count(words: Words, persons: int | None) -> str:
    """A published count: rounded, or hidden."""
    return words.say("council.hidden") if persons is None else words.number(persons)


def left_out(words: Words, people: Data | None) -> tuple[str, ...]:
    """That hidden counts are in no result, where there are any: results are smaller than life."""
    hidden = sum(cell[4] is None for cell in people["cells"]) if people else 0
    return (without(hidden, words.lang),) if hidden else ()


def without(hidden: int, lang: str) -> str:
    """The same for so many hidden counts; "" for none."""
    return say(f"council.without.{'one' if hidden == 1 else 'some'}", lang, hidden=hidden) if hidden else ""


def reach(words: Words, found: Data, people: Data | None = None) -> Section:
    """How much of the need is met, topic by topic. `people`: published counts, to say how many are not in it."""
    if not found["needs"]:
        return words.section("reach", finding=words.say("council.reach.none"), ready=False)
    percent = round(100 * found["met"] / found["needs"])
    return words.section(
        "reach",
        finding=words.say(
            "council.reach.finding",
            met=words.people(found["met"]),
            needs=words.people(found["needs"]),
            percent=percent,
        ),
        notes=left_out(words, people),
        head=words.heads("topic", "needs", "met", "percent"),
        rows=tuple(
            (words.name(topic), words.bare(needs), words.bare(met), words.percent(met, needs))
            for topic, needs, met in found["topics"]
        ),
        open=8,
        method=words.say("council.method.reach"),
    )


def cascade(words: Words, found: Data) -> Section:
    """The stages on the way of all topics together, as a waterfall."""
    if not found["needs"]:
        return words.section("cascade", finding=words.say("council.reach.none"), ready=False)
    causes = found["causes"]
    worst = max(causes, key=lambda stage: causes[stage])
    lost, unheard = causes[worst], found.get("unknown", (0.0, 0.0))
    if worst == "available" and unheard[1] >= lost / 2:
        worst, lost = "unknown", unheard[0]
    finding = words.say(f"council.cascade.{worst if lost >= 1 else 'none'}", lost=words.people(lost))
    whole = Cascade(
        stages=tuple(found["stages"]), persons=found["needs"], left=tuple(found["left"]), causes=dict(causes)
    )
    chart = waterfall(
        whole, words.say("council.title.cascade"), finding, words.on, words.lang, (unheard[0], unheard[1]), "cases"
    )
    unknown, topics = found["unknown_room"], len(found["topics"])
    note = words.say("council.cascade.room", unknown=unknown, topics=topics)
    return words.section(
        "cascade",
        finding=finding,
        notes=(note,) if unknown else (),
        head=chart.head,
        rows=tuple(tuple(_cell(words, cell) for cell in row) for row in chart.rows),
        method=words.say(chart.method),
        drawing=chart.as_json,
    )


def gaps(words: Words, found: Data) -> Section:
    """The three largest gaps: place, group, topic."""
    if not found["reach"]["needs"]:
        return words.section("gaps", finding=words.say("council.reach.none"), ready=False)
    if not found["gaps"]:
        return words.section("gaps", finding=words.say("council.gaps.none"))
    first = found["gaps"][0]
    topic, unit = words.name(first["entries"]["topic"]), words.name(first["entries"]["unit"])
    labels = {key: words.code(list_, code) for key, (list_, code) in first["codes"].items()}
    persons = words.people(first["people"]["persons"])
    return words.section(
        "gaps",
        finding=words.say(first["code"], topic=topic, unit=unit, persons=persons, **labels),
        head=words.heads("place", "topic", "group", "persons", "cause"),
        rows=tuple(_gap(words, gap) for gap in found["gaps"]),
        method=words.say("council.method.gaps"),
    )


def _gap(words: Words, gap: Data) -> tuple[str, ...]:
    codes = gap["codes"]
    group = [words.code("statuses", codes["status"][1]), words.code(LANGUAGE, codes["language"][1])]
    return (
        words.name(gap["entries"]["unit"]),
        words.name(gap["entries"]["topic"]),
        ", ".join(group),
        words.bare(gap["people"]["persons"]),
        words.say(f"dashboards.stage.{gap['code'].rpartition('.')[2]}"),
    )


def _largest(totals: list[tuple[str, int | None]]) -> list[tuple[str, int | None]]:
    return sorted(totals, key=lambda pair: (pair[1] is None, -(pair[1] or 0), pair[0]))


def _cell(words: Words, cell: str | float) -> str:
    return cell if isinstance(cell, str) and not cell.isdecimal() else words.number(float(cell)) if cell != "" else ""
