"""The network as a workbook, made in the background and fetched within the hour."""
