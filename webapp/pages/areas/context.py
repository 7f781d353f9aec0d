"""What the pages of areas show: who is there or serves them, by heading, and where they lie."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from graph.model.changes import Entry
from graph.model.codes import HEADINGS, LEVELS
from graph.model.collation import sort_key
from graph.model.errors import Missing
from graph.network import Network, lineage
from graph.search.facets import Facets
from graph.search.results import Wish
from webapp.access import Permission
from webapp.pages.outputs.menu import take_url
from webapp.pages.search.options import area_tree
from webapp.render import fragment
from webapp.shown import maps
from webapp.texts import label
from webapp.visit import Visit

NAMED = 5
"""Actors named under a heading; the rest is a search away."""


class Group(NamedTuple):
    """One heading within an area: how many help with it, and the first of them by name."""

    code: str
    heading: str
    url: str
    count: int
    actors: list[tuple[str, str, str]]


def areas_context(here: Visit) -> dict[str, Any]:
    """All areas as a tree with counts, and drawn."""
    tree = here.network.memo_of("area", area_tree)
    counts = here.index.facets.count_in_areas(here.network, [id for id, _, _ in tree], None)
    return {
        "tree": [(id, name, depth, counts[id]) for id, name, depth in tree],
        "map": here.network.memo_of("area", overview, here.lang),
        "search_url": f"/{here.lang}/search",
        "may_import": here.may(Permission.IMPORT),
    }


def area_context(here: Visit, id: str) -> dict[str, Any]:
    """One area. Raises Missing."""
    network, lang, facets = here.network, here.lang, here.index.facets
    area = network.entry(id)
    if area.kind != "area":
        raise Missing("entry", id)
    return {
        "id": id,
        "name": area.fields["name"],
        "level": label(LEVELS[area.fields["level"]], lang) if area.fields.get("level") in LEVELS else "",
        "above": _above(network, area, lang),
        "population": area.fields.get("population"),
        "localities": area.fields.get("localities", ()),
        "attribution": area.fields.get("attribution", ""),
        "total": facets.count_in_areas(network, [id], None)[id],
        "groups": network.memo(_groups, facets, id, lang),
        "sub": network.memo(_parts, facets, id, lang),
        "map": network.memo_of("area", drawing, id, lang),
        "search_url": f"/{lang}/search",
        "take_url": take_url(here, Wish(area=id)),
        "may_edit": here.may(Permission.EDIT),
        "may_history": here.may(Permission.HISTORY),
    }


def overview(network: Network, lang: str) -> Markup:
    """All areas of the finest level that one sheet holds, with links."""
    tops = maps.parts_of(network, "")
    parent = tops[0].id if len(tops) == 1 and maps.parts_of(network, tops[0].id) else ""
    return fragment("areas/overview.html", lang, map=maps.map_of_parts(network, parent))


def drawing(network: Network, id: str, lang: str) -> Markup:
    """An area within its surroundings, or by its parts."""
    area = network.entry(id)
    parts = maps.map_of_parts(network, id)
    found = parts or maps.map_of(network, area)
    return fragment("areas/drawing.html", lang, map=found, links=bool(parts), name=area.fields["name"])


def _parts(network: Network, facets: Facets, id: str, lang: str) -> list[tuple[str, str, int]]:
    """The areas that lie in one, by name, each with how many are there or serve it."""
    parts = sorted(maps.parts_of(network, id), key=lambda part: sort_key(part.fields["name"]))
    counts = facets.count_in_areas(network, [part.id for part in parts], None)
    return [(f"/{lang}/area/{part.id}", part.fields["name"], counts[part.id]) for part in parts]


def _groups(network: Network, facets: Facets, area: str, lang: str) -> list[Group]:
    found = []
    for code, pair in HEADINGS.items():
        ids = facets.helping_in(network, area, code)
        if ids:
            url = f"/{lang}/search?heading={code}&area={area}"
            first = _first(network, facets, ids, facets.having(f"at:{area}:{code}"), lang)
            found.append(Group(code, label(pair, lang), url, len(ids), first))
    return found


def _first(
    network: Network, facets: Facets, ids: frozenset[str], near: frozenset[str], lang: str
) -> list[tuple[str, str, str]]:
    """A few by name: those of this very area before those who serve it with others."""
    chosen = facets.first(ids & near, NAMED)
    if len(chosen) < NAMED:
        chosen += facets.first(ids - near, NAMED - len(chosen))
    entries = (network.find(id) for id in chosen)
    return [(f"/{lang}/actor/{e.id}", e.fields["name"], e.fields.get("sector", "")) for e in entries if e]


def _above(network: Network, area: Entry, lang: str) -> list[tuple[str, str]]:
    """The areas that contain this one, the widest first."""
    found = [network.entry(id) for id in lineage(network, area.id)[1:] if id in network]
    return [(f"/{lang}/area/{each.id}", each.fields["name"]) for each in reversed(found)]
