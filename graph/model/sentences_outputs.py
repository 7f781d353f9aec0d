"""What hinders an output, and what a link says that opens nothing."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "output.busy": (
        "Gerade werden schon mehrere Dateien erstellt. Bitte versuchen Sie es in einer Minute noch einmal.",
        "Several files are being made already. Please try again in a minute.",
    ),
    "handed.void": (
        "Dieser Link gilt nicht oder gilt nicht mehr. Bitte fragen Sie die Person, die ihn Ihnen gegeben hat.",
        "This link is not valid, or no longer. Please ask whoever gave it to you.",
    ),
    "handed.too_often": (
        "Von hier kamen gerade zu viele Versuche. Bitte warten Sie eine Viertelstunde.",
        "There were too many attempts from here. Please wait a quarter of an hour.",
    ),
    "share.hidden": (
        "Diese Auswahl nennt ein Thema oder Gebiet, das nicht öffentlich ist. Ein Link darauf würde nichts zeigen.",
        "This selection names a topic or an area that is not public. A link to it would show nothing.",
    ),
}
