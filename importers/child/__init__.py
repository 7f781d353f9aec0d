"""Work in child processes that can take no more memory, time or output than they were given."""
