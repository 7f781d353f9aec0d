"""Sentences about the link survey and the phone round."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "why.survey": ("Vermittlungen laut „{actor}“", "Referrals as told by “{actor}”"),
    "why.called": ("Telefonisch bestätigt von „{actor}“", "Confirmed by telephone by “{actor}”"),
    "why.unwanted": (
        "Vermittlung gelöscht, zu der keine Seite mehr steht",
        "Referral deleted that neither side stands by",
    ),
    "survey.no_sheet": (
        "Einen Bogen „{sheet}“ gibt es nicht. Die Nummer steht groß auf dem Bogen.",
        "There is no sheet “{sheet}”. Its code is printed large on the sheet.",
    ),
    "survey.no_row": (
        "Das Zeichen „{sign}“ an Stelle {at} gehört zu keiner Zeile in Abschnitt {section}. Es wurde nichts gespeichert.",
        "The sign “{sign}” at position {at} belongs to no row of section {section}. Nothing was saved.",
    ),
    "survey.not_noted": (
        "Gerade antworten viele zugleich. Es wurde nichts ausgehändigt. Bitte versuchen Sie es noch einmal.",
        "Many are answering at this moment. Nothing was handed out. Please try again.",
    ),
}
