"""Files in and out: read, transform, propose. Writes nothing to a store."""
