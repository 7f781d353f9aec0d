"""What is said of figures and of what they assume."""

from __future__ import annotations

SENTENCES: dict[str, tuple[str, str]] = {
    "figures.between": ("Bitte eine Zahl von {least} bis {most}.", "Please enter a number from {least} to {most}."),
    "figures.range": ("Das Mindeste kann nicht mehr sein als das Höchste.", "The least can’t be more than the most."),
    "figures.means": ("Bitte wählen Sie, wie Menschen unterwegs sind.", "Please choose how people travel."),
}
