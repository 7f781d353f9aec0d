"""Figures and reports over a Network. Empty until there is something to report."""
