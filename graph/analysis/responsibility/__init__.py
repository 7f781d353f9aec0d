"""Who handles it today: letters, areas, topics and statuses, who stands in, and what nobody is named for."""
