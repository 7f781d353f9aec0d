"""Links on time for people without account."""
