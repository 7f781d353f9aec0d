"""What the page shows: who is responsible, their numbers, and why they are named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from graph.analysis.responsibility.answers import Reason, Responsible, responsible
from graph.model.codes import HEADINGS, STATUSES
from graph.network import Network, name_of
from graph.search.results import Wish, understood
from webapp.access import Permission
from webapp.outputs.chosen import about
from webapp.pages.outputs.menu import take_url
from webapp.pages.responsible import choices
from webapp.pages.responsible.question import Asked, address, read
from webapp.shown.duty import Reached, reached
from webapp.texts import ZONE, Translate, day, label, plural_translator, translator
from webapp.visit import Visit

MOST = 12
"""Answers shown; who gets more asks more closely."""


class Answer(NamedTuple):
    """One of them. `function` is what was asked for, `reached` who answers that day."""

    actor: tuple[str, str]
    service: tuple[str, str] | None
    function: str
    person: str
    certain: bool
    no_letters: str
    why: list[tuple[str, str]]
    reached: Reached


def context(here: Visit, args: Mapping[str, str]) -> dict[str, Any]:
    """Shapes of `responsible/page.html`."""
    network, lang, today = here.network, here.lang, here.today
    asked = read(network, args, here.now.astimezone(ZONE).replace(tzinfo=None))
    is_asked = not asked.question.is_empty
    found = network.memo(responsible, asked.question) if is_asked else ()
    answers = network.memo(answered, asked, today, lang) if found else []
    return {
        "asked": asked,
        "is_asked": is_asked,
        "topic": asked.question.topic or asked.question.heading,
        "areas": network.memo_of("area", choices.areas, lang),
        "topics": network.memo(choices.topics, lang),
        "statuses": choices.statuses(lang),
        "other_day": asked.day.isoformat() if asked.day != today or asked.time else "",
        "that_day": "" if asked.day == today else day(asked.day, lang),
        "summary": _summary(network, asked, lang),
        "headline": _headline(here, asked, len(found)),
        "sure": [each for each in answers if each.certain],
        "possible": [each for each in answers if not each.certain],
        "more": max(0, len(found) - MOST),
        "drops": [] if found or not is_asked else _drops(network, asked, today, lang),
        "search_address": f"/{lang}/search",
        "clear_url": f"/{lang}/responsible",
        "taking": _taking(here, asked) if is_asked else None,
        "may_gaps": here.may(Permission.EDIT),
    }


def answered(network: Network, asked: Asked, today: date, lang: str) -> list[Answer]:
    """The answers in words, those of a minute. Keep it by `network.memo`."""
    found = network.memo(responsible, asked.question)[:MOST]
    return [_answer(network, each, asked, today, lang) for each in found]


def _answer(network: Network, each: Responsible, asked: Asked, today: date, lang: str) -> Answer:
    _ = translator(lang)
    contact = network.find(each.contact or "")
    answer = reached(network, each.actor, each.contact, each.service, asked.day, asked.minute, today, lang)
    letters = asked.letters.capitalize()
    return Answer(
        actor=(f"/{lang}/actor/{each.actor}", name_of(network, each.actor, lang)),
        service=(f"/{lang}/service/{each.service}", name_of(network, each.service, lang)) if each.service else None,
        function=str(contact.fields["function"]) if contact else "",
        person=answer.person if each.contact == answer.id else "",
        certain=each.is_certain,
        no_letters=_("Für {letters} ist hier niemand genannt.", letters=letters) if each.no_letters else "",
        why=[(said[0], said[1]) for reason in each.reasons if (said := _why(network, each, reason, _, lang))[1]],
        reached=answer,
    )


def _why(network: Network, each: Responsible, reason: Reason, _: Translate, lang: str) -> tuple[str, str]:
    """(aspect, how it fits) of one reason; nothing to say of what is no reason."""
    by_service = _("laut Angebot")
    if reason.aspect == "letters":
        return _("Nachname"), _letters(each, reason, _)
    if reason.aspect == "status":
        text = label(STATUSES[reason.value], lang) if reason.value else _("jeder")
        return _("Status"), f"{text} ({by_service})" if reason.how == "service" else text
    name = name_of(network, reason.value, lang) if reason.value else ""
    if reason.aspect == "topic":
        told = {"contact": name, "service": f"{name} ({by_service})"}
        return _("Thema"), told.get(reason.how) or _("{topic} (laut Stelle)", topic=name)
    said = {
        "contact": name,
        "service": f"{name} ({by_service})",
        "part": _("nur für {area}", area=name),
        "home": _("nicht angegeben, Sitz in {area}", area=name),
        "unknown": _("nicht angegeben"),
    }
    return _("Gebiet"), said[reason.how]


def _letters(each: Responsible, reason: Reason, _: Translate) -> str:
    if reason.how == "part":
        return _("{letters}: bitte einen Buchstaben mehr eingeben", letters=reason.value)
    if reason.how == "unread":
        return _("„{letters}“, bitte nachfragen", letters=reason.value)
    if reason.how == "every":
        return _("alle Buchstaben") if each.contact else ""
    return reason.value if reason.how == "contact" else ""


def _summary(network: Network, asked: Asked, lang: str) -> str:
    """The question in a line: "M… · Zeitz · Geld und Leistungen"."""
    question = asked.question
    parts = [
        f"{asked.letters.capitalize()}…" if question.letters else "",
        name_of(network, question.area, lang),
        name_of(network, question.topic, lang) or (label(HEADINGS[question.heading], lang) if question.heading else ""),
        label(STATUSES[question.status], lang) if question.status else "",
        day(asked.day, lang) if asked.day else "",
    ]
    return " · ".join(part for part in parts if part)


def _headline(here: Visit, asked: Asked, count: int) -> str:
    if asked.question.is_empty:
        return ""
    if not count:
        return here._("Dafür ist niemand genannt")
    if asked.day == here.today:
        return plural_translator(here.lang)("Heute zuständig", "Heute zuständig: {n}", count)
    return here._("Zuständig am {day}", day=day(asked.day, here.lang))


def _taking(here: Visit, asked: Asked) -> tuple[str, str] | None:
    """(page, what it is) of all that a search finds for topic and area; letters and status no search knows."""
    question = asked.question
    wish = understood(here.network, Wish(topic=question.topic, heading=question.heading, area=question.area))
    return (take_url(here, wish), about(here.network, wish, here.lang)) if wish != Wish() else None


def _drops(network: Network, asked: Asked, today: date, lang: str) -> list[tuple[str, str, int]]:
    """Where nobody is named: (what to leave out, the page without it, how many are named then)."""
    _, question = translator(lang), asked.question
    ways = (
        ("name", _("ohne Buchstaben"), question.letters, replace(question, letters="")),
        ("status", _("ohne Status"), question.status, replace(question, status="")),
        ("area", _("ohne Gebiet"), question.area, replace(question, area="")),
    )
    found = [
        (text, address(lang, asked, today, **{name: ""}), len(network.memo(responsible, less)))
        for name, text, stated, less in ways
        if stated
    ]
    return [drop for drop in found if drop[2]]
