"""The project's own workbook: one sheet for every kind of entry, written and read by one definition of its columns."""
