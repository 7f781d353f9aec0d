"""What a person sent with an entry's form: values by field, and which of them were touched."""

from __future__ import annotations

from dataclasses import dataclass, field

from werkzeug.datastructures import MultiDict

from graph.model.changes import Fields
from graph.model.errors import Fault
from graph.model.fields import Field, KindSpec, Type
from graph.network import Network, name_of
from webapp.pages.entries.naming import Meant, meant
from webapp.pages.entries.shown import LISTED, Values, mark, normal, shown

Form = MultiDict[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One typed reference: its text, and the entry it stands for if that is known."""

    text: str
    id: str = ""
    asked: Meant | None = None


@dataclass(kw_only=True, slots=True)
class Draft:
    """A form as it was sent."""

    values: dict[str, Values] = field(default_factory=dict)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    """References, row by row as typed or chosen."""
    faults: list[Fault] = field(default_factory=list)
    seen: dict[str, str] = field(default_factory=dict)
    """Field → mark of the value the form was opened with."""
    dropped: frozenset[str] = frozenset()
    """Fields where the stored version was chosen over the typed one."""

    def touched(self) -> dict[str, Values]:
        """The fields that hold something else than when the form was opened. Fields the form did not have are not."""
        return {
            name: values
            for name, values in self.values.items()
            if name in self.seen and name not in self.dropped and mark(values) != self.seen[name]
        }


def edited(spec: KindSpec) -> list[Field]:
    """The fields people edit."""
    return [f for f in spec.fields if f.edited]


def of_entry(network: Network, spec: KindSpec, fields: Fields, lang: str) -> Draft:
    """The form of an entry as it stands, or of a new one with what it starts with."""
    draft = Draft()
    for each in edited(spec):
        values = shown(spec.name, each, fields, lang)
        draft.values[each.name] = values
        if each.type in (Type.REF, Type.REFS):
            draft.rows[each.name] = [Row(text=name_of(network, id, lang), id=id) for id in values]
    return draft


def sent(network: Network, spec: KindSpec, form: Form, lang: str) -> Draft:
    """The form as it came back. References that can't be told are faults, with what could be meant."""
    draft = Draft(seen=unpacked(form.get("seen", "")))
    draft.dropped = frozenset(f.name for f in edited(spec) if form.get(f"{f.name}.choice") == "stored")
    for each in edited(spec):
        if each.type in (Type.REF, Type.REFS) and not _is_grouped(each):
            draft.rows[each.name] = _rows(network, each, form, lang, draft.faults)
            draft.values[each.name] = list(dict.fromkeys(r.id for r in draft.rows[each.name] if r.id))
        else:
            values = form.getlist(each.name) if each.type in LISTED else form.getlist(each.name)[:1]
            draft.values[each.name] = normal(values)
    return draft


def packed(seen: dict[str, str]) -> str:
    """Marks as one hidden field carries them."""
    return " ".join(f"{name}:{each}" for name, each in seen.items())


def unpacked(text: str) -> dict[str, str]:
    """Marks back from the hidden field; what is no mark is left out."""
    parts = (part.partition(":") for part in text.split())
    return {name: each for name, colon, each in parts if colon}


def _is_grouped(each: Field) -> bool:
    return each.refs == ("topic",) and each.type is Type.REFS


def _rows(network: Network, each: Field, form: Form, lang: str, faults: list[Fault]) -> list[Row]:
    texts = form.getlist(each.name)
    ids, was = form.getlist(f"{each.name}.id"), form.getlist(f"{each.name}.was")
    if len(ids) != len(texts):  # a select: what it sends is the id
        return [Row(text=name_of(network, id, lang), id=id) for id in texts if id]
    rows = []
    for number, text in enumerate(texts):
        picked = form.get(f"{each.name}.pick{number}", "")
        unchanged = len(was) == len(texts) and text.strip() == was[number].strip()
        if text.strip():
            rows.append(_row(network, each, text.strip(), picked or (ids[number] if unchanged else ""), lang, faults))
    return rows


def _row(network: Network, each: Field, text: str, id: str, lang: str, faults: list[Fault]) -> Row:
    if id:
        return Row(text=name_of(network, id, lang) or text, id=id)
    found = meant(network, each.refs, text, lang)
    if found.id:
        return Row(text=text, id=found.id)
    code = "value.which_entry" if found.offered else "value.no_entry_called"
    faults.append(Fault(field=each.name, code=code, params={"text": text}))
    return Row(text=text, asked=found)
