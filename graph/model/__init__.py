"""Frozen values, the vocabulary as data, and the errors of the whole project. Imports nothing of ours."""
