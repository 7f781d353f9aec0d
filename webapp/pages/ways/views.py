"""The pages of ways."""

from __future__ import annotations

from flask import Blueprint, request

from webapp.access import Permission, needs
from webapp.pages.ways.finding_one import case_context
from webapp.pages.ways.journeys import journey_context
from webapp.pages.ways.overview import overview_context
from webapp.pages.ways.topics import topic_context, topics_context
from webapp.render import page
from webapp.visit import visit

pages = Blueprint("ways", __name__)


@pages.get("/ways")
@needs(Permission.READ)
def ways() -> str:
    """The journeys, and where every way ends."""
    return page("ways/ways.html", **overview_context(visit()))


@pages.get("/ways/find")
@needs(Permission.READ)
def find() -> str:
    """From a need to a service, for one case."""
    return page("ways/find.html", **case_context(visit(), request.args))


@pages.get("/ways/journey/<id>")
@needs(Permission.READ)
def journey(id: str) -> str:
    """One journey, step by step."""
    return page("ways/journey.html", **journey_context(visit(), id))


@pages.get("/ways/topics")
@needs(Permission.READ)
def topics() -> str:
    """Hand-overs from where people start to every topic."""
    return page("ways/topics.html", **topics_context(visit(), request.args))


@pages.get("/ways/topic/<id>")
@needs(Permission.READ)
def topic(id: str) -> str:
    """The ways to one topic."""
    return page("ways/topic.html", **topic_context(visit(), id))
