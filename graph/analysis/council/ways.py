"""The part of the report about ways: topic by topic, journey by journey, and what is to be asked."""

from __future__ import annotations

from collections import Counter
from datetime import date

from graph.analysis.council.plain import Data, homes, plain
from graph.analysis.coverage.areas import unit_of
from graph.analysis.coverage.assumptions import Assumptions
from graph.analysis.finding import Finding
from graph.analysis.home import home_id
from graph.analysis.referrals import findings as say
from graph.analysis.referrals.ends import ends
from graph.analysis.referrals.follow_ons import missing_follow_ons
from graph.analysis.referrals.journeys import Course, Stage, course
from graph.analysis.referrals.passing import counted, passing, waited
from graph.analysis.referrals.tasks import tasks
from graph.analysis.referrals.topics import TopicWays, entry_points, offering, steps_by_language, topic_ways
from graph.analysis.referrals.traps import Trapped
from graph.analysis.referrals.unled import unled
from graph.model.changes import EntryId
from graph.model.collation import sort_key
from graph.network import Network, name_of

LANGUAGES = 30
"""Languages beside "whichever": first those that most people of the Zielgruppen vor Ort speak."""
LISTED = 30
"""Traps kept per topic, circles first."""
NAMED = 6
"""Actors named in one sentence."""
_ORDER = ("loop", "leads_only_to_trap", "dead_end")


def ways_part(network: Network, on: date, assumed: Assumptions) -> Data:
    """Entry points, ways per topic, where they end, how many arrive, what is to be asked.

    `starts`: (entry point, its area or ""); `steps` of a topic by entry point, `by_language` in the order of `starts`;
    "ways:<topic>" is what its own page lists. Findings of the lists that end in `_at` name topics and places only;
    their neighbours without name actors.
    """
    starts = entry_points(network)
    ranked, wanted = _languages(network)
    languages = ranked[:LANGUAGES]
    topics = [EntryId(topic) for topic in sorted(network.of_kind("topic"))]
    every = [network.memo(topic_ways, topic, on) for topic in topics]
    stuck = ends(network, on)
    return {
        "starts": [[start, home_id(network, start)] for start in starts],
        "languages": list(languages),
        "languages_wanted": min(wanted, len(languages)),
        "languages_cut": len(ranked) - len(languages),
        "ways": [_topic(network, ways, on, starts, languages, assumed.interpreters) for ways in every],
        **{f"ways:{ways.topic}": _detail(network, ways) for ways in every if ways.providers},
        "ends": [plain(say.of_end(trap, n)) for trap, n in stuck],
        "ends_at": [plain(say.of_end_at(trap, n, _places(network, trap.actors))) for trap, n in stuck],
        **_missing(network, every, on),
        "relied_on": _relied_on(every),
        "passing": _passing(network, [ways for ways in every if ways.providers], on, assumed),
        "tasks": [[link, plain(task)] for link, task in tasks(network, on)],
    }


def journeys_part(network: Network, on: date) -> Data:
    """Every journey with its steps as they are here."""
    return {"journeys": [_journey(network, course(network, id, on)) for id in sorted(network.of_kind("journey"))]}


def _topic(
    network: Network,
    ways: TopicWays,
    on: date,
    starts: tuple[EntryId, ...],
    languages: tuple[str, ...],
    interpreters: bool,
) -> Data:
    """A line of the overview; what only a topic's own page needs stands in `_detail`."""
    topic = ways.topic
    told = steps_by_language(network, topic, on, languages, "", interpreters) if ways.providers else {}
    speak = {code: offering(network, topic, on, "", code, interpreters=interpreters) for code in languages}
    return {
        "topic": ways.topic,
        "providers": len(ways.providers),
        "steps": dict(ways.steps),
        "by_language": {language: [steps[start] for start in starts] for language, steps in told.items()},
        "speaking": {language: len(some) for language, some in speak.items()},
        "mean": ways.mean_steps,
        "finding": plain(say.of_ways(ways)),
        "singles": len(ways.only_by),
        "trapped": dict(Counter(trap.trap for trap in ways.traps)),
        "rings": len(ways.rings),
        "unsure": len(ways.unsure),
    }


def _detail(network: Network, ways: TopicWays) -> Data:
    """Where people who look for a topic get stuck: by name for coordinators, by place (`_at`) for everyone."""
    topic, traps = ways.topic, sorted(ways.traps, key=lambda trap: _ORDER.index(trap.trap))[:LISTED]
    return {
        "doubted": [plain(say.of_unsure(ways))] if ways.unsure else [],
        "doubted_at": [plain(say.of_unsure_at(ways, _places(network, ways.unsure)))] if ways.unsure else [],
        "unsent": ways.unsent,
        "rests": [plain(one) for one in say.of_rests(ways)],
        "rests_at": [plain(one) for one in say.of_rests_at(ways)],
        "traps": [plain(_trap(network, topic, trap)) for trap in traps],
        "traps_at": [plain(say.of_trap_at(topic, trap, _busiest(network, trap.actors))) for trap in traps],
        "many": [[trap.trap, list(trap.actors)] for trap in traps if len(trap.actors) > NAMED],
        "rings": [plain(say.of_ring(topic, ring)) for ring in ways.rings],
        "rings_at": [plain(say.of_ring_at(topic, len(ring), _places(network, ring))) for ring in ways.rings],
        "more": max(0, len(ways.traps) - LISTED),
    }


def _trap(network: Network, topic: EntryId, trap: Trapped[EntryId]) -> Finding:
    """By name; of many by place, their names stand apart."""
    if len(trap.actors) <= NAMED:
        return say.of_trap(topic, trap)
    return say.of_trap_at(topic, trap, _busiest(network, trap.actors))


def _missing(network: Network, every: list[TopicWays], on: date) -> Data:
    """Whatever the topic: what does not follow, who refers round in a circle, who is led to from nowhere."""
    follow, alone = missing_follow_ons(network, on), unled(network, on)
    rings = [(ways.topic, ring) for ways in every for ring in ways.rings]
    return {
        "follow_ons": [plain(say.of_follow_on(one)) for one in follow],
        "follow_ons_at": [plain(say.of_follow_on_at(one)) for one in follow],
        "rings": [plain(say.of_ring(*ring)) for ring in rings],
        "rings_at": [plain(say.of_ring_at(topic, len(ring), _places(network, ring))) for topic, ring in rings],
        "unled": [plain(say.of_unled(alone))] if alone else [],
        "unled_at": [plain(say.of_unled_at(len(alone), _places(network, alone)))] if alone else [],
    }


def _relied_on(every: list[TopicWays]) -> dict[EntryId, list[EntryId]]:
    """Actor → the topics to which every way leads over it."""
    found: dict[EntryId, list[EntryId]] = {}
    for ways in every:
        for actor in ways.only_by:
            found.setdefault(actor, []).append(ways.topic)
    return found


def _passing(network: Network, every: list[TopicWays], on: date, assumed: Assumptions) -> Data:
    """Loss and rounds where enough links are counted, else what to collect."""
    ready, weeks = counted(network, on, assumed.ready), waited(network, on, assumed.ready)
    asked = every if ready.enough else []
    found = [passed for ways in asked if (passed := passing(network, ways.topic, on, assumed.keeping))]
    return {
        "ready": ready.enough,
        "basis": [plain(ready.finding), plain(weeks.finding)],
        "topics": [[passed.topic, plain(say.of_passing(passed))] for passed in found],
    }


def _journey(network: Network, found: Course) -> Data:
    return {
        "journey": found.journey,
        "status": found.status,
        "finding": plain(say.of_course(found)),
        "walk": list(found.walk.walk) if found.walk else [],
        "walk_sides": list(found.sides),
        "fewest": list(found.fewest or ()),
        "grade": found.stop.grade if found.stop else "",
        "stop": plain(say.of_stop(found.stop, len(found.stages))) if found.stop else None,
        "broken": len(found.broken),
        "stages": [_stage(network, stage, not n) for n, stage in enumerate(found.stages)],
    }


def _stage(network: Network, stage: Stage, first: bool) -> Data:
    return {
        "step": stage.step,
        "state": stage.state,
        "providers": list(stage.providers),
        "places": list(homes(network, stage.providers)),
        "way": [[arc.sender, arc.receiver, arc.sides] for arc in stage.way.arcs] if stage.way else [],
        "finding": plain(say.of_stage(stage, first)),
    }


def _languages(network: Network) -> tuple[tuple[str, ...], int]:
    """(languages, how many of them people here speak or ask for in vain): what most speak first, then what is known to
    be lacking, then what services offer most."""
    persons, offered = Counter[str](), Counter[str]()
    for entry in network.of_kind("demand").values():
        if language := entry.fields.get("language", "").split(":")[0]:
            persons[language] += entry.fields.get("persons", 0)
    lacking = {entry.fields.get("language", "").split(":")[0] for entry in network.of_kind("absence").values()}
    for service in network.of_kind("service").values():
        offered.update({stated.split(":")[0] for stated in service.fields.get("languages", ())})
    wanted = [code for code in (*_ranked(persons), *sorted(lacking - {""} - {*persons})) if code != "de"]
    others = [code for code in _ranked(offered) if code != "de" and code not in wanted]
    return (*wanted, *others), len(wanted)


def _ranked(counted: Counter[str]) -> list[str]:
    return sorted(counted, key=lambda code: (-counted[code], code))


def _places(network: Network, actors: tuple[EntryId, ...]) -> tuple[EntryId, ...]:
    """Where actors sit, by name: the municipality of those who share it, else the administrative units."""
    found = {EntryId(id) for id in homes(network, actors)}
    if len(found) > 1:
        found = {unit_of(network, id) or id for id in found}
    return tuple(sorted(found, key=lambda id: (sort_key(name_of(network, id)), id)))


def _busiest(network: Network, actors: tuple[EntryId, ...]) -> tuple[EntryId, ...]:
    """As `_places`, those first where most of them sit."""
    homes = [EntryId(home) for actor in actors if (home := home_id(network, actor))]
    seated = Counter(place for id in homes for place in {id, unit_of(network, id) or id})
    return tuple(sorted(_places(network, actors), key=lambda id: -seated[id]))
