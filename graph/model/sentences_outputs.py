"""What hinders an output."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "output.busy": (
        "Gerade werden schon mehrere Telefonbücher gesetzt. Bitte versuchen Sie es in einer Minute noch einmal.",
        "Several phone books are being typeset already. Please try again in a minute.",
    ),
}
