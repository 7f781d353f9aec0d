"""The planning workspace: plans and what they would change, proposals, what ends, projects of change."""
