"""What this is, what it keeps of whom, and how to say that something can't be used."""
