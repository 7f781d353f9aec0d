"""The Merkzettel: contacts for one person to take along."""
