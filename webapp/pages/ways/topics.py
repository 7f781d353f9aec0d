"""What the pages about topics show: hand-overs from where people start, with no way never hidden in a mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from graph.analysis.coverage.areas import county_of, unit_of
from graph.model.codes import HEADINGS
from graph.model.collation import sort_key
from graph.model.errors import Missing
from graph.model.values.languages import language_name
from graph.network import name_of
from webapp.figures import shown
from webapp.figures.shelf import Figures
from webapp.pages.ways.frame import Told, bare, chosen, frame, named, told
from webapp.texts import label
from webapp.visit import Visit

Steps = Sequence[int | None]
Group = tuple[str, list[int]]
EVERYONE = ""
MOST_PLACES = 20
"""Places that a matrix has a column for; of more it shows the areas above them."""


class Cell(NamedTuple):
    """The hand-overs of some entry points. `tone`: near, far, partly, none."""

    text: str
    tone: str


class Row(NamedTuple):
    """A topic of the overview. Without cells nobody offers it."""

    url: str
    name: str
    cells: list[Cell]


def topics_context(here: Visit, args: Mapping[str, str]) -> dict[str, Any]:
    """Shapes of `ways/topics.html`."""
    figures, found = frame(here)
    ways = (figures.part("ways") or []) if figures else []
    languages = (figures.part("languages") or []) if figures else []
    language = args.get("language", "") if args.get("language") in languages else EVERYONE
    groups = _placed(here, figures)
    rows: dict[str, list[Row]] = {}
    for data in ways:
        topic = here.network.find(data["topic"])
        if topic is not None and args.get("heading", "") in ("", topic.fields["heading"]):
            rows.setdefault(topic.fields["heading"], []).append(_row(here, data, groups, language))
    return {
        **found,
        "places": [name for name, _ in groups],
        "sections": [(label(pair, here.lang), *_parted(rows[code])) for code, pair in HEADINGS.items() if code in rows],
        "languages": [(EVERYONE, here._("gleich welche")), *_choice(here, figures, languages)],
        "cut": (figures.part("languages_cut") or 0) if figures else 0,
        "language": language,
        "headings": [("", here._("Alle Themen"))] + [(code, label(pair, here.lang)) for code, pair in HEADINGS.items()],
        "heading": args.get("heading", ""),
    }


def topic_context(here: Visit, id: str) -> dict[str, Any]:
    """Shapes of `ways/topic.html`. Raises Missing."""
    topic = here.network.entry(id)
    if topic.kind != "topic":
        raise Missing("entry", id)
    figures, found = frame(here)
    data = next((one for one in (figures.part("ways") or []) if one["topic"] == id), None) if figures else None
    detail = figures.part(f"ways:{id}") if figures else None
    languages = [code for code, n in data["speaking"].items() if n] if data and data["by_language"] else []
    name = name_of(here.network, id, here.lang)
    passing = ((figures.part("passing") or {}).get("topics", ())) if figures else ()
    return {
        **found,
        "id": id,
        "name": name,
        "known": data is not None,
        "providers": data["providers"] if data else 0,
        "finding": bare(shown.said(here, data["finding"]), name) if data else "",
        "cut": (figures.part("languages_cut") or 0) if figures else 0,
        "unspoken": [text for _, text in _named_languages(_unspoken(figures, data), here.lang)],
        "interpreters": figures.assumed.get("interpreters", True) if figures else True,
        **_by_language(here, figures, data, languages),
        "passing": next((shown.said(here, said) for of, said in passing if of == id), ""),
        "doubted": chosen(here, detail, "doubted", name),
        "unsent": bool(detail and detail.get("unsent")),
        "rings": chosen(here, detail, "rings", name),
        "rests": chosen(here, detail, "rests", name),
        "traps": [
            (kind, heading, found, _many(here, detail, kind)) for kind, heading, found in _traps(here, detail, name)
        ],
        "more": detail["more"] if detail else 0,
        "search_topic": f"/{here.lang}/search?topic={id}",
        "find": f"/{here.lang}/ways/find?topic={id}",
    }


def cell(here: Visit, steps: Iterable[int | None]) -> Cell:
    """What several entry points need: the fewest and the most hand-overs, and whether some have no way at all."""
    every = list(steps)
    known = sorted(step for step in every if step is not None)
    if not known:
        return Cell(here._("kein Weg"), "none")
    text = str(known[0]) if known[0] == known[-1] else f"{known[0]}–{known[-1]}"
    if len(known) < len(every):
        return Cell(here._("{steps}, teils kein Weg", steps=text), "partly")
    return Cell(text, "near" if known[-1] <= 1 else "far")


def _row(here: Visit, data: Mapping[str, Any], groups: list[tuple[str, list[int]]], language: str) -> Row:
    steps: Steps = data["by_language"].get(language, ()) if language else list(data["steps"].values())
    some = data["speaking"].get(language, 0) if language else data["providers"]
    cells = [cell(here, (steps[n] for n in group)) for _, group in groups] if some and steps else []
    topic = data["topic"]
    return Row(f"/{here.lang}/ways/topic/{topic}", name_of(here.network, topic, here.lang), cells)


def _by_language(
    here: Visit, figures: Figures | None, data: Mapping[str, Any] | None, languages: list[str]
) -> dict[str, Any]:
    """Columns of languages that say the same are one; those that say what holds whatever the language are `alike`."""
    if data is None:
        return {"columns": [], "rows": [], "alike": []}
    everyone, same = list(data["steps"].values()), dict[tuple[int | None, ...], list[str]]()
    for code, name in _named_languages(languages, here.lang):
        same.setdefault(tuple(data["by_language"][code]), []).append(name)
    alike = same.pop(tuple(everyone), [])
    columns = [
        (here._("gleich welche Sprache"), everyone),
        *((", ".join(names), steps) for steps, names in same.items()),
    ]
    groups = _named(here, figures) if named(here) else _placed(here, figures)
    rows = [(name, [cell(here, (steps[n] for n in group)) for _, steps in columns]) for name, group in groups]
    return {"columns": [name for name, _ in columns], "rows": rows, "alike": alike}


def _unspoken(figures: Figures | None, data: Mapping[str, Any] | None) -> list[str]:
    """Languages that are needed here and in which nobody offers the topic."""
    wanted = ((figures.part("languages") or [])[: figures.part("languages_wanted") or 0]) if figures else []
    return [code for code in wanted if data and data["providers"] and not data["speaking"].get(code)]


def _named(here: Visit, figures: Figures | None) -> list[Group]:
    """(name, places in the list) of each entry point."""
    return _grouped(here, _kept(figures), lambda start, _: start)


def _placed(here: Visit, figures: Figures | None) -> list[Group]:
    """The entry points of a place together: as many columns as a page holds, else of wider areas."""
    network = here.network
    areas: tuple[Callable[[str, str], str], ...] = (
        lambda _, area: area,
        lambda _, area: (unit_of(network, area) or area) if area else "",
        lambda _, area: (county_of(network, area) or area) if area else "",
    )
    for of in areas:
        found = _grouped(here, _kept(figures), of)
        if len(found) <= MOST_PLACES:
            return found
    return [(here._("alle Orte"), list(range(len(_kept(figures)))))]


def _kept(figures: Figures | None) -> Sequence[tuple[str, str]]:
    return (figures.part("starts") or []) if figures else []


def _grouped(here: Visit, starts: Sequence[tuple[str, str]], of: Callable[[str, str], str]) -> list[Group]:
    grouped: dict[str, list[int]] = {}
    for n, (start, area) in enumerate(starts):
        name = name_of(here.network, of(start, area), here.lang) or here._("Ort nicht bekannt")
        grouped.setdefault(name, []).append(n)
    return sorted(grouped.items(), key=lambda pair: sort_key(pair[0]))


def _traps(here: Visit, detail: Mapping[str, Any] | None, about: str) -> list[tuple[str, str, list[Told]]]:
    """(kind, heading, sentences) of what is a dead end, a circle, or leads into one."""
    headings = {
        "loop": here._("Im Kreis"),
        "leads_only_to_trap": here._("Führt nur dorthin, wo es nicht weitergeht"),
        "dead_end": here._("Hier endet der Weg"),
    }
    kept = (detail or {}).get("traps" if named(here) else "traps_at", ())
    found = []
    for kind, heading in headings.items():
        of_kind = [data for data in kept if data["code"].split(".")[2] == kind]
        if of_kind:
            found.append((kind, heading, told(here, of_kind, about)))
    return found


def _many(here: Visit, detail: Mapping[str, Any] | None, kind: str) -> list[tuple[str, str]]:
    """(address, name) of those who are too many for a sentence; for coordinators."""
    kept = (detail or {}).get("many", ()) if named(here) else ()
    found = [id for of, actors in kept if of == kind for id in actors if id in here.network]
    links = [(f"/{here.lang}/actor/{id}", name_of(here.network, id, here.lang)) for id in found]
    return sorted(links, key=lambda link: sort_key(link[1]))


def _parted(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """(topics that somebody offers, those nobody offers), by name."""
    ordered = sorted(rows, key=lambda row: sort_key(row.name))
    return [row for row in ordered if row.cells], [row for row in ordered if not row.cells]


def _choice(here: Visit, figures: Figures | None, codes: Sequence[str]) -> list[tuple[str, Any]]:
    """Languages to choose from, those first that people here speak or lack."""
    wanted = (figures.part("languages_wanted") or 0) if figures else 0
    groups = (here._("Hier gebraucht"), codes[:wanted]), (here._("Sonst angeboten"), codes[wanted:])
    return [(name, _named_languages(some, here.lang)) for name, some in groups if some]


def _named_languages(codes: Iterable[str], lang: str) -> list[tuple[str, str]]:
    return sorted(((code, language_name(code, lang)) for code in codes), key=lambda pair: sort_key(pair[1]))
