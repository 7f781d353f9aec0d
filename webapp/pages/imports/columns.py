"""The page of the columns: what each means, what names a row, where the list comes from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import redirect, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from graph.model.codes import BASES
from graph.model.schema import kind
from graph.model.sentences import say
from graph.model.values.dates import clean_date
from importers.lists.groups import meaning
from importers.lists.mapping import KEY, KINDS, targets
from importers.lists.topics import TopicGuesser
from webapp.access import Permission, needs
from webapp.imports import record
from webapp.imports.record import Import
from webapp.pages.entries.naming import listed
from webapp.pages.imports import steps
from webapp.pages.imports.blueprint import pages
from webapp.render import page
from webapp.texts import N_, label
from webapp.visit import Visit, visit

FORM_BYTES = 4_000_000
FORM_PARTS = 5_000
_ENCODINGS = ("utf-8", "cp1252", "utf-16", "mac-roman", "cp850")
_SEPARATORS = (
    (";", N_("; (Semikolon)")),
    (",", N_(", (Komma)")),
    ("\t", N_("Tabulator")),
    ("|", N_("| (senkrechter Strich)")),
)

Answer = str | Response | tuple[str, int]


@pages.get("/import/<id>/columns")
@needs(Permission.IMPORT)
def columns(id: str) -> Answer:
    """What was found in the file, and what it is taken to mean."""
    here = visit()
    wanted = steps.unwritten(here, id)
    if not wanted.read:
        return redirect(f"/{here.lang}/jobs/{wanted.job}")
    return _page(here, wanted)


@pages.post("/import/<id>/columns")
@needs(Permission.IMPORT)
def assign(id: str) -> Answer:
    """Keep what was decided and make the preview."""
    request.max_content_length, request.max_form_parts = FORM_BYTES, FORM_PARTS
    here = visit()
    wanted = steps.unwritten(here, id)
    given = request.form
    mapping = {**wanted.mapping, **stated(here, wanted, given)}
    errors = _errors(here, wanted, mapping, given)
    counties = {key: given.get(f"county-{key}", "").strip() for key in wanted.read.get("counties", ())}
    changed = {"mapping": mapping, "county_names": {k: v for k, v in counties.items() if v}}
    if errors:
        return _page(here, Import(**{**_fields(wanted), **changed}), errors), 422
    wanted = record.update(here.services.store, id, here.now, **changed)
    return steps.onward(here, steps.run(here, wanted, steps.PROPOSE, f"/import/{id}/columns"))


@pages.post("/import/<id>/read")
@needs(Permission.IMPORT)
def read_again(id: str) -> Response:
    """Read the file another way."""
    here = visit()
    given = request.form
    header = given.get("header", "").strip()
    options = {name: given[name] for name in ("encoding", "separator", "sheet") if given.get(name)}
    if header.isdecimal() and len(header) < 7:
        options |= {"header": int(header)}
    wanted = record.update(here.services.store, steps.unwritten(here, id).id, here.now, options=options)
    named = {k: wanted.mapping[k] for k in ("source_name", "licence", "attribution")}
    return steps.onward(here, steps.run(here, wanted, steps.READ, f"/import/{id}/columns", preset=named))


def stated(here: Visit, wanted: Import, given: MultiDict[str, str]) -> dict[str, Any]:
    """What the form says of the list, as fields of a mapping."""
    received = given.get("received_on", "").strip()
    day, _ = clean_date(received) if received else (None, ())
    found: dict[str, Any] = {
        "source": given.get("source", "") if given.get("source") in here.whole.of_kind("source") else "",
        "source_name": given.get("source_name", "").strip()[:300],
        "licence": given.get("licence", "").strip()[:300],
        "attribution": given.get("attribution", "").strip()[:1000],
        "received_on": day if day and len(day) == 10 else "",
    }
    if wanted.what != "list":
        return found
    known = targets()
    chosen = [given.get(f"target-{n}", "") for n in range(len(wanted.headings))]
    texts = _topic_texts(wanted, chosen)
    found |= {
        "targets": [target if target in known else "" for target in chosen],
        "key": [int(n) for n in given.getlist("key") if n.isdecimal() and int(n) < len(chosen)],
        "basis": given.get("basis", "") if given.get("basis", "") in BASES else "",
        "groups": {**wanted.mapping.get("groups", {}), **_groups_of(here, wanted, given)},
        "struck": "struck" in given,
        "guess_topics": "guess_topics" in given,
        "guess_sector": "guess_sector" in given,
        "topics": {**wanted.mapping["topics"], **_topics_of(here, texts, given)},
    }
    return found


def _topics_of(here: Visit, texts: list[str], given: MultiDict[str, str]) -> dict[str, str]:
    asked = dict(zip(given.getlist("topic-text"), given.getlist("topic"), strict=False))
    known = {"", *here.whole.of_kind("topic")}
    return {text: id for text, id in asked.items() if text in texts and id in known}


def _groups_of(here: Visit, wanted: Import, given: MultiDict[str, str]) -> dict[str, str]:
    """Heading → "area:ID", "topic:ID" or "", of what the form asked."""
    asked = dict(zip(given.getlist("group-text"), given.getlist("group"), strict=False))
    known = {"", *(f"{kind}:{id}" for kind in ("area", "topic") for id in here.whole.of_kind(kind))}
    return {text: said for text, said in asked.items() if text in wanted.read.get("groups", ()) and said in known}


def _groups(here: Visit, wanted: Import) -> list[tuple[str, str]]:
    """The headings between rows and of sheets, with what each is taken to mean."""
    decided = wanted.mapping.get("groups", {})
    found = ((text, meaning(here.whole, text, decided)) for text in wanted.read.get("groups", ()))
    return [(text, f"{kind}:{id}" if kind else "") for text, (kind, id) in found]


def _errors(here: Visit, wanted: Import, mapping: Mapping[str, Any], given: MultiDict[str, str]) -> dict[str, str]:
    errors = {}
    if not mapping["source_name"]:
        errors["source_name"] = here._("Bitte geben Sie der Quelle einen Namen.")
    if given.get("received_on", "").strip() and not mapping["received_on"]:
        errors["received_on"] = here._("Bitte schreiben Sie das Datum wie 3.11.2026.")
    if wanted.what == "list" and not {"actor.name", "service.name"} & set(mapping["targets"]):
        errors["target-0"] = say("import.nothing_mapped", here.lang)
    return errors


def _page(here: Visit, wanted: Import, errors: Mapping[str, str] | None = None) -> str:
    chosen = list(wanted.mapping.get("targets", ()))
    texts = _topic_texts(wanted, chosen)
    guesser: TopicGuesser = here.whole.memo_of("topic", TopicGuesser)
    decided = wanted.mapping.get("topics", {})
    sources = [(each.id, each.name) for each in listed(here.whole, "source", here.lang)]
    return page(
        "imports/columns.html",
        wanted=wanted,
        mapping=wanted.mapping,
        errors=errors or {},
        choices=_choices(here.lang),
        topics=[(text, decided.get(text, guesser.topic(text))) for text in texts],
        topic_choices=[(t.id, t.name) for t in listed(here.whole, "topic", here.lang)] if texts else [],
        groups=_groups(here, wanted),
        group_areas=[(f"area:{each.id}", each.name) for each in listed(here.whole, "area", here.lang)],
        group_topics=[(f"topic:{each.id}", each.name) for each in listed(here.whole, "topic", here.lang)],
        sources=sources,
        bases=[(code, label(pair, here.lang)) for code, pair in BASES.items()],
        personal=_personal(wanted),
        problems=[(row, say(code, here.lang, **params)) for code, params, row, _ in wanted.read["problems"]],
        encodings=_ENCODINGS,
        separators=[(sign, here._(text)) for sign, text in _SEPARATORS],
        no_areas=wanted.what != "outlines" and not here.whole.of_kind("area"),
    )


def _choices(lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """All targets for a select, grouped by kind."""
    grouped: dict[str, list[tuple[str, str]]] = {name: [] for name in KINDS}
    for target, labels in targets().items():
        text = label(labels, lang)
        if target != KEY:
            grouped[target.partition(".")[0]].append((target, text.partition(": ")[2] or text))
    found = [(label(kind(name).label, lang), options) for name, options in grouped.items()]
    return [*found, (label(targets()[KEY], lang), [(KEY, label(targets()[KEY], lang))])]


def _topic_texts(wanted: Import, chosen: list[str]) -> list[str]:
    texts = wanted.read.get("texts", ())
    columns = (n for n, target in enumerate(chosen) if target == "service.topics" and n < len(texts))
    return list(dict.fromkeys(text for n in columns for text in texts[n]))


def _personal(wanted: Import) -> bool:
    """Whether columns can bring persons: mobiles and private mail addresses hide in any column of numbers."""
    telling = ("contact.", "actor.phones", "actor.mails", "service.phones", "service.mails")
    return any(target.startswith(telling) for target in wanted.mapping.get("targets", ()))


def _fields(wanted: Import) -> dict[str, Any]:
    return {name: getattr(wanted, name) for name in Import.__slots__}
