"""What the program proposes, as plain data that can be kept: whom it serves, the runner-up, and what is without it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from graph.analysis.council.plain import Data, plain
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.coverage.need import needing
from graph.analysis.coverage.question import Asked, question_of
from graph.analysis.coverage.supply import supply
from graph.analysis.finding import LANGUAGE, Finding, Named, rounded
from graph.analysis.planning.lacking import lacking_of
from graph.analysis.planning.lasting import short_lived
from graph.analysis.planning.next_languages import Languages, NextLanguage
from graph.analysis.planning.next_links import LOOKED_AT, NextLink, NextPair, next_links, next_pair, shorter_links
from graph.analysis.planning.next_places import SOMEBODY, NextPlace, best_place, largest, near_units
from graph.analysis.planning.reached_then import gain, with_language, with_links, with_room
from graph.analysis.planning.reliefs import NextRelief, Relieved, fullest, relief_of
from graph.analysis.referrals.arcs import adjacency, arcs
from graph.analysis.referrals.topics import entry_points, offering
from graph.analysis.referrals.ways import reached, shortest
from graph.model.changes import EntryId
from graph.network import Network

MOST = 5
"""Proposals of one sort that are told."""
NAMED = 3
"""Places, topics and starts that a sentence names; a list beside it has all."""

LANGUAGES = 60
"""Languages at services that are looked at, so that such as help the same people are told once."""
SHORTER = 2
"""Links told that open nothing and shorten ways."""
FAR_MORE = 3
"""So many times the places it has no single service grows."""
WORTH_A_LINK = 3
"""Hand-overs that such a link saves at least, over all ways."""


def proposals(network: Network, on: date, assumed: Assumptions) -> list[Data]:
    """Links, languages, places and relief, each with its next best.

    Of each: `id`; `what` it is; `findings`: what it does, what is without it; `runner_up`: the next best as a finding,
    or None; `serves`: [(entry, people or None)]; `ways`: [(ids of a way that opens)]; `moves`: what a plan takes;
    `topics`; `persons` more, None where ways are counted; `effect`: (topic, people more whom it reaches) as its plan
    will show, of the topic with most, None where nobody more is reached; `ties`: how many others are as good. Of links
    besides:
    `opens`: ways; `before`: ids of the way that gets shorter; `needs`: [(topic, people who need it or None)].
    Complexity: that of its parts.
    """
    links, pair = next_links(network, on, LOOKED_AT), next_pair(network, on)
    found = [_link(network, on, some) for some in _by_what_they_open(links)[:NAMED]]
    found += [_pair(network, pair, links[:1])] if pair else []
    found += _shorter(network, on)
    languages, places, relieved = _by_topic(network, on, assumed)
    found += _languages(languages)
    found += [_place(each) for each in places]
    found += [_relief(each) for each in relieved]
    told = [{**each, "effect": _effect(network, on, assumed, each)} for each in found]
    return [{"id": f"{each['what']}-{n}", **each} for n, each in enumerate(told)]


def _effect(network: Network, on: date, assumed: Assumptions, each: Data) -> tuple[EntryId, float] | None:
    if each["what"] == "place":
        return each["topics"][0], each["persons"]
    asked = (question_of(network, topic, on, assumed) for topic in _concerned(network, on, each))
    gains = [(one.topic, gain(one, _then(network, on, one, each))) for one in asked if one and each["moves"]]
    best = max(gains, key=lambda found: found[1], default=None)
    return best if best and best[1] >= SOMEBODY else None


def _concerned(network: Network, on: date, each: Data) -> Sequence[EntryId]:
    """The topics of which more may be reached: a link leads to all that is offered beyond it."""
    if each["what"] != "link":
        topics: Sequence[EntryId] = each["topics"]
        return topics
    beyond = _linked(network, on, each)
    some = (one.topics for one in network.memo(supply, on) if one.provider in beyond and not one.linked)
    return sorted({EntryId(topic) for topics in some for topic in topics})


def _linked(network: Network, on: date, each: Data) -> set[EntryId]:
    """To whom people are sent from entry points with the links that are proposed."""
    receivers = [EntryId(move["values"]["receiver"]) for move in each["moves"]]
    return reached(adjacency(network.memo(arcs, on)), [*entry_points(network), *receivers])


def _then(network: Network, on: date, asked: Asked, each: Data) -> Asked:
    moves = [move["values"] for move in each["moves"]]
    match each["what"]:
        case "link":
            return with_links(asked, _linked(network, on, each))
        case "language":
            return with_language(asked, moves[0]["service"], moves[0]["languages"][0])
    return with_room(asked, moves[0]["service"], float(moves[0]["by"]))


def _by_topic(
    network: Network, on: date, assumed: Assumptions
) -> tuple[tuple[NextLanguage, ...], tuple[NextPlace, ...], tuple[NextRelief, ...]]:
    """`next_languages`, `next_places` and `reliefs` in one pass: who meets which service is asked once a topic."""
    soon = short_lived(network, on)
    languages, near = Languages(soon), near_units(network, assumed)
    places, relieved = list[NextPlace](), list[NextRelief]()
    for topic in sorted(network.of_kind("topic")):
        asked = question_of(network, topic, on, assumed)
        if asked is None:
            continue
        if lacks := lacking_of(asked):
            languages.add(lacks)
            places += filter(None, [best_place(asked, near, soon)])
        relieved += filter(None, [relief_of(asked, soon)])
    return languages.best(LANGUAGES), largest(places, MOST), fullest(relieved, MOST)


def _by_what_they_open(links: Iterable[NextLink]) -> list[list[NextLink]]:
    """Links that open the same topics from the same entry points are one proposal; the others are the next best."""
    found: dict[tuple[tuple[EntryId, ...], ...], list[NextLink]] = {}
    for link in links:
        found.setdefault((link.topics, link.starts), []).append(link)
    return list(found.values())


def _link(network: Network, on: date, some: Sequence[NextLink]) -> Data:
    link, after = some[0], some[1:2]
    said: dict[str, Named] = {"starts": link.starts[:NAMED], "sender": link.sender, "receiver": link.receiver}
    made = _made(
        "link",
        [_of_link(link), Finding(code="planning.link.without", entries=said, values=_more(starts=link.starts))],
        [_of_link(each) for each in after],
        [{"sender": link.sender, "receiver": link.receiver}],
        ties=sum(each.opens == link.opens for each in some) - 1,
        serves=[(start, None) for start in link.starts],
        ways=[_way(network, on, link)],
        topics=link.topics,
    )
    return {**made, "opens": link.opens, "needs": _needs(network, link.topics)}


def _of_link(link: NextLink) -> Finding:
    entries: dict[str, Named] = {"sender": link.sender, "receiver": link.receiver, "topics": link.topics[:NAMED]}
    code = "planning.link.first_one" if link.opens == 1 else "planning.link.first"
    return Finding(code=code, entries=entries, values={"opens": link.opens, **_more(topics=link.topics)})


def _more(**named: Sequence[EntryId]) -> dict[str, object]:
    """How many a sentence does not name, by what they are."""
    return {f"more_{name}": max(0, len(ids) - NAMED) for name, ids in named.items()}


def _way(network: Network, on: date, link: NextLink) -> list[EntryId]:
    """The way that a link opens from the first start to the first topic, actor by actor."""
    found = network.memo(arcs, on)
    ahead = shortest(found, [link.starts[0]], [link.sender])
    goals = {one.provider for one in offering(network, link.topics[0], on)}
    beyond = shortest(found, [link.receiver], goals)
    first = [link.starts[0], *(arc.receiver for arc in ahead.arcs)] if ahead else [link.sender]
    return [*first, link.receiver, *(arc.receiver for arc in beyond.arcs)] if beyond else [*first, link.receiver]


def _pair(network: Network, pair: NextPair, single: Sequence[NextLink]) -> Data:
    names: dict[str, Named] = dict(
        zip(("sender", "receiver", "sender2", "receiver2"), (*pair.first, *pair.second), strict=True)
    )
    said: dict[str, Named] = {"starts": pair.starts[:NAMED]}
    values = {"opens": pair.opens, "alone": pair.alone}
    made = _made(
        "link",
        [
            Finding(code="planning.link.pair", entries=names, values=values),
            Finding(code="planning.link.without", entries=said, values=_more(starts=pair.starts)),
        ],
        [_of_link(each) for each in single],
        [{"sender": sender, "receiver": receiver} for sender, receiver in (pair.first, pair.second)],
        serves=[(start, None) for start in pair.starts],
        topics=pair.topics,
    )
    return {**made, "opens": pair.opens, "needs": _needs(network, pair.topics)}


def _shorter(network: Network, on: date) -> list[Data]:
    """Links that open nothing and shorten ways, one for each actor people are then sent to at once."""
    links = [link for link in shorter_links(network, on, LOOKED_AT) if link.saves >= WORTH_A_LINK]
    best = list({link.receiver: link for link in reversed(links)}.values())[::-1][:SHORTER]
    return [_short(network, on, link, _behind(links, best, n)) for n, link in enumerate(best)]


def _behind(links: Sequence[NextLink], told: Sequence[NextLink], n: int) -> list[NextLink]:
    """The next best link after one that is told: no better than it, and not told for the one before."""
    others = [link for link in links if link not in told and link.saves <= told[n].saves]
    return others[:1]


def _short(network: Network, on: date, link: NextLink, after: Sequence[NextLink]) -> Data:
    said: dict[str, Named] = {"starts": link.starts[:NAMED], "topics": link.topics[:NAMED]}
    more = _more(starts=link.starts, topics=link.topics)
    goals = {one.provider for one in offering(network, link.topics[0], on)}
    today = shortest(network.memo(arcs, on), [link.starts[0]], goals)
    made = _made(
        "link",
        [_of_short(link), Finding(code="planning.link.as_long", entries=said, values=more)],
        [_of_short(each) for each in after],
        [{"sender": link.sender, "receiver": link.receiver}],
        serves=[(start, None) for start in link.starts],
        ways=[_way(network, on, link)],
        topics=link.topics,
    )
    before = [link.starts[0], *(arc.receiver for arc in today.arcs)] if today else []
    return {**made, "before": before, "needs": _needs(network, link.topics)}


def _of_short(link: NextLink) -> Finding:
    entries: dict[str, Named] = {"sender": link.sender, "receiver": link.receiver, "topics": link.topics[:NAMED]}
    return Finding(
        code="planning.link.short", entries=entries, values={"saves": link.saves, **_more(topics=link.topics)}
    )


def _needs(network: Network, topics: Iterable[EntryId]) -> list[tuple[EntryId, float | None]]:
    """Topic → people who need it, None where nobody says so."""
    return [(topic, sum(n for _, n in network.memo(needing, topic)) or None) for topic in topics]


def _languages(every: Sequence[NextLanguage]) -> list[Data]:
    """Services that help the same people by the same language are one proposal; the others of it are the next best."""
    grouped: dict[tuple[object, ...], list[NextLanguage]] = {}
    for one in every:
        people = tuple((unit, round(n, 6)) for unit, n in sorted(one.units.items()))
        grouped.setdefault((one.language, one.topics, people), []).append(one)
    groups = list(grouped.values())
    after = [some[1:2] or (groups[n + 1][:1] if n + 1 < len(groups) else []) for n, some in enumerate(groups)]
    return [{**_language(some[0], after[n]), "ties": len(some) - 1} for n, some in enumerate(groups[:NAMED])]


def _language(one: NextLanguage, after: Sequence[NextLanguage]) -> Data:
    codes = {"language": (LANGUAGE, one.language)}
    without = Finding(
        code="planning.language.without",
        entries={"topics": one.topics[:NAMED]},
        codes=codes,
        people={"persons": one.persons},
    )
    return _made(
        "language",
        [_of_language(one), without],
        [_of_language(each) for each in after],
        [{"service": one.service, "languages": [one.language]}],
        serves=_largest(one.units),
        topics=one.topics,
        persons=one.persons,
    )


def _of_language(one: NextLanguage) -> Finding:
    return Finding(
        code="planning.language.first" if len(one.topics) > 1 else "planning.language.one",
        entries={"service": one.service, "places": _first(one.units), "topics": one.topics[:NAMED]},
        codes={"language": (LANGUAGE, one.language)},
        people={"persons": one.persons},
    )


def _place(one: NextPlace) -> Data:
    """What is promised is what its plan shows; where room runs short, nobody knows who of those there gets in."""
    second, short = one.runner_up, one.wanted - one.persons >= 0.5
    without = Finding(code="planning.place.without", entries={"topic": one.topic}, people={"persons": one.persons})
    made = _made(
        "place",
        [_of_place(one, short), without],
        [_other_place(one.topic, *second)] if second else [],
        [{"service": one.service, "area": one.area, "areas": list(one.serves)}],
        serves=[(unit, None if short else n) for unit, n in _largest(one.units)],
        topics=(one.topic,),
        persons=one.persons,
        ties=int(second is not None and rounded(second[2]) == rounded(one.persons)),
    )
    return {**made, "steps": [[s.site, s.reached] for s in one.steps], "best": list(one.best)}


def _of_place(one: NextPlace, short: bool) -> Finding:
    return Finding(
        code="planning.place.short" if short else "planning.place.first",
        entries={"topic": one.topic, "service": one.service, "area": one.area, "places": _first(one.units)},
        people={"persons": one.persons, "wanted": one.wanted},
    )


def _other_place(topic: EntryId, service: EntryId, area: EntryId, persons: float) -> Finding:
    entries: dict[str, Named] = {"topic": topic, "service": service, "area": area}
    return Finding(code="planning.place.second", entries=entries, people={"persons": persons})


def _relief(one: NextRelief) -> Data:
    best, second = one.best, one.second
    without = [Finding(code="planning.relief.without", people={"persons": best.persons})] if best else []
    made = _made(
        "capacity",
        [_of_relief(one), *without],
        [_second(one, second)] if second else [Finding(code="planning.relief.alone")] if best else [],
        [{"service": best.service, "by": str(best.more)}] if best else [],
        topics=(one.topic,),
        persons=best.persons if best else None,
        ties=int(_tied(one)),
    )
    flows = [
        plain(Finding(code="planning.relief.flow", entries={"unit": u, "service": s}, people={"persons": n}))
        for u, s, n in one.flows[:12]
    ]
    return {**made, "flows": flows, "left_out": one.left_out, "nowhere": one.nowhere if one.highest else 0.0}


def _of_relief(one: NextRelief) -> Finding:
    """Demand of 100 places where it is most, and what the places more make of it."""
    now = {"now": one.highest * 100}
    if one.best is None:
        return Finding(code="planning.relief.share", entries={"topic": one.topic}, people=now)
    entries: dict[str, Named] = {"topic": one.topic, "service": one.best.service}
    if not one.highest:
        people = {"persons": one.nowhere, "places": float(one.best.more)}
        code = "planning.relief.nowhere_tied" if _tied(one) else "planning.relief.nowhere"
        return Finding(code=code, entries=entries, people=people)
    people = {**now, "places": float(one.best.more), "then": one.best.then * 100, "persons": one.best.persons}
    if one.best.more > FAR_MORE * one.best.has:
        return Finding(
            code="planning.relief.several", entries=entries, people=people, values={"has": round(one.best.has)}
        )
    code = "planning.relief.tied" if _tied(one) else "planning.relief.first"
    return Finding(code=code, entries=entries, people=people)


def _tied(one: NextRelief) -> bool:
    """Whether the next best is said with the same numbers."""
    if one.best is None or one.second is None:
        return False
    best, second = (
        (rounded(each.more), rounded(each.then * 100), rounded(each.persons)) for each in (one.best, one.second)
    )
    return best == second


def _second(one: NextRelief, second: Relieved) -> Finding:
    people = {"places": float(second.more), "then": second.then * 100, "persons": second.persons}
    code = "planning.relief.second" if one.highest else "planning.relief.elsewhere"
    return Finding(code=code, entries={"service": second.service}, people=people)


def _made(
    what: str,
    findings: Iterable[Finding],
    runner_up: Sequence[Finding],
    moves: Iterable[Mapping[str, Any]],
    serves: Iterable[tuple[EntryId, float | None]] = (),
    ways: Iterable[list[EntryId]] = (),
    topics: Iterable[EntryId] = (),
    persons: float | None = None,
    ties: int = 0,
) -> Data:
    return {
        "what": what,
        "findings": [plain(each) for each in findings],
        "runner_up": plain(runner_up[0]) if runner_up else None,
        "serves": [list(each) for each in serves],
        "ways": list(ways),
        "moves": [{"what": what, "values": dict(each)} for each in moves],
        "topics": list(topics),
        "persons": persons,
        "ties": ties,
    }


def _largest(units: Mapping[EntryId, float]) -> list[tuple[EntryId, float | None]]:
    return [(unit, units[unit]) for unit in sorted(units, key=lambda u: (-units[u], u))]


def _first(units: Mapping[EntryId, float]) -> tuple[EntryId, ...]:
    return tuple(unit for unit, _ in _largest(units)[:NAMED])
