"""The way for one case: a form, and the answer with the numbers to call. Live from memory; nothing of it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.analysis.coverage.supply import Supply, asks_language
from graph.analysis.referrals.arcs import Arc
from graph.analysis.referrals.cases import Case, case
from graph.analysis.referrals.topics import entry_points
from graph.model.changes import EntryId
from graph.model.codes import HEADINGS, REFERRAL_KINDS, STATUSES
from graph.model.collation import sort_key
from graph.model.values.languages import language_name
from graph.network import Network, name_of
from webapp.shown.reach import Link, phone_links
from webapp.texts import day, label
from webapp.visit import Visit

INTERPRETING = "topic-interpreting"
"""The topic of the starting list by which people who interpret are found."""
MOST_DIRECT = 6
"""Services named where no referral leads to any."""


class Station(NamedTuple):
    """One actor on the way. `by`: the kind of referral by which one comes here; `sides`: who confirms it."""

    url: str
    name: str
    where: str
    phones: list[Link]
    services: list[tuple[str, str, str]]
    by: str
    sides: int
    waiting: str


def case_context(here: Visit, args: Mapping[str, str]) -> dict[str, Any]:
    """Shapes of `ways/find.html`."""
    wish = _wish(here, args)
    found = None
    if wish["topic"]:
        topic = EntryId(wish["topic"])
        asked = {name: wish[name] for name in ("start", "status", "language")}
        step = here.network.entry(wish["step"]) if wish["step"] else None
        found = case(here.network, topic, here.today, **asked, step=step)  # not kept: anybody may ask for anything
    told = wish["language"] if found and asks_language(here.network, wish["topic"]) else ""
    return {
        "wish": wish,
        "starts": [("", here._("die nächste Anlaufstelle")), *_offered_starts(here, wish["start"])],
        "topics": [("", here._("Bitte wählen")), *here.network.memo_of("topic", _topics, here.lang)],
        "statuses": [("", here._("gleich welcher"))]
        + [(code, label(pair, here.lang)) for code, pair in STATUSES.items()],
        "languages": [("", here._("gleich welche")), *here.network.memo(_languages, here.lang)],
        "answer": found,
        "topic_name": name_of(here.network, wish["topic"], here.lang) if wish["topic"] else "",
        "language_name": language_name(wish["language"], here.lang) if wish["language"] else "",
        "stations": _stations(here, found, told) if found and found.way else [],
        "direct": _direct(here, found, told) if found and not found.way else [],
        **_of_step(here, wish["step"]),
        "interpreting": f"/{here.lang}/search?topic={INTERPRETING}" if INTERPRETING in here.network else "",
        "search_topic": f"/{here.lang}/search?topic={wish['topic']}" if wish["topic"] else "",
    }


def _wish(here: Visit, args: Mapping[str, str]) -> dict[str, str]:
    """What is asked for; what names nothing here is dropped. A step of a journey stands for its topic."""
    step = here.network.find(args.get("step", ""))
    of_step = step.fields.get("topic", "") if step is not None and step.kind == "step" else ""
    topic, start = here.network.find(of_step or args.get("topic", "")), here.network.find(args.get("start", ""))
    status, language = args.get("status", ""), args.get("language", "")
    return {
        "topic": topic.id if topic is not None and topic.kind == "topic" else "",
        "step": step.id if step is not None and of_step else "",
        "start": start.id if start is not None and start.kind == "actor" else "",
        "status": status if status in STATUSES else "",
        "language": language if language in dict(here.network.memo(_languages, here.lang)) else "",
    }


def _of_step(here: Visit, id: str) -> dict[str, Any]:
    """What a journey's step is called, and its journey's page."""
    if not id:
        return {}
    fields = here.network.entry(id).fields
    journey = fields["journey"]
    link = f"/{here.lang}/ways/journey/{journey}", name_of(here.network, journey, here.lang)
    return {"step_name": fields["name"], "journey": link}


def _stations(here: Visit, found: Case, language: str) -> list[Station]:
    assert found.way is not None
    first = _station(here, found.way.start, None, found.services if not found.way.arcs else (), language)
    rest = [
        _station(here, arc.receiver, arc, found.services if arc is found.way.arcs[-1] else (), language)
        for arc in found.way.arcs
    ]
    return [first, *rest]


def _direct(here: Visit, found: Case, language: str) -> list[Station]:
    """Who could be called where nobody refers to them."""
    providers: dict[EntryId, list[Supply]] = {}
    for one in found.services:
        providers.setdefault(one.provider, []).append(one)
    return [_station(here, id, None, services, language) for id, services in list(providers.items())[:MOST_DIRECT]]


def _station(
    here: Visit, id: EntryId, arc: Arc | None, services: tuple[Supply, ...] | list[Supply], language: str
) -> Station:
    network, lang = here.network, here.lang
    fields = network.entry(id).fields
    area = network.find((fields.get("areas") or [""])[0])
    return Station(
        url=f"/{lang}/actor/{id}",
        name=fields["name"],
        where=name_of(network, area.id, lang) if area else "",
        phones=_phones(network, id, arc, services, lang),
        services=[_service(here, one, language) for one in services],
        by=_kind(network, arc, lang),
        sides=arc.sides if arc else 2,
        waiting=_waiting(here, arc),
    )


def _phones(
    network: Network, id: EntryId, arc: Arc | None, services: tuple[Supply, ...] | list[Supply], lang: str
) -> list[Link]:
    """The numbers to call: of the service one is sent to or looks for, else of the actor."""
    told = [arc.service] if arc and arc.service else []
    for each in (*(one.service for one in services), *told, id):
        if links := phone_links(network.entry(each).fields, lang):
            return links[:2]
    return []


def _service(here: Visit, one: Supply, language: str) -> tuple[str, str, str]:
    """(address, name, what is to be asked about the language)."""
    return (
        f"/{here.lang}/service/{one.service}",
        here.network.entry(one.service).fields["name"],
        _remark(here, one, language) if language else "",
    )


def _remark(here: Visit, one: Supply, language: str) -> str:
    """How a language is spoken there. A topic that needs none has no remark on it."""
    if one.speaks(language) is None:
        return here._("Sprachen nicht angegeben, bitte nachfragen")
    if one.speaks(language):
        return "" if one.speaks(language, interpreters=False) else here._("mit Dolmetschen")
    spoken = sorted((language_name(code, here.lang) for code in one.spoken | one.interpreted), key=sort_key)
    return here._("spricht: {languages}", languages=", ".join(spoken))


def _kind(network: Network, arc: Arc | None, lang: str) -> str:
    kind = network.entry(arc.id).fields.get("kind") if arc else None
    return label(REFERRAL_KINDS[kind], lang) if kind in REFERRAL_KINDS else ""


def _waiting(here: Visit, arc: Arc | None) -> str:
    """The waiting time as the organisation states it, with its day."""
    fields = here.network.entry(arc.id).fields if arc else {}
    if fields.get("waiting_weeks") is None:
        return ""
    weeks = round(fields["waiting_weeks"])
    if not fields.get("waiting_on"):
        return here._("Wartezeit etwa {weeks} Wochen, eigene Angabe", weeks=weeks)
    stated = day(fields["waiting_on"], here.lang)
    return here._("Wartezeit etwa {weeks} Wochen, eigene Angabe vom {day}", weeks=weeks, day=stated)


def _offered_starts(here: Visit, start: str) -> list[tuple[str, str]]:
    """The entry points; an actor that the address names stands with them."""
    known = here.network.memo(_starts, here.lang)
    if not start or start in dict(known):
        return known
    return [(start, name_of(here.network, start, here.lang)), *known]


def _starts(network: Network, lang: str) -> list[tuple[str, str]]:
    found = [(str(id), name_of(network, id, lang)) for id in entry_points(network)]
    return sorted(found, key=lambda pair: sort_key(pair[1]))


def _topics(network: Network, lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    grouped: dict[str, list[tuple[str, str]]] = {}
    for topic in network.of_kind("topic").values():
        grouped.setdefault(topic.fields["heading"], []).append((topic.id, name_of(network, topic.id, lang)))
    return [
        (label(pair, lang), sorted(grouped[code], key=lambda pair: sort_key(pair[1])))
        for code, pair in HEADINGS.items()
        if code in grouped
    ]


def _languages(network: Network, lang: str) -> list[tuple[str, str]]:
    """Every language that services or the Zielgruppen vor Ort name."""
    codes = {v.split(":")[0] for s in network.of_kind("service").values() for v in s.fields.get("languages", ())}
    codes |= {
        d.fields["language"].split(":")[0] for d in network.of_kind("demand").values() if d.fields.get("language")
    }
    return sorted(((code, language_name(code, lang)) for code in codes), key=lambda pair: sort_key(pair[1]))
