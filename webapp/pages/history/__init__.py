"""The history: who changed what and why, past states, and taking back."""
