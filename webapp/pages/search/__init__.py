"""Finding the right contact: one field, filters, cards."""
