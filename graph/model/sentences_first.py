"""Sentences about the first start."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "first.begin": ("Die Datenhaltung wird angelegt …", "Creating the data store …"),
    "first.failed": (
        "Das Netzwerk ließ sich nicht anlegen. Die Einzelheiten stehen dort, wo Knotenpunkt gestartet wurde.",
        "The network could not be created. The details are shown where Knotenpunkt was started.",
    ),
    "demo.filling": (
        "Die Listen der Vorführung werden eingelesen …",
        "Importing the demo’s lists …",
    ),
    "demo.ready": ("Die Vorführung ist bereit.", "The demo is ready."),
}
