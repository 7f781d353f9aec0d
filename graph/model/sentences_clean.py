"""Sentences about values that can't be taken, beside those of single types in `sentences_values.py`."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "value.required": ("Diese Angabe fehlt noch.", "This is required."),
    "value.unknown_code": ("„{text}“ steht nicht zur Auswahl.", "“{text}” is not one of the choices."),
    "value.too_long": ("Höchstens {limit} Zeichen.", "At most {limit} characters."),
    "value.out_of_range": (
        "„{text}“ liegt nicht zwischen {low} und {high}.",
        "“{text}” is not between {low} and {high}.",
    ),
    "value.moment": (
        "„{text}“ ist kein Zeitpunkt. Bitte so schreiben: 3.11.2026 14:30.",
        "“{text}” is not a date and time. Please write it like this: 2026-11-03 14:30.",
    ),
    "value.not_an_entry": (
        "Diesen Eintrag gibt es nicht oder nicht mehr.",
        "This entry does not exist or no longer exists.",
    ),
}
