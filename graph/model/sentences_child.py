"""What stopped a job in its child process."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "child.memory": (
        "Der Vorgang brauchte mehr Arbeitsspeicher als vorgesehen und wurde beendet. Es wurde nichts geändert.",
        "The job needed more memory than it is allowed and was stopped. Nothing was changed.",
    ),
    "child.cpu": (
        "Der Vorgang rechnete länger als {limit} Sekunden und wurde beendet. Es wurde nichts geändert.",
        "The job ran for more than {limit} seconds and was stopped. Nothing was changed.",
    ),
    "child.wall": (
        "Der Vorgang dauerte zu lange und wurde beendet. Es wurde nichts geändert.",
        "The job took too long and was stopped. Nothing was changed.",
    ),
    "child.crashed": (
        "Der Vorgang ist abgestürzt ({signal}). Es wurde nichts geändert.",
        "The job crashed ({signal}). Nothing was changed.",
    ),
    "child.cancelled": (
        "Der Vorgang wurde abgebrochen. Es wurde nichts geändert.",
        "The job was cancelled. Nothing was changed.",
    ),
    "child.output": (
        "Das Ergebnis ist größer als {limit} MB; der Vorgang wurde beendet. Es wurde nichts geändert.",
        "The result is larger than {limit} MB; the job was stopped. Nothing was changed.",
    ),
    "child.failed": (
        "Im Programm ist ein Fehler aufgetreten ({what}). Es wurde nichts geändert. Bitte melden Sie ihn der "
        "Administration.",
        "The program failed ({what}). Nothing was changed. Please tell your administrator.",
    ),
}
