"""Why a change was made, as the history says it. A note that a person wrote stands beside it, not in it."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "why.create": ("Eintrag angelegt", "Entry created"),
    "why.edit": ("Eintrag bearbeitet", "Entry edited"),
    "why.delete": ("Eintrag gelöscht", "Entry deleted"),
    "why.merge": ("„{drop}“ mit „{keep}“ zusammengeführt", "“{drop}” merged into “{keep}”"),
    "why.merge_sure": ("{n} sichere Doppelte zusammengeführt", "{n} sure duplicates merged"),
    "why.redo": ("Änderung {revision} wiederhergestellt", "Change {revision} restored"),
    "why.undo": ("Änderung {revision} zurückgenommen", "Change {revision} undone"),
    "why.import": ("Liste „{file}“ eingelesen", "List “{file}” imported"),
    "why.outlines": ("Gebietsumrisse aus „{file}“ eingelesen", "Outlines of areas imported from “{file}”"),
    "why.localities": ("Postleitzahlen aus „{file}“ eingelesen", "Postcodes imported from “{file}”"),
    "why.seed": ("Grundbestand angelegt", "Initial entries created"),
}
