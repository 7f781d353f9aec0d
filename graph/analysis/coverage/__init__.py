"""Who is reached, where, and why not."""
