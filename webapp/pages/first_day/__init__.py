"""A sheet of paper for a new colleague."""
