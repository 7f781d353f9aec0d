"""Address books as vCard files: read as a list, written from entries."""
