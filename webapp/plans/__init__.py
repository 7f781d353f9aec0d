"""Plans of coordinators: lists of moves kept as Records, and what the last computation of each found."""
