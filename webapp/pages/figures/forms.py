"""The form of what results assume."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graph.model.errors import Fault, Invalid
from webapp.figures.assumed import MEANS, Assumed
from webapp.figures.shown import MEANS as LABELS
from webapp.texts import N_, translator

_GUESSED = N_("Niemand hat das gemessen; Ergebnisse nennen deshalb eine Spanne.")
# name → (German label, least, most, hint)
NUMBERS: dict[str, tuple[str, float, float, str]] = {
    "threshold": (N_("Zumutbarer Weg in Minuten"), 1, 240, ""),
    "detour": (N_("Umweg gegenüber der Luftlinie"), 1, 5, N_("1,3 heißt: Die Straße ist 1,3-mal so lang.")),
    "bus": (N_("Bus und Bahn, km/h samt Warten"), 1, 200, ""),
    "car": (N_("Auto, km/h"), 1, 200, ""),
    "foot": (N_("Zu Fuß, km/h"), 1, 20, ""),
    "ready": (N_("Prozent der Angebote mit der nötigen Angabe"), 1, 100, N_("Darunter steht, was zu sammeln ist.")),
    "kept_low": (N_("Von 100 Vermittelten kommen an: mindestens"), 1, 100, _GUESSED),
    "kept_high": (N_("Von 100 Vermittelten kommen an: höchstens"), 1, 100, ""),
    "week_low": (N_("Nach jeder Woche Wartezeit kommen von 100 noch: mindestens"), 1, 100, ""),
    "week_high": (N_("Nach jeder Woche Wartezeit kommen von 100 noch: höchstens"), 1, 100, ""),
}  # fmt: skip
SHARES = ("ready", "kept_low", "kept_high", "week_low", "week_high")
"""Typed as per cent, kept from 0 to 1."""
RANGES = (("kept_low", "kept_high"), ("week_low", "week_high"))
FLAGS: dict[str, str] = {
    "interpreters": N_("Dolmetschen zählt als Sprache mit"),
    "beyond": N_("Angebote aus Nachbarkreisen zählen mit"),
    "estimated": N_("Angebote ohne Platzzahl zählen wie das mittlere ihres Themas, sonst als nie voll"),
    "publish": N_("Zahlen zu Zielgruppen veröffentlichen: kleine Gruppen verborgen, der Rest auf 5 gerundet"),
}


def read(form: Mapping[str, str], stored: Assumed) -> Assumed:
    """What was typed, over what is `stored` and no form says. Raises Invalid."""
    faults, values = [], dict[str, Any]()
    for name, (_, least, most, _) in NUMBERS.items():
        value = _number(form.get(name, ""))
        if value is None or not least <= value <= most:
            faults.append(Fault(field=name, code="figures.between", params={"least": str(least), "most": str(most)}))
        else:
            values[name] = value
    faults += [
        Fault(field=low, code="figures.range", params={})
        for low, high in RANGES
        if low in values and high in values and values[low] > values[high]
    ]
    if form.get("means") not in MEANS:
        faults.append(Fault(field="means", code="figures.means", params={}))
    if faults:
        raise Invalid(faults)
    version = form.get("version", "")
    return Assumed(
        **{name: value / 100 if name in SHARES else value for name, value in values.items()},
        means=next(means for means in MEANS if means == form["means"]),
        **{name: name in form for name in FLAGS},
        table=stored.table,
        version=int(version) if version.isdecimal() and len(version) < 9 else 0,
    )


def fields(shown: Mapping[str, Any], errors: Mapping[str, str], lang: str) -> list[dict[str, Any]]:
    """The fields for the macro `field`. `shown`: what stands in them, by name, numbers as text."""
    _ = translator(lang)
    found: list[dict[str, Any]] = [
        {
            "kind": "select", "name": "means", "label": _("Wie Menschen unterwegs sind"), "value": shown["means"],
            "options": [(code, _(text)) for code, text in LABELS.items()], "error": errors.get("means", ""),
        }
    ]  # fmt: skip
    for name, (label, _least, _most, hint) in NUMBERS.items():
        found.append(
            {
                "kind": "text", "name": name, "label": _(label), "value": shown[name], "hint": _(hint) if hint else "",
                "error": errors.get(name, ""), "attributes": {"inputmode": "decimal"},
            }
        )  # fmt: skip
    found += [{"kind": "checkbox", "name": n, "label": _(text), "value": shown[n]} for n, text in FLAGS.items()]
    return found


def shown_of(assumed: Assumed, lang: str) -> dict[str, Any]:
    """The stored setting as its form shows it."""
    numbers = {name: f"{getattr(assumed, name) * (100 if name in SHARES else 1):g}" for name in NUMBERS}
    if lang == "de":
        numbers = {name: text.replace(".", ",") for name, text in numbers.items()}
    return {**numbers, "means": assumed.means, "version": assumed.version, **{n: getattr(assumed, n) for n in FLAGS}}


def typed(form: Mapping[str, str]) -> dict[str, Any]:
    """What was typed, to be shown again."""
    texts = {name: form.get(name, "") for name in (*NUMBERS, "means", "version")}
    return {**texts, **{name: name in form for name in FLAGS}}


def _number(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None
