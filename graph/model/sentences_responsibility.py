"""Sentences about who is responsible and who is absent."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "value.letters_not_understood": (
        "„{text}“ nennt keine Buchstaben, die sich lesen lassen. Bitte so schreiben: A–K, Sch, St oder L–Z außer Sch.",
        "“{text}” names no letters that can be read. Please write it like this: A–K, Sch, St or L–Z except Sch.",
    ),
    "value.letters_turned": (
        "„{text}“ läuft rückwärts. Bitte den früheren Buchstaben zuerst nennen.",
        "“{text}” runs backwards. Please name the earlier letter first.",
    ),
    "check.absence_past": (
        "Dieser Tag ist schon vorbei. Wer wieder da ist, braucht keinen Eintrag.",
        "This day is already over. Whoever is back needs no entry.",
    ),
    "why.absent": ("Abwesenheit eingetragen", "Absence entered"),
}
