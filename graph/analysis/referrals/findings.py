"""What ways have to say. Actors are named for coordinators and for the actors themselves; others read topics."""

from __future__ import annotations

from dataclasses import replace

from graph.analysis.finding import Finding
from graph.analysis.referrals.arcs import Arc
from graph.analysis.referrals.bundles import OneStop
from graph.analysis.referrals.follow_ons import FollowOn
from graph.analysis.referrals.journeys import Course, Stage
from graph.analysis.referrals.passing import Passing
from graph.analysis.referrals.topics import TopicWays
from graph.analysis.referrals.traps import Trapped
from graph.model.changes import EntryId

FEW = 3
"""Places named in one sentence."""


def of_ways(ways: TopicWays) -> Finding:
    """How many entry points lead to a topic, and over how many hands; no way has a step where they offer it."""
    starts, lost = len(ways.steps), len(ways.unreached)
    code = "none" if not ways.providers else "all" if not lost else "nobody" if lost == starts else "some"
    code += ".here" if ways.mean_steps == 0 else ""
    return Finding(
        code=f"referrals.ways.{code}",
        entries={"topic": ways.topic},
        values={"starts": starts, "reaching": starts - lost, "lost": lost, "steps": _one_digit(ways.mean_steps)},
    )


def of_trap(topic: EntryId, trap: Trapped[EntryId]) -> Finding:
    """Where a follow-on is missing; for coordinators."""
    return Finding(code=f"referrals.trap.{trap.trap}", entries={"topic": topic, "actors": trap.actors})


def of_single(topic: EntryId, actor: EntryId) -> Finding:
    """Whom nobody gets around on the way to a topic; for coordinators."""
    return Finding(code="referrals.single", entries={"topic": topic, "actor": actor})


def of_trap_at(topic: EntryId, trap: Trapped[EntryId], places: tuple[EntryId, ...]) -> Finding:
    """Where a follow-on is missing, by its place; for everyone. Of many places the first `FEW`, and how many more."""
    number, more = len(trap.actors), len(places) - FEW
    several = ".several" if trap.trap == "leads_only_to_trap" and number > 1 else ""
    found = _at(f"referrals.trap_at.{trap.trap}{several}", places[:FEW], topic, number)
    if more <= 0:
        return found
    code = f"referrals.trap_at.{trap.trap}.spread{'.one' if more == 1 else ''}"
    return replace(found, code=code, values={"number": number, "more": more})


def of_rests(ways: TopicWays) -> list[Finding]:
    """What all ways to a topic rest on, beside those in between; for coordinators."""
    topic, found = ways.topic, of_rests_at(ways)
    actors = {"referrals.rests.one_house": ways.houses, "referrals.rests.coming": ways.coming}
    named = {code: {"topic": topic, "actor": some[0]} for code, some in actors.items() if some}
    return [
        replace(each, code=f"{each.code}.named", entries=named[each.code]) if each.code in named else each
        for each in found
        if each.code != "referrals.singles"
    ] + [of_single(topic, actor) for actor in ways.only_by]


def of_rests_at(ways: TopicWays) -> list[Finding]:
    """The same without names; for everyone."""
    about = {"topic": ways.topic}
    found = [Finding(code=f"referrals.rests.{ways.rests}", entries=about)] if ways.rests in _RESTS else []
    if ways.rests == "no_way" and len(ways.houses) == 1:
        found.append(Finding(code="referrals.rests.one_house", entries=about))
    if len(ways.coming) == 1 and len(ways.houses) > 1:
        found.append(Finding(code="referrals.rests.coming", entries=about))
    return found + ([of_singles(ways.topic, len(ways.only_by))] if ways.only_by else [])


def of_ring(topic: EntryId, actors: tuple[EntryId, ...]) -> Finding:
    """Who refers for a topic round in a circle; for coordinators."""
    return Finding(code="referrals.ring", entries={"topic": topic, "actors": actors})


def of_ring_at(topic: EntryId, number: int, places: tuple[EntryId, ...]) -> Finding:
    """That a topic has such a circle, by its place; for everyone."""
    return _at("referrals.ring_at", places, topic, number)


def of_singles(topic: EntryId, number: int) -> Finding:
    """How many actors nobody gets around on the way to a topic; for everyone."""
    return Finding(code="referrals.singles", entries={"topic": topic}, values={"number": number})


def of_end(trap: Trapped[EntryId], senders: int) -> Finding:
    """Where every way ends, whatever the topic; for coordinators."""
    return Finding(code=f"referrals.end.{trap.trap}", entries={"actors": trap.actors}, values={"senders": senders})


def of_end_at(trap: Trapped[EntryId], senders: int, places: tuple[EntryId, ...]) -> Finding:
    """The same by its place; for everyone."""
    found = _at(f"referrals.end_at.{trap.trap}", places, None, len(trap.actors))
    return replace(found, values={**found.values, "senders": senders})


def of_follow_on(found: FollowOn) -> Finding:
    """What usually follows and does not here; for coordinators."""
    at = of_follow_on_at(found)
    return replace(at, code="referrals.follow_on", entries={**at.entries, "actor": found.provider})


def of_follow_on_at(found: FollowOn) -> Finding:
    """The same by its places; for everyone."""
    return Finding(
        code="referrals.follow_on_at",
        entries={"topic": found.topic, "then": found.then, "places": found.places},
        values={"leading": found.leading, "providers": found.providers},
    )


def of_unled(actors: tuple[EntryId, ...]) -> Finding:
    """To whom no entry point leads; for coordinators."""
    return Finding(code="referrals.unled", entries={"actors": actors}, values={"number": len(actors)})


def of_unled_at(number: int, places: tuple[EntryId, ...]) -> Finding:
    """How many they are, and where they sit; for everyone."""
    return _at("referrals.unled_at", places, None, number)


def of_unsure(ways: TopicWays) -> Finding:
    """From which entry points the best way has an unconfirmed step; for coordinators."""
    at = of_unsure_at(ways, ())
    return replace(at, code="referrals.unsure", entries={**at.entries, "actors": ways.unsure})


def of_unsure_at(ways: TopicWays, places: tuple[EntryId, ...]) -> Finding:
    """From how many, and where they are; for everyone."""
    found = _at("referrals.unsure_at", places, ways.topic, len(ways.unsure))
    return replace(found, values={**found.values, "reaching": len(ways.steps) - len(ways.unreached)})


def of_stop(stop: OneStop[EntryId], steps: int) -> Finding:
    """Behind how many doors everything can be had."""
    return Finding(
        code=f"referrals.stop.{stop.grade}",
        values={"steps": steps, "actors": len(stop.actors), "houses": stop.houses},
    )


def of_passing(passed: Passing) -> Finding:
    """How many arrive, as a range of a model; of equal ends one number is said."""
    low, high = (int(value / 5 + 0.5) * 5 for value in passed.arriving)
    fewest, most = (round(value, 1) for value in passed.handovers)
    return Finding(
        code=f"referrals.passing{'' if low < high else '.same'}{'' if fewest < most else '.even'}",
        entries={"topic": passed.topic},
        values={
            "low": low,
            "high": high,
            "fewest": fewest,
            "most": most,
            "shortest": round(passed.shortest, 1),
            "links": passed.links,
        },
    )


def of_stage(stage: Stage, first: bool = False) -> Finding:
    """What a step of a journey meets here; `first`: people begin with it."""
    unconfirmed = len(stage.way.unconfirmed) if stage.way else 0
    steps = stage.way.steps if stage.way else 0
    code: str = stage.state
    if code == "reached":
        code = ("first" if first else "same") if not steps else "open" if unconfirmed else "reached"
    code += ".one" if steps == 1 else ".all" if code == "open" and unconfirmed == steps else ""
    return Finding(
        code=f"referrals.stage.{code}",
        entries={"step": stage.step},
        values={"steps": steps, "unconfirmed": unconfirmed, "providers": len(stage.providers)},
    )


def of_course(course: Course) -> Finding:
    """Whether a journey leads through, and how often people are sent on."""
    broken = course.broken
    return Finding(
        code=f"referrals.course.{_course(course)}",
        entries={"journey": course.journey, "step": broken[0].step if broken else course.journey},
        values={
            "steps": len(course.stages),
            "broken": len(broken),
            "unknown": sum(stage.state == "no_service" for stage in broken),
            "in_order": course.in_order,
            "handovers": course.walk.handovers if course.walk else "–",
            "stations": course.walk.different if course.walk else "–",
            "fewest": len(course.fewest) if course.fewest else "–",
        },
    )


def of_task(arc: Arc) -> Finding | None:
    """What is to be asked about a link that not both sides confirm; None when both do."""
    if arc.sides == 2:
        return None
    code = "receiver" if arc.sender_confirms else "sender" if arc.receiver_confirms else "both"
    return Finding(code=f"referrals.task.{code}", entries={"sender": arc.sender, "receiver": arc.receiver})


def _course(course: Course) -> str:
    """A journey of more steps than are counted has no walk, one without steps nothing to say."""
    broken = [stage.state for stage in course.broken]
    if broken:
        known = [state for state in broken if state != "no_service"]
        code = "unknown" if not known else "broken" if len(known) == len(broken) else "broken.partly"
        return f"{code}.one" if len(broken) == 1 else code
    if not course.stages:
        return "empty"
    if course.walk is None:
        return "whole.plain"
    sooner = ".sooner" if course.in_order > course.walk.handovers else ""
    return f"whole{sooner}" if course.walk.handovers else "whole.here"


_RESTS = ("no_way", "one_house", "several")
"""Whoever is in between is told one by one."""


def _at(code: str, places: tuple[EntryId, ...], topic: EntryId | None, number: int) -> Finding:
    """Said of places; where none is known, without."""
    entries: dict[str, EntryId | tuple[EntryId, ...]] = {"topic": topic} if topic else {}
    if places:
        return Finding(code=code, entries={**entries, "places": places}, values={"number": number})
    return Finding(code=f"{code}.nowhere", entries=entries, values={"number": number})


def _one_digit(value: float | None) -> float | str:
    return "–" if value is None else round(value, 1)
