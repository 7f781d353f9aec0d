"""A list of actors: what its columns mean, what each row says, and what importing it would do."""
