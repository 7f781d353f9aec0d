"""Pure functions from a Network to a result. networkx lives here."""
