"""Sentences about what an import would do."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "import.no_name": (
        "Ohne Namen: Die Zeile nennt keine Stelle und kein Angebot.",
        "No name: the row names no actor and no service.",
    ),
    "import.left_out": ("Auf Ihren Wunsch ausgelassen.", "Left out as you decided."),
    "import.like_row": (
        "Ähnelt Zeile {row} („{name}“); bleibt ein eigener Eintrag.",
        "Similar to row {row} (“{name}”); stays an entry of its own.",
    ),
    "import.same_as_row": (
        "Gleiche Stelle wie in Zeile {row} („{name}“); zusammengefasst.",
        "Same actor as in row {row} (“{name}”); put together.",
    ),
    "import.person_without_basis": (
        "Angaben zu einer Person bleiben draußen, bis die Rechtsgrundlage genannt ist.",
        "Data about a person stay out until the legal basis is named.",
    ),
    "import.kept_by_hand": (
        "Seit dem letzten Einlesen von Hand geändert und so belassen: {field}.",
        "Edited by hand since the last reading and kept: {field}.",
    ),
    "import.outside_area": (
        "Liegt außerhalb der bekannten Gebiete: {address}.",
        "Lies outside the known areas: {address}.",
    ),
    "import.area_unclear": ("Gebiet nicht eindeutig: {address}.", "Area not certain: {address}."),
    "import.nothing_mapped": (
        "Keine Spalte nennt eine Stelle oder ein Angebot. Bitte ordnen Sie mindestens eine Namensspalte zu.",
        "No column names an actor or a service. Please assign at least one name column.",
    ),
    "import.no_key": ("{file}: Spalte {column} gibt es nicht.", "{file}: there is no column {column}."),
    "import.area_without_key": (
        "{file}, Gebiet {row}: Es fehlt ein ARS oder AGS.",
        "{file}, area {row}: ARS or AGS is missing.",
    ),
    "import.unknown_ags": (
        "Zeile {row}: Das Gebiet mit dem Schlüssel {ags} ist nicht bekannt. Bitte zuerst die Umrisse einlesen.",
        "Row {row}: no area with the key {ags} is known. Please read the outlines first.",
    ),
}
