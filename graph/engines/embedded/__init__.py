"""The embedded engine, the default: SQLite in one file."""
