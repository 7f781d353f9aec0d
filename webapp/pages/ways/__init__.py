"""Ways: from a need to a service, journeys step by step, and topic by topic where a follow-on is missing."""
