"""What a file is, and what stands in it: from bytes to sheets, rows and outlines."""
