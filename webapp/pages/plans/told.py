"""Moves in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from graph.analysis.finding import listed
from graph.model.fields import Field, Type
from graph.model.moves import MOVES
from graph.model.sentences import say
from graph.network import Network, name_of
from graph.operations.moves import Move, Outcome
from webapp.pages.entries.shown import language
from webapp.texts import label, number, plural_translator
from webapp.visit import Visit

TONES = {"fits": "", "changed": "warning", "already": "info", "gone": "danger"}


@dataclass(frozen=True, kw_only=True, slots=True)
class MoveRow:
    """A move as the plan lists it. `said`: (label, value) of what it states; `remark` where the network has changed."""

    id: str
    what: str
    said: tuple[tuple[str, str], ...]
    tone: str
    remark: str


def move_row(here: Visit, network: Network, outcome: Outcome) -> MoveRow:
    """A move and what became of it."""
    move, lang = outcome.move, here.lang
    spec = MOVES[move.what]
    terms = {"by": here._("Unterschied")}  # the form's label says how to type it
    said = [
        (terms.get(f.name) or label(f.label, lang), _value(here, network, f, move))
        for f in spec.fields
        if f.name in move.values
    ]
    about = ", ".join(filter(None, outcome.about))
    remarks = [] if outcome.state == "fits" else [say(f"plan.move.{outcome.state}", lang, about=about)]
    remarks += undone(here, outcome)
    tone = TONES[outcome.state] or ("warning" if remarks else "")
    return MoveRow(id=move.id, what=label(spec.label, lang), said=tuple(said), tone=tone, remark=" ".join(remarks))


def undone(here: Visit, outcome: Outcome) -> list[str]:
    """That another move of the plan takes away again what this one is about."""
    other = outcome.undone_by
    if other is None:
        return []
    what = label(MOVES[other.what].label, here.lang)
    names = listed([name for name in other.names.values() if name])
    return [say("plan.move.undone", here.lang, what=f"{what} ({names})" if names else what)]


def kinds(lang: str) -> list[tuple[str, str, str]]:
    """(code, label, what it is) of every move there is."""
    return [(code, label(spec.label, lang), label(spec.help, lang)) for code, spec in MOVES.items()]


def measure_url(lang: str, **fields: Any) -> str:
    """The form of a project of change, filled in. As long as nobody says otherwise it is a draft of coordination."""
    stated = {"audience": "coordination"} | {name: value for name, value in fields.items() if value not in (None, "")}
    return f"/{lang}/entries/measure/new?{urlencode(stated)}"


def _value(here: Visit, network: Network, field: Field, move: Move) -> str:
    lang, value = here.lang, move.values[field.name]
    if field.type in (Type.REF, Type.REFS):
        ids = [value] if isinstance(value, str) else value
        return listed([name_of(network, id, lang) or move.names.get(id, "…") for id in ids])
    if field.type is Type.LANGUAGES:
        return ", ".join(language(each, lang) for each in value)
    if field.type is Type.CODES:
        return ", ".join(label(field.options[each], lang) for each in value)
    if field.name == "by":
        _n, by = plural_translator(lang), int(value)
        return f"{'+' if by > 0 else '−'}{_n('ein Platz', '{n} Plätze', abs(by))}"
    return number(value, lang) if isinstance(value, int | float) else str(value)
