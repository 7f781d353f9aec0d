"""Sentences about values that can't be taken, beside those of single types in `sentences_values.py`."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "value.required": ("Diese Angabe wird gebraucht.", "This is needed."),
    "value.unknown_code": ("„{text}“ steht nicht zur Auswahl.", "“{text}” is not one of the choices."),
    "value.too_long": ("Höchstens {limit} Zeichen.", "At most {limit} characters."),
    "value.out_of_range": (
        "„{text}“ liegt nicht zwischen {low} und {high}.",
        "“{text}” is not between {low} and {high}.",
    ),
    "value.moment": (
        "„{text}“ ist kein Zeitpunkt. Richtig wäre zum Beispiel 3.11.2026 14:30.",
        "“{text}” is no date and time. 2026-11-03 14:30 would be one.",
    ),
    "value.not_an_entry": ("Diesen Eintrag gibt es nicht (mehr).", "There is no such entry (any more)."),
}
