"""Finding the right contact: reading a query, an index in memory, ranking."""
