"""Who is responsible: one question, the number at once."""
