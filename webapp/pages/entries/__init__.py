"""Every kind of entry: listed, created, edited, deleted and erased, on pages made from the vocabulary."""
