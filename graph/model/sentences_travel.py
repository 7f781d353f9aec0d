"""What is said of a table of travel times that was read."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "travel.no_columns": ("{file}: Es {number:fehlt die Spalte|fehlen die Spalten} {columns}. Gebraucht werden „Von“, „Nach“ und „Minuten“, wahlweise „Verkehrsmittel“.", "{file}: the {number:column {columns} is|columns {columns} are} missing. “From”, “To” and “Minutes” are needed, “Mode” if you wish."),
    "travel.empty": ("Die Zelle ist leer.", "The cell is empty."),
    "travel.unknown": ("„{text}“ ist hier kein Gebiet, kein Ort und keine Stelle.", "“{text}” is no area, place or organisation here."),
    "travel.several": ("„{text}“ kann mehreres sein. Bitte nehmen Sie den Gemeindeschlüssel.", "“{text}” may be several. Please use the municipality key."),
    "travel.no_area": ("Weder „Von“ noch „Nach“ nennt eine Gemeinde oder Verbandsgemeinde, für die Versorgung berechnet wird.", "Neither “From” nor “To” names a municipality for which coverage is computed."),
    "travel.minutes": ("„{text}“ ist keine Zeit von 0 bis 1440 Minuten.", "“{text}” is no time from 0 to 1440 minutes."),
    "travel.means": ("„{text}“ ist nicht bekannt. Bitte schreiben Sie Bus, Auto oder Fuß.", "“{text}” is not known. Please write bus, car or foot."),
    "travel.contradiction": ("Zeile {row} nennt für denselben Weg eine andere Zeit; die gilt.", "Row {row} states another time for the same way; that one holds."),
    "travel.column.from": ("Von", "From"),
    "travel.column.to": ("Nach", "To"),
    "travel.column.minutes": ("Minuten", "Minutes"),
    "travel.column.means": ("Verkehrsmittel", "Mode"),
    "travel.source": ("Bitte nennen Sie, woher die Tabelle ist.", "Please say where the table comes from."),
    "travel.day": ("Bitte nennen Sie den Tag, von dem die Zeiten sind, als Datum.", "Please state the day of these times as a date."),
}  # fmt: skip
