"""What the program proposes, from the last figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from textwrap import shorten
from typing import Any

from flask import request

from dashboards.gain import gain
from graph.analysis.finding import about
from graph.analysis.planning.effect import OF_TOPIC
from graph.analysis.planning.lasting import ends_soon
from graph.model.values.languages import language_name
from graph.network import name_of
from webapp.access import Permission, needs
from webapp.figures.shelf import Figures
from webapp.figures.shown import frame, last, said
from webapp.pages.plans.blueprint import pages
from webapp.pages.plans.expecting import expected, reached_now
from webapp.pages.plans.told import measure_url
from webapp.plans import keeping
from webapp.render import page
from webapp.texts import day
from webapp.visit import Visit, visit

LONGEST_TITLE = 120
TITLED = ("sender", "receiver", "service", "area")


@pages.get("/plans/proposals")
@needs(Permission.PLAN)
def proposed() -> str:
    """Links, languages, places and relief that would help most."""
    here = visit()
    figures = last(here)
    found = (figures.part("proposals") if figures else None) or []
    titles = {
        "link": here._("Vermittlungen"),
        "language": here._("Sprachen"),
        "place": here._("Orte"),
        "capacity": here._("Entlastung"),
    }
    groups = [
        (code, title, [_shown(here, figures, each) for each in found if each["what"] == code])
        for code, title in titles.items()
    ]
    return page(
        "plans/proposals.html",
        groups=groups,
        any=bool(found),
        plans=keeping.every(here.services.store),
        wanted=request.args.get("plan", ""),
        number_of_figures=figures.head.number if figures else "",
        **frame(here, figures),
        noindex=True,
    )


def _shown(here: Visit, figures: Figures | None, each: Mapping[str, Any]) -> dict[str, Any]:
    def name(id: str) -> str:
        return name_of(here.network, id, here.lang) or "…"

    first, *rest = [said(here, finding) for finding in each["findings"]]
    return {
        "id": each["id"],
        "first": first,
        "without": rest,
        "runner_up": said(here, each["runner_up"]) if each["runner_up"] else "",
        "ties": each["ties"],
        "ends": _ends(here, each["moves"]),
        "serves": [(name(id), about(n, here.lang) if n is not None else "") for id, n in each["serves"]],
        "ways": [[name(id) for id in way] for way in each["ways"]],
        "before": [name(id) for id in each.get("before", [])],
        "needs": [(name(id), about(n, here.lang) if n else "") for id, n in each.get("needs", [])],
        "topics": [name(id) for id in each["topics"]],
        "flows": [said(here, flow) for flow in each.get("flows", [])],
        "left_out": about(each["left_out"], here.lang) if each.get("left_out") else "",
        "nowhere": about(each["nowhere"], here.lang) if each.get("nowhere") else "",
        "reaches": _reaches(here, each),
        "can_take": bool(each["moves"]),
        "chart": _chart(here, figures, each, first) if figures and len(each.get("steps", [])) > 1 else None,
        "measure_url": _measure_url(here, figures, each, first),
    }


def _reaches(here: Visit, each: Mapping[str, Any]) -> str:
    """How many more its plan will show to be reached. "" where that is told already, or nobody is."""
    topic, more = each.get("effect") or ("", 0.0)
    if not more or each["what"] == "place":
        return ""
    name = name_of(here.network, topic, here.lang) or "…"
    return here._(
        "{topic}: {persons} Menschen mehr, so weit die Plätze reichen", topic=name, persons=about(more, here.lang)
    )


def _ends(here: Visit, moves: Iterable[Mapping[str, Any]]) -> list[str]:
    """Services that a proposal builds on and that end within a year, a sentence each."""
    ids = (move["values"].get(field, "") for move in moves for field in ("service", "receiver"))
    services = [one for id in dict.fromkeys(ids) if (one := here.network.find(id)) and one.kind == "service"]
    ending = [(one.id, until) for one in services if (until := ends_soon(one, here.today))]
    if len(ending) == 1:
        return [here._("Das Angebot endet am {day}.", day=day(ending[0][1], here.lang))]
    names = {id: name_of(here.network, id, here.lang) for id, _ in ending}
    return [here._("{service} endet am {day}.", service=names[id], day=day(until, here.lang)) for id, until in ending]


def _chart(here: Visit, figures: Figures, each: Mapping[str, Any], finding: str) -> Any:
    steps = [(name_of(here.network, site, here.lang) or "…", reached) for site, reached in each["steps"]]
    topic = name_of(here.network, each["topics"][0], here.lang)
    title = here._("{topic}: mit jedem weiteren Ort", topic=topic)
    return gain(steps, each["best"], title, finding, figures.day, here.lang)


def _measure_url(here: Visit, figures: Figures | None, each: Mapping[str, Any], first: str) -> str:
    """The form of a project of change with a title, topic, areas, the expected effect and what is proposed."""
    effect = _expected(figures, each) if figures else {}
    topic = effect.pop("topic", each["topics"][0] if each["topics"] else "")
    area = each["moves"][0]["values"].get("area", "") if each["moves"] else ""
    return measure_url(here.lang, name=title_of(here, each), about=first, topic=topic, areas=area, **effect)


def _expected(figures: Figures, each: Mapping[str, Any]) -> dict[str, Any]:
    """People of one topic as the plan of it will show them, else ways that open."""
    topic, more = each.get("effect") or ("", 0.0)
    now = reached_now(figures, topic)
    if now is not None:
        return {"topic": topic, **expected(OF_TOPIC, now, now + more, figures.day.isoformat())}
    lacking = (figures.part("indicators") or {}).get("topics_unreached")
    if not each.get("opens") or lacking is None:
        return {}
    return expected("topics_unreached", lacking, lacking - each["opens"], figures.day.isoformat())


def title_of(here: Visit, each: Mapping[str, Any]) -> str:
    """What is to be done, short: the sentence of the proposal goes into the description."""
    if not each["moves"]:
        topic = name_of(here.network, each["topics"][0], here.lang) if each["topics"] else ""
        return shorten(here._("Vermittlungen verteilen: {topic}", topic=topic), LONGEST_TITLE, placeholder=" …")
    values = each["moves"][0]["values"]
    names = {key: name_of(here.network, values.get(key, ""), here.lang) for key in TITLED}
    languages = ", ".join(language_name(code, here.lang) for code in values.get("languages", ()))
    title = {
        "link": here._("Vermittlung von {sender} an {receiver}", **names),
        "language": here._("{service} auch auf {language}", language=languages, **names),
        "place": here._("{service} auch in {area}", **names),
        "capacity": here._("{n} Plätze mehr: {service}", n=values.get("by", ""), **names),
    }[each["what"]]
    return shorten(title, LONGEST_TITLE, placeholder=" …")
