"""Figures over the results of analyses: numbers in, chart and table out. Nothing is computed here."""
