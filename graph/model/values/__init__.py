"""Cleaners of single values: text as people write it in, the canonical form out."""
