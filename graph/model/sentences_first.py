"""Sentences about the first start."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "first.begin": ("Die Datenhaltung wird angelegt …", "Making the store …"),
    "first.failed": (
        "Das Netzwerk ließ sich nicht anlegen. Die Einzelheiten stehen dort, wo Knotenpunkt gestartet wurde.",
        "The network could not be made. The details are shown where Knotenpunkt was started.",
    ),
    "demo.filling": (
        "Die Listen der Vorführung werden eingelesen …",
        "Reading the lists of the demo …",
    ),
    "demo.ready": ("Die Vorführung ist bereit.", "The demo is ready."),
}
