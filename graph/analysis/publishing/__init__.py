"""What of the figures may leave the house."""
