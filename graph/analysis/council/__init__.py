"""What a council wants to see on one page."""
