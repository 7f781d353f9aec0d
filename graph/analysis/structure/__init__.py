"""Who holds the network together: figures of its structure, each with its reading."""
