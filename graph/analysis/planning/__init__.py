"""What would help most, and what would happen if."""
