"""What is said of work that goes on in the background."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "job.died": (
        "Der Vorgang brach zweimal ohne Erklärung ab. Es wurde nichts geändert.",
        "The job stopped twice without explanation. Nothing was changed.",
    ),
    "job.file_gone": (
        "Die hochgeladene Datei liegt nicht mehr vor; sie wird höchstens 24 Stunden aufbewahrt. Bitte laden Sie sie noch einmal hoch.",
        "The uploaded file is no longer available; it is kept for 24 hours at most. Please upload it again.",
    ),
    "job.import_gone": (
        "Dieser Vorgang ist abgelaufen. Bitte laden Sie die Datei noch einmal hoch.",
        "This import has expired. Please upload the file again.",
    ),
    "job.unfit_table": (
        "„{file}“: Es fehlt die Spalte für Postleitzahl, Ort oder Gemeindeschlüssel.",
        "“{file}”: the column for postcode, locality or area key is missing.",
    ),
}
