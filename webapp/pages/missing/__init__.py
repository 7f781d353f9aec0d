"""What is missing: topic by area, topic by topic."""
