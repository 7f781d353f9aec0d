"""Lists in: from a file over its columns and a preview to entries, and back."""
