"""The preview: what would be new, changed, left as it is, asked about, refused; nothing is written yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import redirect, request
from werkzeug.wrappers import Response

from graph.model.changes import Change, EntryId, Kind
from graph.model.schema import kind
from graph.model.sentences import say
from webapp.access import Permission, needs
from webapp.imports import chunks
from webapp.imports.record import Import
from webapp.pages.entries.naming import listed
from webapp.pages.entries.paging import page_links
from webapp.pages.history.told import EntryDiff, Words
from webapp.pages.imports import steps
from webapp.pages.imports.blueprint import pages
from webapp.render import page
from webapp.texts import label
from webapp.visit import Visit, visit

SEPARATE = "new"
"""What a mapping says of a likely duplicate that is an actor of its own."""


@pages.get("/import/<id>/preview")
@needs(Permission.IMPORT)
def preview(id: str) -> str | Response:
    """One page of one list of rows, with what a person should decide."""
    here = visit()
    wanted = steps.unwritten(here, id)
    if not wanted.proposal:
        return redirect(f"/{here.lang}/import/{id}/columns")
    counts = wanted.proposal["counts"]
    name = request.args.get("list", "")
    name = name if name in chunks.LISTS else _first(counts)
    last = max(1, -(-counts[name] // chunks.PAGE))
    number = min(max(1, request.args.get("page", 1, int)), last)
    rows = chunks.rows_of(here.services.store, wanted, name, number - 1)
    return page(
        "imports/preview.html",
        wanted=wanted,
        found=wanted.proposal,
        list=name,
        tabs=_tabs(here, wanted, name),
        rows=_rows(here, wanted, rows),
        links=page_links(number, last, lambda n: f"?list={name}&page={n}"),
        unclear=_unclear(here, wanted),
        areas=[(each.id, each.name) for each in listed(here.whole, "area", here.lang)],
        decided=len(wanted.mapping["same"]) + len(wanted.mapping["places"]),
        created=[_counted(here.lang, name, n) for name, n in wanted.proposal["created"].items()],
    )


def outcome_labels(here: Visit) -> dict[str, str]:
    """The lists of a preview by name."""
    return {
        "new": here._("Neu"),
        "changed": here._("Geändert"),
        "unchanged": here._("Unverändert"),
        "duplicate": here._("Vielleicht doppelt"),
        "rejected": here._("Nicht übernommen"),
        "remarked": here._("Mit Hinweis"),
    }


def _counted(lang: str, name: str, n: int) -> tuple[str, int]:
    spec = kind(name)
    return label(spec.label if n == 1 else spec.plural, lang), n


def _first(counts: Mapping[str, int]) -> str:
    return next((name for name in ("duplicate", "rejected", *chunks.LISTS) if counts[name]), "new")


def _tabs(here: Visit, wanted: Import, chosen: str) -> list[tuple[str, str, bool]]:
    counts = wanted.proposal["counts"]
    labels = outcome_labels(here)
    return [
        (f"{labels[name]} ({counts[name]})", f"/{here.lang}/import/{wanted.id}/preview?list={name}", name == chosen)
        for name in chunks.LISTS
    ]


def _rows(here: Visit, wanted: Import, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    changes = [_change(*each) for row in rows for each in row["changes"]]
    words = Words(here.whole, changes, here.lang)
    same = wanted.mapping["same"]
    labels = outcome_labels(here)
    return [
        {
            **row,
            "outcome_label": labels[row["outcome"]],
            "remarks": [(column, _remark(here.lang, code, params)) for column, code, params in row["remarks"]],
            "changes": [_diff(words, each) for each in row["changes"]],
            "stored": _stored(here, words, row["like"]),
            "choice": {None: "?", "": "skip", SEPARATE: "new"}.get(same.get(row["key"]), "same"),
        }
        for row in rows
    ]


def _change(kind: str, id: str, new: bool, fields: Sequence[Any]) -> Change:
    before = None if new else {name: old for name, old, _ in fields}
    return Change(kind=Kind(kind), id=EntryId(id), before=before, after={name: value for name, _, value in fields})


def _diff(words: Words, given: Sequence[Any]) -> tuple[str, EntryDiff]:
    diff = words.diff(_change(*given))
    return diff.kind, diff


def _stored(here: Visit, words: Words, id: str) -> list[tuple[str, list[str]]]:
    entry = here.whole.find(id) if id else None
    if entry is None:
        return []
    hidden = label(kind(entry.kind).field("extra").label, here.lang)
    return [(name, lines) for name, lines in words.fields(entry.kind, entry.fields) if name != hidden]


def _remark(lang: str, code: str, params: Mapping[str, str]) -> str:
    if {"kind", "field"} <= params.keys():
        shown = label(kind(params["kind"]).field(params["field"]).label, lang)
        params = {**params, "field": shown}
    return say(code, lang, **params)


def _unclear(here: Visit, wanted: Import) -> list[dict[str, Any]]:
    names = {each.id: each.name for each in listed(here.whole, "area", here.lang)}
    return [
        {
            "n": n,
            "address": address,
            "rows": rows,
            "candidates": [(id, names[EntryId(id)]) for id in candidates if id in names],
            "outside": outside,
            "names": [name for name in names_of if name and name != address],
        }
        for n, (address, rows, candidates, outside, names_of) in enumerate(wanted.proposal["unclear"])
    ]
