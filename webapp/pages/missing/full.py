"""Services that are nearly full: told by topic and place, by name only to coordinators."""

from __future__ import annotations

from graph.analysis.coverage.filling import Filling, nearly_full
from graph.model.changes import EntryId
from graph.network import name_of
from webapp.access import Permission
from webapp.texts import day
from webapp.visit import Visit

Told = tuple[str, str, str]
"""(what is said, address and name of the service for coordinators, else "")."""


def everywhere(here: Visit) -> list[Told]:
    """All services that are nearly full, each once, the fullest first."""
    services = here.network.of_kind("service").values()
    topics = {topic for one in services if one.fields.get("occupied") for topic in one.fields.get("topics", ())}
    found = {
        one.service: (one, topic) for topic in sorted(topics) for one in nearly_full(here.network, topic, here.today)
    }
    ranked = sorted(found.values(), key=lambda pair: (-pair[0].share, pair[0].service))
    return [_told(here, one, name_of(here.network, topic, here.lang)) for one, topic in ranked]


def of_topic(here: Visit, topic: str) -> list[Told]:
    """Those of a topic, the fullest first."""
    return [_told(here, one) for one in nearly_full(here.network, EntryId(topic), here.today)]


def _told(here: Visit, one: Filling, topic: str = "") -> Told:
    _ = here._
    where = name_of(here.network, one.unit, here.lang) or _("Ort nicht bekannt")
    where = _("{topic} in {place}", topic=topic, place=where) if topic and one.unit else topic or where
    said = _("{where}: {n} von {places} Plätzen belegt", where=where, n=one.occupied, places=one.places)
    if one.on:
        said = _("{capacity}, Stand {day}", capacity=said, day=day(one.on, here.lang))
    if not here.may(Permission.EDIT):
        return said, "", ""
    return said, f"/{here.lang}/service/{one.service}", name_of(here.network, one.service, here.lang)
