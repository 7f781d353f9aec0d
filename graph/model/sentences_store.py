"""Sentences about the store and about access."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "store.unavailable": (
        "Die Datenhaltung antwortet gerade nicht. Es wurde nichts gespeichert; bitte gleich noch einmal versuchen.",
        "The store does not answer at the moment. Nothing was saved; please try again shortly.",
    ),
    "store.damaged": (
        "Die Datenhaltung meldet einen Schaden ({detail}). Bitte die letzte Sicherung bereithalten.",
        "The store reports damage ({detail}). Please have the last backup at hand.",
    ),
    "store.unknown_engine": (
        "„{scheme}“ kennt dieses Programm nicht als Datenhaltung.",
        "This program knows no store “{scheme}”.",
    ),
    "store.newer": (
        "Diese Datei stammt von einer neueren Version ({found}); dieses Programm kennt nur Version {known}.",
        "This file was written by a newer version ({found}); this program knows version {known} only.",
    ),
    "store.not_ours": ("„{path}“ ist keine Datenhaltung von Knotenpunkt.", "“{path}” is not a Knotenpunkt store."),
    "store.old_sqlite": (
        "Ein zweiter Prozess schreibt bereits. Mit SQLite {version} ist das nicht sicher; nötig ist 3.51.3 oder neuer.",
        "Another process is already writing. With SQLite {version} that is not safe; 3.51.3 or newer is needed.",
    ),
    "store.old_writer": (
        "Ein anderer Prozess schreibt bereits, und zwar mit einem SQLite vor 3.51.3. Bitte ihn beenden oder dort erneuern.",
        "Another process is already writing, with an SQLite before 3.51.3. Please stop it or update it there.",
    ),
    "store.unwritable": (
        "Dieser Wert lässt sich nicht speichern: Er enthält ungültige Zeichen oder ist anders aufgebaut als erlaubt.",
        "This value can't be stored: it has invalid characters or is not built as allowed.",
    ),
    "store.not_personal": (
        "„{field}“ ist kein personenbezogenes Feld und kann nicht endgültig gelöscht werden. Es wurde nichts verändert.",
        "“{field}” is not a personal field and can't be erased for good. Nothing was changed.",
    ),
    "store.missing": ("Dieser Eintrag besteht nicht (mehr).", "This entry does not exist (any more)."),
    "store.conflict": (
        "Jemand anderes hat inzwischen dasselbe geändert ({count} Stellen). Es wurde nichts gespeichert.",
        "Somebody else changed the same in the meantime ({count} places). Nothing was saved.",
    ),
    "store.record_conflict": (
        "Das wurde inzwischen anderswo geändert. Es wurde nichts gespeichert.",
        "This was changed elsewhere in the meantime. Nothing was saved.",
    ),
    "store.dangling": (
        "Eine Verknüpfung zeigt auf einen Eintrag, der nicht besteht ({field} → {target}). Es wurde nichts gespeichert.",
        "A link points to an entry that does not exist ({field} → {target}). Nothing was saved.",
    ),
    "store.invalid": (
        "{count} Angaben können so nicht übernommen werden. Es wurde nichts gespeichert.",
        "{count} values can't be taken like this. Nothing was saved.",
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
