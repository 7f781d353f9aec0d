"""Two entries become one; entries that may be twice; entries that somebody is to look at."""
