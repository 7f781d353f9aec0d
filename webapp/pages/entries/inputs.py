"""The controls of an entry's form, made from the vocabulary alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from graph.model.changes import Fields
from graph.model.codes import HEADINGS
from graph.model.errors import Fault
from graph.model.fields import Field, KindSpec, Type
from graph.model.schema import kind
from graph.model.sentences import say
from graph.model.values.hours import clean_hours
from graph.model.values.hours_show import show_hours
from graph.network import Network
from webapp.pages.entries.draft import Draft, Row, edited
from webapp.pages.entries.naming import Named, listed, options
from webapp.texts import label, number, translator

GROUPS = ("main", "contact", "hours", "capacity", "law", "care")
_AREAS = frozenset({Type.PROSE, Type.TEXTS, Type.PHONES, Type.MAILS, Type.WEBSITES, Type.HOURS, Type.LANGUAGES})
_BLANK_AFTER_MORE = 3
_BOUNDS = frozenset({"low", "high"})
"""Numbers that a message names, as programs write them."""
_HIDDEN = frozenset({"plan"})
"""Fields that no person can tell or type."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """One control: what `macros/entry_form.html` draws."""

    name: str
    control: str
    """text, textarea, select, checkboxes, radios, one (a typed reference), rows (several), grouped (topics)."""
    label: str
    hint: str = ""
    error: str = ""
    required: bool = False
    value: Any = ""
    options: list[Any] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    choose: list[Any] = field(default_factory=list)
    """What each row's select offers; empty: the row is typed."""
    preview: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    lines: int = 3
    narrow: bool = True
    """May stand beside another."""


def groups(
    network: Network, spec: KindSpec, draft: Draft, lang: str, faults: Iterable[Fault] = (), more: str = ""
) -> list[tuple[str, list[Input]]]:
    """The form's blocks in order: (code, controls)."""
    errors = messages(faults, lang)
    return [
        (group, [_input(network, f, draft, lang, errors, more == f.name) for f in edited(spec) if f.group == group])
        for group in GROUPS
        if any(f.group == group for f in edited(spec))
    ]


def messages(faults: Iterable[Fault], lang: str) -> dict[str, str]:
    """Field → what is wrong with it, in the reader's language."""
    said: dict[str, list[str]] = {}
    for fault in faults:
        params = {name: _written(text, lang) if name in _BOUNDS else text for name, text in fault.params.items()}
        said.setdefault(fault.field, []).append(say(fault.code, lang, **params))
    return {name: " ".join(dict.fromkeys(texts)) for name, texts in said.items()}


def _written(bound: str, lang: str) -> str:
    value = float(bound)
    return number(int(value) if value.is_integer() else value, lang)


def with_previews(found: list[tuple[str, list[Input]]], fields: Fields, lang: str) -> dict[str, Input]:
    """How stored opening hours were read, by field."""
    previews = {}
    for _, inputs in found:
        for each in inputs:
            osm, text = fields.get(each.name), fields.get(f"{each.name}_text")
            if each.name.endswith("hours") and (osm or text):
                previews[each.name] = hours_read(each.name, osm, text, lang)
    return previews


def hours_read(name: str, osm: str | None, text: str | None, lang: str) -> Input:
    """Opening hours as they were understood, and what stays text."""
    remarks = tuple(say(p.code, lang, **p.params) for p in clean_hours(text).problems) if text else ()
    return Input(name=name, control="", label="", preview=show_hours(osm, lang) if osm else (), remarks=remarks)


def _input(network: Network, each: Field, draft: Draft, lang: str, errors: dict[str, str], more: bool) -> Input:
    values = draft.values.get(each.name, [])
    common = {
        "name": each.name,
        "label": label(each.label, lang),
        "hint": _hint(each, lang),
        "error": errors.get(each.name, ""),
        "required": each.required,
    }
    if each.type in (Type.REF, Type.REFS):
        return _reference(network, each, draft, lang, common, more)
    text = values[0] if values else ""
    match each.type:
        case Type.FLAG:
            _ = translator(lang)
            flags = [("ja", _("ja")), ("nein", _("nein")), ("", _("nicht bekannt"))]
            return Input(control="radios", value=text, options=flags, **common)
        case Type.CODES:
            return Input(control="checkboxes", value=values, options=_codes(each, lang), narrow=False, **common)
        case Type.CODE:
            return Input(control="select", value=text, options=_select(each, lang), **common)
    if each.type in _AREAS:
        long = each.type is Type.PROSE
        lines = max(4 if long else 2, min(10, text.count("\n") + 1 + len(text) // 100))
        return Input(control="textarea", value=text, lines=lines, narrow=not long, **common)
    control = "hidden" if each.name in _HIDDEN else "text"
    return Input(control=control, value=text, narrow=each.name != "name", **common)


def _reference(network: Network, each: Field, draft: Draft, lang: str, common: dict[str, Any], more: bool) -> Input:
    if each.refs == ("topic",) and each.type is Type.REFS:
        return Input(
            control="grouped", value=draft.values[each.name], options=topics(network, lang), narrow=False, **common
        )
    rows = list(draft.rows.get(each.name, []))
    offered = options(network, each.refs, lang)
    choose = [] if offered is None else _choices(offered, each, lang)
    if each.type is Type.REF:
        if offered is not None:
            first = ("", translator(lang)("Bitte wählen") if each.required else "–")
            value = rows[0].id if rows else ""
            return Input(control="select", value=value, options=[first, *choose], **common)
        return Input(control="one", rows=rows or [Row(text="")], **common)
    rows += [Row(text="")] * (_BLANK_AFTER_MORE if more else 1)
    return Input(control="rows", rows=rows, choose=choose, narrow=False, **common)


def topics(network: Network, lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The topics under their headings: (heading, [(id, name)])."""
    return network.memo(_topics, lang)


def _topics(network: Network, lang: str) -> list[tuple[str, list[tuple[str, str]]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for each in listed(network, "topic", lang):
        found.setdefault(str(network.entry(each.id).fields.get("heading")), []).append((each.id, each.name))
    return [(label(words, lang), found[code]) for code, words in HEADINGS.items() if code in found]


def _choices(found: list[Named], each: Field, lang: str) -> list[Any]:
    names = Counter(n.name for n in found)
    told = [(n.id, f"{n.name} – {n.where}" if n.where and names[n.name] > 1 else n.name, n.kind) for n in found]
    if len(each.refs) == 1:
        return [(id, text) for id, text, _ in told]
    return [(label(kind(name).plural, lang), [(id, text) for id, text, of in told if of == name]) for name in each.refs]


def _codes(each: Field, lang: str) -> list[tuple[str, str]]:
    return [(code, label(words, lang)) for code, words in each.options.items()]


def _select(each: Field, lang: str) -> list[tuple[str, str]]:
    _ = translator(lang)
    if each.name == "audience":  # nothing stated means public
        return [("", label(each.options["public"], lang)), *[o for o in _codes(each, lang) if o[0] != "public"]]
    return [("", _("Bitte wählen") if each.required else _("nicht bekannt")), *_codes(each, lang)]


def _hint(each: Field, lang: str) -> str:
    _ = translator(lang)
    if label(each.help, lang):
        return label(each.help, lang)
    match each.type:
        case Type.PROSE:
            return _("Bitte nichts über einzelne Menschen, die Hilfe suchen.")
        case Type.PHONES:
            return _("Eine Nummer je Zeile, mit Vorwahl.")
        case Type.MAILS | Type.WEBSITES | Type.TEXTS:
            return _("Je Zeile eine Angabe.")
        case Type.HOURS:
            return _("Zum Beispiel: Mo–Fr 8–12 Uhr, Do auch 14–18 Uhr")
        case Type.LANGUAGES:
            return _("Je Zeile eine Sprache, zum Beispiel: Ukrainisch (Dolmetschen vor Ort, 3 Tage)")
        case Type.DAY:
            return _("Zum Beispiel 3.11.2026")
        case Type.MOMENT:
            return _("Zum Beispiel 3.11.2026 14:30")
    return ""
