"""The network in figures: how links hold together, each figure with its reading; network research apart."""
