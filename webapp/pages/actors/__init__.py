"""The page of an actor."""
