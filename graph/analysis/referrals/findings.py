"""What ways have to say. Actors are named for coordinators and for the actors themselves; others read topics."""

from __future__ import annotations

from graph.analysis.finding import Finding
from graph.analysis.referrals.arcs import Arc
from graph.analysis.referrals.journeys import Course, Stage
from graph.analysis.referrals.topics import TopicWays
from graph.analysis.referrals.traps import Trapped
from graph.model.changes import EntryId


def of_ways(ways: TopicWays) -> Finding:
    """How many entry points lead to a topic, and over how many hands."""
    starts, lost = len(ways.steps), len(ways.unreached)
    code = "none" if not ways.providers else "all" if not lost else "nobody" if lost == starts else "some"
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


def of_stage(stage: Stage) -> Finding:
    """What a step of a journey meets here."""
    unconfirmed = len(stage.way.unconfirmed) if stage.way else 0
    steps = stage.way.steps if stage.way else 0
    code = stage.state if stage.state != "reached" else "same" if not steps else "open" if unconfirmed else "reached"
    return Finding(
        code=f"referrals.stage.{code}",
        entries={"step": stage.step},
        values={"steps": steps, "unconfirmed": unconfirmed, "providers": len(stage.providers)},
    )


def of_course(course: Course) -> Finding:
    """Whether a journey leads through, and how often people are sent on."""
    broken = course.broken
    code = "broken" if broken else "whole"
    return Finding(
        code=f"referrals.course.{code}",
        entries={"journey": course.journey, "step": broken[0].step if broken else course.journey},
        values={
            "steps": len(course.stages),
            "broken": len(broken),
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


def _one_digit(value: float | None) -> float | str:
    return "–" if value is None else round(value, 1)
