"""Sentences about what must hold between the fields of an entry."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "check.person_basis": (
        "Wer mit Namen genannt wird, braucht eine Rechtsgrundlage.",
        "A person who is named needs a legal basis.",
    ),
    "check.person_source": (
        "Wer mit Namen genannt wird, braucht eine Quelle: woher stammt der Name?",
        "A person who is named needs a source: where does the name come from?",
    ),
    "check.person_review_by": (
        "Wer mit Namen genannt wird, braucht einen Tag, bis zu dem der Eintrag zu prüfen ist.",
        "A person who is named needs a date by which the entry is to be reviewed.",
    ),
    "check.ends_before_start": ("Das Ende liegt vor dem Beginn.", "The end is before the start."),
    "check.other_coordinate": (
        "Breitengrad und Längengrad gehören zusammen.",
        "Latitude and longitude belong together.",
    ),
    "check.empty_place": (
        "Ein Ort braucht mindestens eine Bezeichnung, eine Anschrift oder ein Gebiet.",
        "A place needs at least a name, an address or an area.",
    ),
    "check.below_nothing": ("Das kann nicht weniger als nichts sein.", "This can’t be less than nothing."),
    "check.own_share": (
        "Der Eigenanteil ist ein Teil der Kosten und kann nicht höher sein als sie.",
        "One’s own share is part of the cost and can’t be higher.",
    ),
    "check.effect_topic": (
        "Bitte wählen Sie das Thema, bei dem mehr Menschen erreicht werden sollen.",
        "Please choose the topic for which more people are to be reached.",
    ),
    "check.same_sides": ("Beide Seiten sind dieselbe Stelle.", "Both sides are the same organisation."),
    "value.which_entry": (
        "„{text}“ kann mehrere Einträge meinen. Bitte wählen Sie einen aus.",
        "“{text}” may mean several entries. Please choose one.",
    ),
    "value.no_entry_called": (
        "Kein Eintrag heißt „{text}“. Bitte prüfen Sie die Schreibweise oder legen Sie ihn zuerst an.",
        "No entry is called “{text}”. Please check the spelling or create it first.",
    ),
    "check.beneath_itself": (
        "So wäre der Eintrag sich selbst untergeordnet.",
        "The entry would be placed beneath itself.",
    ),
}
