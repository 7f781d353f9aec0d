"""Sentences about the link survey and the phone round."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "why.survey": ("Vermittlungen laut „{actor}“", "Referrals as told by “{actor}”"),
    "why.called": ("Telefonisch bestätigt von „{actor}“", "Confirmed by telephone by “{actor}”"),
    "why.unwanted": (
        "Vermittlung gelöscht, zu der keine Seite mehr steht",
        "Referral deleted that neither side stands by",
    ),
    "survey.void": (
        "Dieser Link gilt nicht oder nicht mehr. Bitte fragen Sie die Koordination nach einem neuen.",
        "This link is not valid, or no longer. Please ask the coordinators for a new one.",
    ),
}
