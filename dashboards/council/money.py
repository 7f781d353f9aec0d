"""What would help most and what it costs, and what ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from dashboards.council.section import Section
from dashboards.council.words import Words
from graph.analysis.council.ending import WITHIN_DAYS

Data = Mapping[str, Any]


def projects(words: Words, found: Sequence[Data]) -> Section:
    """The projects of change with most gain, their cost, own share and funder."""
    if not found:
        return words.section("projects", finding=words.say("council.projects.none"), ready=False)
    known, first = sum(bool(one["gain"]) for one in found), found[0]
    code = f"council.projects.{'finding' if known else 'unknown'}"
    return words.section(
        "projects",
        finding=words.say(code, projects=len(found), known=known, **(_gained(words, first) if known else {})),
        head=words.heads("project", "gain", "cost", "own", "each", "funder", "due"),
        rows=tuple(_project(words, one) for one in found),
        open=3,
        method=words.say("council.method.projects"),
    )


def _gained(words: Words, one: Data) -> dict[str, str]:
    return {"topic": _about(words, one, "one_topicless"), "more": _gain(words, one)}


def _about(words: Words, one: Data, topicless: str) -> str:
    """Topic and places. A project's title may name an actor, so one without topic is told by that."""
    if one["topic"]:
        return words.where([one["topic"]], one["areas"])
    return words.say(f"council.projects.{topicless}", places=words.where([], one["areas"]))


def _gain(words: Words, one: Data) -> str:
    """People of one topic; reports of an earlier version, which do not say so, counted cases."""
    return words.say(
        "council.projects.people" if one.get("people") else "council.projects.cases", n=_range(words, one["gain"])
    )


def _each(words: Words, one: Data) -> str:
    if not one["each"]:
        return "–"
    amount = _range(words, one["each"])
    return amount if one.get("people") else words.say("council.projects.a_case", n=amount)


def _range(words: Words, pair: Sequence[float]) -> str:
    least, most = map(words.number, pair)
    return words.say("council.range", least=least, most=most) if least != most else most


def _project(words: Words, one: Data) -> tuple[str, ...]:
    gain = _gain(words, one) if one["gain"] else words.say("council.projects.open")
    cost, own = _euro(words, one["cost"]), _euro(words, one["own_share"])
    return (
        _about(words, one, "topicless"),
        gain,
        cost,
        own,
        _each(words, one),
        one["funder"] or "–",
        words.day(one["due"]),
    )


def _euro(words: Words, amount: float | None) -> str:
    return "–" if amount is None else words.number(round(amount))


def ending(words: Words, found: Sequence[Data]) -> Section:
    """What ends within twelve months; first what leaves a municipality without a service."""
    if not found:
        return words.section("ending", finding=words.say("council.ending.none"))
    agreements = sum(one["kind"] == "agreement" for one in found)
    lost = {tuple(cell) for one in found for cell in one["loses"]}
    code = "covered" if not lost else "cell" if len(lost) == 1 else "cells"
    return words.section(
        "ending",
        finding=words.say(
            "council.ending.finding",
            day=words.day(words.on + timedelta(days=WITHIN_DAYS)),
            services=len(found) - agreements,
            agreements=agreements,
            first=words.day(found[0]["day"]),
            cells=words.say(f"council.ending.{code}", cells=len(lost)),
        ),
        head=words.heads("ends", "about", "what", "loses"),
        rows=tuple(_ending(words, one) for one in sorted(found, key=lambda one: (not one["loses"], one["day"]))),
        open=5,
        method=words.say("council.method.ending"),
    )


def _ending(words: Words, one: Data) -> tuple[str, ...]:
    parties = words.say("council.parties", n=one["parties"]) if one["parties"] else "–"
    about = words.where(one["topics"], one["places"]) if one["kind"] == "service" else parties
    lost = words.names(unit for _, unit in one["loses"]) or "–"
    return words.day(one["day"]), about, words.say(f"council.ends.{one['field']}"), lost
