"""Taking along what was found: on paper, in files, in a mail."""
