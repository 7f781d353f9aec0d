"""Sentences about single values that could not be cleaned, or not wholly."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "value.fax": ("Faxnummern werden nicht übernommen: „{text}“.", "Fax numbers are not kept: “{text}”."),
    "value.phone_not_understood": (
        "„{text}“ ist keine Telefonnummer, die sich sicher wählen lässt. Bitte mit Vorwahl angeben.",
        "“{text}” is not a telephone number that can be dialled for certain. Please include the area code.",
    ),
    "value.phone_note": (
        "„{text}“ steht bei der Telefonnummer und wird nicht übernommen.",
        "“{text}” stands beside the telephone number and is not kept.",
    ),
    "value.mail_not_understood": ("„{text}“ ist keine E-Mail-Adresse.", "“{text}” is not an email address."),
    "value.web_not_understood": (
        "„{text}“ ist keine Internetadresse. Richtig wäre zum Beispiel https://www.example.org.",
        "“{text}” is not a web address. https://www.example.org would be one.",
    ),
    "value.postcode_not_understood": (
        "„{text}“ ist keine Postleitzahl aus fünf Ziffern.",
        "“{text}” is not a postcode of five digits.",
    ),
    "value.address_only_name": (
        "„{text}“ nennt weder Straße noch Ort und steht als Name des Ortes.",
        "“{text}” gives neither a street nor a town and is kept as the name of the place.",
    ),
    "value.address_several": (
        "Die Zelle enthält mehrere Anschriften. Die erste gilt, der Rest bleibt als Anmerkung: „{text}“.",
        "The cell holds several addresses. The first is used, the rest is kept as a note: “{text}”.",
    ),
    "value.hours_not_understood": (
        "Die Öffnungszeiten „{text}“ bleiben als Text stehen, weil sie sich nicht sicher lesen lassen.",
        "The opening hours “{text}” are kept as text because they cannot be read for certain.",
    ),
    "value.hours_left_over": (
        "Neben den Öffnungszeiten steht noch: „{text}“. Es bleibt als Text erhalten.",
        "Besides the opening hours it says: “{text}”. This is kept as text.",
    ),
    "value.hours_day_empty": (
        "Bei „{text}“ stehen keine Zeiten, die sich lesen lassen; für diese Tage ist nichts bekannt.",
        "There are no times that can be read at “{text}”; nothing is known for these days.",
    ),
    "value.hours_phone": (
        "„{text}“ sind Telefonzeiten, keine Öffnungszeiten.",
        "“{text}” are telephone hours, not opening hours.",
    ),
    "value.hours_two_schedules": (
        "Die Zelle enthält zwei verschiedene Zeitpläne. Der erste gilt, der zweite bleibt als Text: „{text}“ ({days}).",
        "The cell holds two different schedules. The first is used, the second is kept as text: “{text}” ({days}).",
    ),
    "value.date_not_understood": (
        "„{text}“ ist kein Datum. Bitte so schreiben: 3.11.2026.",
        "“{text}” is not a date. Please write it like this: 2026-11-03.",
    ),
    "value.number_not_understood": ("„{text}“ ist keine Zahl.", "“{text}” is not a number."),
    "value.number_not_whole": ("„{text}“ ist keine ganze Zahl.", "“{text}” is not a whole number."),
    "value.bool_not_understood": (
        "„{text}“ heißt weder ja noch nein.",
        "“{text}” means neither yes nor no.",
    ),
    "value.language_not_understood": ("„{text}“ ist keine bekannte Sprache.", "“{text}” is not a known language."),
    "value.language_note": (
        "„{text}“ steht bei einer Sprache und wird nicht übernommen.",
        "“{text}” stands beside a language and is not kept.",
    ),
}
