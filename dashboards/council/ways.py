"""How people get there: stations, single organisations, confirmed links, waits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dashboards.council.section import Section
from dashboards.council.words import Words
from graph.analysis.planning.surge import begun, ranged

Data = Mapping[str, Any]


def journeys(words: Words, found: Sequence[Data]) -> Section:
    """Stations per bundle of services."""
    known = [one for one in found if one["steps"]]
    if not known:
        return words.section("journeys", finding=words.say("council.journeys.none"), ready=False)
    broken = sum(bool(one["missing"]) for one in known)
    means = {key: round(sum(one[key] for one in known) / len(known)) for key in ("stations", "fewest")}
    code = "council.journeys.broken" if broken else "council.journeys.whole"
    return words.section(
        "journeys",
        finding=words.say(code, journeys=len(known), broken=broken, **means),
        head=words.heads("journey", "steps", "stations", "fewest", "missing"),
        rows=tuple(_journey(words, one) for one in sorted(known, key=lambda one: -len(one["missing"]))),
        open=5,
        method=words.say("council.method.journeys"),
    )


def _journey(words: Words, one: Data) -> tuple[str, ...]:
    numbers = (str(one[key]) for key in ("steps", "stations", "fewest"))
    return words.name(one["journey"]), *numbers, "; ".join(_step(words, one, step) for step in one["missing"]) or "–"


def _step(words: Words, one: Data, step: str) -> str:
    """A step that people do not get to; where no service is known, that is all that is said."""
    name = words.name(step)
    return words.say("council.journeys.unknown", step=name) if step in one.get("unknown", ()) else name


def hanging(words: Words, topics: Sequence[str]) -> Section:
    """Topics that one organisation alone offers; which one is not said."""
    code = "none" if not topics else "one" if len(topics) == 1 else "finding"
    return words.section(
        "hanging",
        finding=words.say(f"council.hanging.{code}", topics=len(topics)),
        notes=(words.names(topics, most=13, between="; "),) if topics else (),
        method=words.say("council.method.hanging"),
    )


def confirmation(words: Words, found: Data) -> Section:
    """How many links both sides stand by."""
    total = sum(found.values())
    if not total:
        return words.section("confirmation", finding=words.say("council.confirmation.none"), ready=False)
    return words.section(
        "confirmation",
        finding=words.say("council.confirmation", both=words.number(found["both"]), total=words.number(total)),
        head=words.heads("sides", "links", "percent"),
        rows=tuple(
            (words.say(f"council.sides.{side}"), words.number(found[side]), words.percent(found[side], total))
            for side in ("both", "one", "none")
        ),
        method=words.say("council.method.confirmation"),
    )


def waits(words: Words, found: Sequence[Data], arrivals: Sequence[Data] = ()) -> Section:
    """Where people wait longest, how long working that off would take, and the day on which many arrive."""
    notes = tuple(_arrival(words, one) for one in arrivals)
    if not found:
        return words.section("waits", finding=words.say("council.waits.none"), notes=notes, ready=False)
    queue = next((one for one in found if one["clears"]), None)
    code = "untold" if queue is None else "finding" if queue is found[0] else "other"
    other = {"other": words.where(queue["topics"], queue["places"])} if queue else {}
    return words.section(
        "waits",
        finding=words.say(
            f"council.waits.{code}",
            topics=words.where(found[0]["topics"], found[0]["places"]),
            weeks=words.number(round(found[0]["weeks"])),
            day=words.day(found[0]["told_on"]),
            cleared=words.lasting(queue["clears"]) if queue else "",
            **other,
        ),
        notes=notes,
        head=words.heads("about", "weeks", "told", "clears"),
        rows=tuple(_wait(words, one) for one in found),
        open=3,
        method=words.say("council.method.waits"),
    )


def _arrival(words: Words, one: Data) -> str:
    """Begun days count whole."""
    least, most = map(begun, one["days"])
    topic = words.where([one["topic"]], one["places"])
    numbers = {"persons": words.number(one["persons"]), "a_day": words.number(one["a_day"])}
    numbers |= {"least": words.number(least), "most": words.number(most)}
    return words.say(ranged("council.arrivals", least, most), topic=topic, **numbers)


def _wait(words: Words, one: Data) -> tuple[str, ...]:
    weeks = words.number(round(one["weeks"]))
    cleared = words.lasting(one["clears"]) if one["clears"] else "–"
    return words.where(one["topics"], one["places"]), weeks, words.day(one["told_on"]), cleared
