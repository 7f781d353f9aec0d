"""The preview: what would be new, changed, left as it is, asked about, refused; nothing is written yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import redirect, request
from werkzeug.wrappers import Response

from graph.model.changes import Change, EntryId, Kind
from graph.model.schema import kind
from graph.model.sentences import say
from importers.files.together import row_name
from importers.lists.groups import meaning
from webapp.access import Permission, needs
from webapp.imports import chunks
from webapp.imports.record import Import
from webapp.pages.entries.naming import listed
from webapp.pages.entries.paging import page_links
from webapp.pages.history.told import EntryDiff, Words
from webapp.pages.imports import comparing, steps
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
        rows=_shown(here, wanted, name, rows),
        links=page_links(number, last, lambda n: f"?list={name}&page={n}"),
        unclear=_unclear(here, wanted),
        groups=_groups(here, wanted),
        struck=wanted.read.get("struck", 0),
        areas=[(each.id, each.name) for each in listed(here.whole, "area", here.lang)],
        decided=_decided(wanted.mapping),
        problems=[(row, say(code, here.lang, **params)) for code, params, row, _ in _problems(wanted)],
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
        "conflict": here._("Widersprüche"),
        "gone": here._("Nicht mehr dabei"),
    }


def _shown(here: Visit, wanted: Import, name: str, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    if name == chunks.CONFLICT:
        return [made for each in rows if (made := comparing.conflict(here, wanted, each))]
    return comparing.gone(here, wanted, rows) if name == chunks.GONE else _rows(here, wanted, rows)


def _decided(mapping: Mapping[str, Any]) -> int:
    fields = sum(len(each) for each in mapping.get("fields", {}).values())
    return len(mapping["same"]) + len(mapping["places"]) + len(mapping.get("gone", {})) + fields


def _problems(wanted: Import) -> Sequence[Any]:
    """What was odd about a workbook of ours, which comes here without the page before; of lists what bears on rows."""
    found: Sequence[Any] = wanted.read.get("problems", ())
    return found if wanted.what == "workbook" else [each for each in found if each[0] == "read.xls_unstruck"]


def _counted(lang: str, name: str, n: int) -> tuple[str, int]:
    spec = kind(name)
    return label(spec.label if n == 1 else spec.plural, lang), n


def _first(counts: Mapping[str, int]) -> str:
    return next((name for name in ("duplicate", "conflict", "gone", "rejected", *chunks.LISTS) if counts[name]), "new")


def _tabs(here: Visit, wanted: Import, chosen: str) -> list[tuple[str, str, bool]]:
    counts = wanted.proposal["counts"]
    labels = outcome_labels(here)
    return [
        (f"{labels[name]} ({counts[name]})", f"/{here.lang}/import/{wanted.id}/preview?list={name}", name == chosen)
        for name in chunks.LISTS
        if counts[name] or name == chosen or name not in (chunks.CONFLICT, chunks.GONE)
    ]


def _rows(here: Visit, wanted: Import, rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    changes = [_change(*each) for row in rows for each in row["changes"]]
    words = Words(here.whole, changes, here.lang)
    same = wanted.mapping["same"]
    labels = outcome_labels(here)
    return [
        {
            **row,
            "place": _place(wanted, row),
            "outcome_label": labels[row["outcome"]],
            "remarks": [
                (column, _remark(here.lang, code, _placed(wanted, params))) for column, code, params in row["remarks"]
            ],
            "changes": [_diff(words, each) for each in row["changes"]],
            "suggestion": _suggestion(here, wanted, row),
            "choice": _choice(row, same.get(row["key"])),
        }
        for row in rows
    ]


def _suggestion(here: Visit, wanted: Import, row: Mapping[str, Any]) -> dict[str, Any] | None:
    made = comparing.suggestion(here, wanted, row) if row["likes"] else None
    if made and made.get("beside"):
        made["place"] = row_name(made["beside"]["number"], wanted.read.get("parts", ()))
    return made


def _placed(wanted: Import, params: Mapping[str, str]) -> Mapping[str, str]:
    """The words of a remark; another row it speaks of is called as rows are called here."""
    if not str(params.get("row", "")).isdecimal():
        return params
    return {**params, "row": row_name(int(params["row"]), wanted.read.get("parts", ()))}


def _groups(here: Visit, wanted: Import) -> list[tuple[str, str]]:
    """The headings between rows and of sheets, with what they say of the rows beneath."""
    decided = wanted.mapping.get("groups", {})
    found = [(text, *meaning(here.whole, text, decided)) for text in wanted.read.get("groups", ())]
    names = {"area": here._("Gebiet"), "topic": here._("Thema")}
    none = here._("weder Gebiet noch Thema")
    return [
        (text, f"{names[kind]}: {here.whole.entry(EntryId(id)).fields['name']}" if kind else none)
        for text, kind, id in found
    ]


def _place(wanted: Import, row: Mapping[str, Any]) -> str:
    """What a row is called: its number, and its sheet where there are several."""
    if row.get("sheet"):
        return f"{row['number']} ({row['sheet']})"
    return row_name(row["number"], wanted.read.get("parts", ()))


def _change(kind: str, id: str, new: bool, fields: Sequence[Any]) -> Change:
    before = None if new else {name: old for name, old, _ in fields}
    return Change(kind=Kind(kind), id=EntryId(id), before=before, after={name: value for name, _, value in fields})


def _diff(words: Words, given: Sequence[Any]) -> tuple[str, EntryDiff]:
    diff = words.diff(_change(*given))
    return diff.kind, diff


def _choice(row: Mapping[str, Any], decided: str | None) -> str:
    """What is chosen of a likely duplicate: what was decided, else the same where much speaks for it."""
    if decided is not None:
        return {"": "skip", SEPARATE: "new"}.get(decided, "same")
    return "same" if row["likes"] and chunks.ticked(row["likes"][0][3]) else "?"


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
            "rows": [row_name(row, wanted.read.get("parts", ())) for row in rows],
            "candidates": [(id, names[EntryId(id)]) for id in candidates if id in names],
            "outside": outside,
            "names": [name for name in names_of if name and name != address],
        }
        for n, (address, rows, candidates, outside, names_of) in enumerate(wanted.proposal["unclear"])
    ]
