"""What hinders an output."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "output.busy": (
        "Gerade werden schon mehrere Dateien erstellt. Bitte versuchen Sie es in einer Minute noch einmal.",
        "Several files are being made already. Please try again in a minute.",
    ),
    "share.void": (
        "Bitte fragen Sie die Person, die ihn Ihnen gegeben hat.",
        "Please ask whoever gave it to you.",
    ),
    "share.hidden": (
        "Diese Auswahl nennt ein Thema oder Gebiet, das nicht öffentlich ist. Ein Link darauf würde nichts zeigen.",
        "This selection names a topic or an area that is not public. A link to it would show nothing.",
    ),
}
