"""Sentences about what an import would do."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "import.no_name": (
        "Ohne Namen: Die Zeile nennt keine Stelle und kein Angebot.",
        "No name: the row names neither an organisation nor a service.",
    ),
    "import.left_out": ("Auf Ihren Wunsch ausgelassen.", "Left out, as you decided."),
    "import.like_row": (
        "Ähnelt Zeile {row} („{name}“); bleibt ein eigener Eintrag.",
        "Similar to row {row} (“{name}”); kept as a separate entry.",
    ),
    "import.same_as_row": (
        "Gleiche Stelle wie in Zeile {row} („{name}“); zusammengefasst.",
        "Same organisation as in row {row} (“{name}”); merged.",
    ),
    "import.person_without_basis": (
        "Angaben zu einer Person bleiben draußen, bis die Rechtsgrundlage genannt ist.",
        "Details of a person are left out until a legal basis is named.",
    ),
    "import.kept_by_hand": (
        "Seit dem letzten Einlesen von Hand geändert und so belassen: {field}.",
        "Edited by hand since the last import and kept: {field}.",
    ),
    "import.kept_stored": (
        "Der Eintrag sagt schon etwas anderes und bleibt so: {field}.",
        "The entry already says something else, which is kept: {field}.",
    ),
    "import.kept_private": (
        "Nennt eine Person oder ihre private Nummer; nur für die Koordination.",
        "Names a person or a private number; coordination only.",
    ),
    "import.person_as_actor": (
        "Die Zeile nennt eine Person statt einer Stelle. Bitte ordnen Sie die Spalte der Kontaktperson zu.",
        "The row names a person instead of an organisation. Please assign the column to the contact person.",
    ),
    "import.lone_cell": (
        "Nur eine Zelle ist gefüllt: wohl eine Zwischenüberschrift oder Fußnote.",
        "Only one cell is filled: probably a heading between rows or a footnote.",
    ),
    "import.group_row": (
        "Zwischenüberschrift: gilt für die Zeilen darunter.",
        "A heading between rows: applies to the rows below it.",
    ),
    "import.struck": ("Durchgestrichen.", "Struck out."),
    "import.sum_row": ("Eine Summenzeile, keine Stelle.", "A row of totals, not an organisation."),
    "import.header_again": ("Die Spaltenüberschriften noch einmal.", "The column headings once more."),
    "import.not_seen_before": (
        "Seit dem letzten Einlesen dazugekommen oder hier von Hand gelöscht.",
        "New since the last import, or deleted here by hand.",
    ),
    "import.key_names_other": (
        "Unter dieser Kennung stand beim letzten Einlesen eine andere Stelle.",
        "In the last import this key named another organisation.",
    ),
    "import.area_unknown": (
        "Gebiet nicht bekannt oder nicht eindeutig: „{text}“. Es bleibt bei den weiteren Angaben.",
        "Area not known or not certain: “{text}”. It is kept with the other details.",
    ),
    "import.parent_unknown": (
        "Gehört zu: Keine Stelle oder mehrere heißen „{text}“. Es bleibt bei den weiteren Angaben.",
        "Part of: no organisation or several are called “{text}”. It is kept with the other details.",
    ),
    "import.heading_against": (
        "Überschrift sagt {heading}, Anschrift sagt {address}: Anschrift gilt.",
        "The heading says {heading}, the address says {address}: the address is used.",
    ),
    "import.no_point": (
        "Längen- und Breitengrad ergeben zusammen keinen Ort und werden nicht übernommen.",
        "Latitude and longitude do not make a valid place and are not imported.",
    ),
    "import.outside_area": (
        "Liegt außerhalb der bekannten Gebiete: {address}.",
        "Lies outside the known areas: {address}.",
    ),
    "import.area_unclear": ("Gebiet nicht eindeutig: {address}.", "Area not certain: {address}."),
    "import.nothing_mapped": (
        "Keine Spalte nennt eine Stelle oder ein Angebot. Bitte ordnen Sie mindestens eine Namensspalte zu.",
        "No column names an organisation or a service. Please assign at least one name column.",
    ),
    "import.area_without_key": (
        "{file}, Gebiet {row}: Es fehlt ein ARS oder AGS.",
        "{file}, area {row}: ARS or AGS is missing.",
    ),
    "import.unknown_ags": (
        "Zeile {row}: Das Gebiet mit dem Schlüssel {ags} ist nicht bekannt. Bitte zuerst die Umrisse einlesen.",
        "Row {row}: no area with the key {ags} is known. Please import the outlines first.",
    ),
}
