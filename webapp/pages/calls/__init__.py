"""The phone round: one entry after the other with its number."""
