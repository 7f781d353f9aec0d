"""Sentences about the store and about access."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "store.unavailable": (
        "Die Datenhaltung antwortet gerade nicht. Es wurde nichts gespeichert; bitte versuchen Sie es gleich noch einmal.",
        "The data store is not answering at the moment. Nothing was saved; please try again shortly.",
    ),
    "store.full": (
        "Auf dem Server ist kein Platz mehr. Es wurde nichts gespeichert; lesen lässt sich weiter alles.",
        "The server has run out of disk space. Nothing was saved; everything can still be read.",
    ),
    "store.replaced": (
        "Die Datei der Datenhaltung wurde im laufenden Betrieb entfernt oder ersetzt. Es wurde nichts gespeichert. "
        "Bitte Knotenpunkt neu starten.",
        "The file of the data store was removed or replaced while in use. Nothing was saved. Please restart Knotenpunkt.",
    ),
    "store.damaged": (
        "Die Datenhaltung meldet einen Schaden ({detail}). Bitte die letzte Sicherung bereithalten.",
        "The data store reports damage ({detail}). Please have the last backup at hand.",
    ),
    "store.no_such_area": (
        "Ein Gebiet „{name}“ gibt es nicht, oder mehrere heißen so. Eindeutig ist der Schlüssel (ARS oder AGS).",
        "There is no area “{name}”, or several are called that. Its key (ARS or AGS) is unambiguous.",
    ),
    "store.unknown_engine": (
        "„{scheme}“ kennt dieses Programm nicht als Datenhaltung.",
        "This program knows no data store “{scheme}”.",
    ),
    "store.newer": (
        "Diese Datei stammt von einer neueren Version ({found}); dieses Programm kennt nur Version {known}.",
        "This file was written by a newer version ({found}); this program only knows version {known}.",
    ),
    "store.not_ours": ("„{path}“ ist keine Datenhaltung von Knotenpunkt.", "“{path}” is not a Knotenpunkt data store."),
    "store.unwritable": (
        "Dieser Wert lässt sich nicht speichern: Er enthält ungültige Zeichen oder ist anders aufgebaut als erlaubt.",
        "This value can’t be stored: it contains invalid characters or has a structure that is not allowed.",
    ),
    "store.not_personal": (
        "„{field}“ ist kein personenbezogenes Feld und kann nicht endgültig gelöscht werden. Es wurde nichts verändert.",
        "“{field}” is not a personal field and can’t be deleted for good. Nothing was changed.",
    ),
    "store.missing": (
        "Diesen Eintrag gibt es nicht oder nicht mehr.",
        "This entry does not exist or no longer exists.",
    ),
    "store.conflict": (
        "Jemand anderes hat inzwischen dasselbe geändert (Angaben: {count}). Es wurde nichts gespeichert.",
        "Somebody else has changed the same details in the meantime (items: {count}). Nothing was saved.",
    ),
    "store.record_conflict": (
        "Das wurde inzwischen anderswo geändert. Es wurde nichts gespeichert.",
        "This was changed elsewhere in the meantime. Nothing was saved.",
    ),
    "store.dangling": (
        "Eine Verknüpfung zeigt auf einen Eintrag, den es nicht gibt ({field} → {target}). Es wurde nichts gespeichert.",
        "A link points to an entry that does not exist ({field} → {target}). Nothing was saved.",
    ),
    "store.invalid": (
        "Einige Angaben lassen sich so nicht übernehmen ({count}). Es wurde nichts gespeichert.",
        "Some details can’t be accepted as entered ({count}). Nothing was saved.",
    ),
    "store.neo4j_refused": (
        "Der Neo4j-Server lehnt die Anmeldung ab: {detail}. Benutzer und Kennwort stehen in der Adresse oder in"
        " KNOTENPUNKT_NEO4J_USER und KNOTENPUNKT_NEO4J_PASSWORD.",
        "The Neo4j server refuses the sign-in: {detail}. User and password stand in the address or in"
        " KNOTENPUNKT_NEO4J_USER and KNOTENPUNKT_NEO4J_PASSWORD.",
    ),
    "store.half_moved": (
        "Ein Umzug in diese Datenbank wurde unterbrochen. Bitte sie leeren und den Umzug wiederholen.",
        "A move into this database was interrupted. Please empty it and move again.",
    ),
    "store.not_empty": (
        "Das Ziel ist nicht leer. Es wurde nichts verändert.",
        "The target is not empty. Nothing was changed.",
    ),
    "store.broken_dump": ("Zeile {line} der Sicherung ist beschädigt.", "Line {line} of the backup is damaged."),
    "access.denied": ("Dafür fehlt diesem Konto die Berechtigung.", "This account is not allowed to do this."),
}
