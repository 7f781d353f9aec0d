"""What a list says beside what is stored, for a person to decide: likely duplicates, conflicts, rows that are gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.model.changes import Change, Entry, EntryId, Fields, Kind
from graph.model.schema import kind, title
from graph.model.sentences import say
from graph.model.uniting import LISTS
from graph.network import called
from graph.operations.merge_fields import Pair, pairs
from importers.lists.traits import address_key
from importers.lists.twins import ROW
from webapp.imports.record import Import
from webapp.pages.history.told import Words
from webapp.shown import sides
from webapp.shown.sides import Line
from webapp.texts import label, translator
from webapp.visit import Visit

_NOT_COMPARED = ("extra", "audience", "areas")


def suggestion(here: Visit, wanted: Import, row: Mapping[str, Any]) -> dict[str, Any] | None:
    """The stored actor or the other row that a row probably is, field by field beside it; None when it is gone."""
    id, name, score, level, why = row["likes"][0]
    entry = here.whole.find(id)
    beside = row.get("beside") or None
    if entry is None and not beside:
        return None
    words = Words(here.whole, (), here.lang)
    told = {
        "id": id,
        "name": name,
        "beside": beside,
        "score": score,
        "level": level,
        "why": [say(code, here.lang) for code in why],
        "others": [(each, text) for each, text, *_ in row["likes"][1:] if each in here.whole or each.startswith(ROW)],
    }
    if entry is None:
        return {**told, **_rows(here, beside, row["said"], words)}
    lines = _lines(here, wanted, entry, entry.fields, _actor(row["said"]), words)
    return {**told, "lines": lines, "more": _more(here, entry, row["said"])}


def _actor(said: Mapping[str, Fields]) -> dict[str, Any]:
    return {k: v for k, v in said["actor"].items() if k not in (*_NOT_COMPARED, "places")}


def _rows(here: Visit, beside: Mapping[str, Any], said: Mapping[str, Fields], words: Words) -> dict[str, Any]:
    """Two rows of one list beside each other, first the one whose words stand; nothing is to choose."""
    one, other = (beside["said"], said) if beside["first"] else (said, beside["said"])
    kept, more = _actor(one), _actor(other)
    compared = (_unasked("actor", pair) for pair in pairs("actor", kept, more))
    shown = [replace(pair, offered=(pair.suggested,)) for pair in compared if pair.field not in _NOT_COMPARED]
    lines = sides.lines(here.whole, words.lines, "actor", shown, here.lang, keep=kept, drop=more)
    _ = translator(here.lang)
    texts = [
        (_("Anschrift"), [title("place", each.get("place", {})) for each in (one, other)]),
        (_("Angebote"), [str(each.get("service", {}).get("name", "")) for each in (one, other)]),
    ]
    named = [(text, *([each] if each else [] for each in both), "") for text, both in texts if any(both)]
    return {"lines": lines, "more": named}


def conflict(here: Visit, wanted: Import, found: Mapping[str, Any]) -> dict[str, Any] | None:
    """A stored entry with what the list says otherwise; None when it was deleted since."""
    entry = here.whole.find(found["id"])
    if entry is None:
        return None
    new = [Change(kind=Kind(k), id=EntryId(i), before=None, after={n: v for n, _, v in fields})
           for k, i, _, fields in found.get("changes", ())]  # fmt: skip
    words = Words(here.whole, new, here.lang)
    lines = _lines(here, wanted, entry, entry.fields, found["said"], words)
    return {
        "id": entry.id,
        "kind": label(kind(entry.kind).label, here.lang),
        "name": called(here.whole, entry, here.lang),
        "rows": list(dict.fromkeys(found["rows"])),
        "lines": [line for line in lines if line.drop and not line.same],
    }


def gone(here: Visit, wanted: Import, items: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Entries that the list no longer names, with what was decided."""
    decided = wanted.mapping.get("gone", {})
    found = [here.whole.find(item["id"]) for item in items]
    return [
        {
            "id": entry.id,
            "kind": label(kind(entry.kind).label, here.lang),
            "name": called(here.whole, entry, here.lang),
            "sources": max(0, len(entry.fields.get("origin", {})) - 1),
            "choice": decided.get(entry.id, "keep"),
        }
        for entry in found
        if entry is not None
    ]


def _lines(here: Visit, wanted: Import, entry: Entry, stored: Fields, said: Fields, words: Words) -> list[Line]:
    compared = (_unasked(entry.kind, pair) for pair in pairs(entry.kind, stored, said))
    shown = [pair for pair in compared if pair.field not in _NOT_COMPARED]
    chosen = wanted.mapping.get("fields", {}).get(entry.id, {})
    return sides.lines(here.whole, words.lines, entry.kind, shown, here.lang, keep=stored, chosen=chosen)


def _unasked(name: str, pair: Pair) -> Pair:
    """A pair with what an import does of itself: lists are put together, of other values the stored one stands."""
    if not pair.asks:
        return pair
    several = kind(name).field(pair.field).type in LISTS
    return replace(pair, suggested="both" if several else "keep")


def _more(here: Visit, entry: Entry, said: Mapping[str, Fields]) -> list[tuple[str, list[str], list[str], str]]:
    """(label, stored, in the list, what becomes of it) of address and service, which are entries of their own."""
    _ = translator(here.lang)
    found = []
    there = here.whole.linked(entry.id, "places")
    places = [title("place", p.fields) for p in there]
    place, key = title("place", said.get("place", {})), address_key(said.get("place", {}))
    if places or place:
        known = place in places or (key and key in {address_key(p.fields) for p in there})
        told = _("kommt dazu") if places and place and not known else ""
        found.append((_("Anschrift"), places, [place] if place else [], told))
    offered = [str(s.fields["name"]) for s in here.whole.linking(entry.id, "service", "provider")]
    service = str(said.get("service", {}).get("name", ""))
    if offered or service:
        new = service and service.casefold() not in {each.casefold() for each in offered}
        found.append((_("Angebote"), offered, [service] if service else [], _("kommt dazu") if new and offered else ""))
    return found
